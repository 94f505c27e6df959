package dev.aizuchi.mqtt;

import dev.aizuchi.bus.Datum;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.paho.mqttv5.common.util.MqttTopicValidator;

/** Know who listens to which topics; {@code +} and {@code #} stand for levels, as in MQTT. */
final class BusSubscriptions {
    private record Listening(String filter, int qos, Consumer<Datum.Fields> listener) {}

    private static final String SHARED = "$share/";

    private final List<Listening> all = new CopyOnWriteArrayList<>();

    /** Add a listener; what is returned takes it away. */
    Runnable add(String filter, int qos, Consumer<Datum.Fields> listener) {
        Listening one = new Listening(filter, qos, listener);
        all.add(one);
        return () -> all.remove(one);
    }

    void deliver(String topic, Datum.Fields message) {
        all.stream()
                .filter(one -> MqttTopicValidator.isMatched(heard(one.filter), topic))
                .forEach(one ->
                        Threads.guarded(() -> one.listener.accept(message)).run());
    }

    /** Give the topics of a filter; of a shared one, {@code $share/GROUP/TOPICS}, each message comes to one client. */
    private static String heard(String filter) {
        return filter.startsWith(SHARED) ? filter.substring(filter.indexOf('/', SHARED.length()) + 1) : filter;
    }

    /** Give each filter once, with the surest delivery that is asked for. */
    Map<String, Integer> filters() {
        Map<String, Integer> filters = new LinkedHashMap<>();
        all.forEach(one -> filters.merge(one.filter, one.qos, Math::max));
        return filters;
    }
}
