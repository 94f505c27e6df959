package dev.aizuchi.ros2.hri;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.event.Percept;
import dev.aizuchi.ros2.node.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Read below {@code /humans} who is there, how far they attend to the robot and who speaks, as percepts. From any
 * thread.
 */
final class Humans implements AutoCloseable {
    /** What addresses the robot, among the percepts of who speaks. */
    private static final String ROBOT = "robot";

    /** A detector that finds more people than this is broken. */
    private static final int MOST = 100;

    // Levels of hri_msgs/msg/EngagementLevel.
    private static final int ENGAGING = 2;
    private static final int ENGAGED = 3;

    private final Bus bus;
    private final Names names;
    private final Consumer<Percept> percepts;
    private final String ownVoice;
    private final List<Bus.Subscription> lists = new ArrayList<>();
    private final Map<String, List<Bus.Subscription>> persons = new HashMap<>();
    private final Map<String, List<Bus.Subscription>> voices = new HashMap<>();
    private final Map<String, String> personByVoice = new HashMap<>();
    private final Set<String> attentive = new HashSet<>();
    private final Set<String> speaking = new HashSet<>();

    /**
     * Read.
     *
     * @param ownVoice the voice under which what the runtime hears is published, which is not read again; "" for none
     */
    Humans(Bus bus, Names names, String ownVoice, Consumer<Percept> percepts) {
        this.bus = bus;
        this.names = names;
        this.ownVoice = ownVoice;
        this.percepts = percepts;
        lists.add(bus.subscribe(names.persons(), ids -> tracked(ids, persons, this::arrived, this::left)));
        lists.add(bus.subscribe(names.voices(), ids -> tracked(ids, voices, this::voice, this::silent)));
    }

    private synchronized void tracked(
            Datum.Fields message,
            Map<String, List<Bus.Subscription>> known,
            BiConsumer<String, List<Bus.Subscription>> come,
            Consumer<String> gone) {
        Set<String> now = Content.texts(message, "ids").stream()
                .filter(id -> Names.isId(id) && !id.equals(ownVoice))
                .limit(MOST)
                .collect(Collectors.toSet());
        for (String id : List.copyOf(known.keySet())) {
            if (!now.contains(id)) {
                known.getOrDefault(id, List.of()).forEach(Bus.Subscription::close);
                known.remove(id);
                gone.accept(id);
            }
        }
        for (String id : now) {
            if (!known.containsKey(id)) {
                List<Bus.Subscription> own = new ArrayList<>();
                known.put(id, own);
                come.accept(id, own);
            }
        }
    }

    private void arrived(String person, List<Bus.Subscription> own) {
        percepts.accept(new Percept.PersonArrived(person));
        own.add(hear(names.engagement(person), level -> engaged(person, Content.whole(level, "level"))));
        own.add(hear(names.voiceOf(person), voice -> personByVoice.put(Content.text(voice, "data"), person)));
    }

    private void left(String person) {
        attentive.remove(person);
        personByVoice.values().removeIf(person::equals);
        percepts.accept(new Percept.PersonLeft(person));
    }

    private void engaged(String person, long level) {
        if (level == ENGAGED || level == ENGAGING) {
            attentive.add(person);
        } else {
            attentive.remove(person);
        }
    }

    private void voice(String voice, List<Bus.Subscription> own) {
        own.add(hear(names.isSpeaking(voice), speaks -> speaks(voice, Content.flag(speaks, "data"))));
    }

    private void silent(String voice) {
        speaking.remove(voice);
    }

    private void speaks(String voice, boolean speaks) {
        if (!speaks) {
            speaking.remove(voice);
        } else if (speaking.add(voice)) {
            String person = personByVoice.getOrDefault(voice, "");
            percepts.accept(new Percept.Speaker(person, attentive.contains(person) ? ROBOT : ""));
        }
    }

    private Bus.Subscription hear(Endpoint topic, Consumer<Datum.Fields> listener) {
        return bus.subscribe(topic, message -> {
            synchronized (this) {
                listener.accept(message);
            }
        });
    }

    @Override
    public synchronized void close() {
        lists.forEach(Bus.Subscription::close);
        persons.values().forEach(own -> own.forEach(Bus.Subscription::close));
        voices.values().forEach(own -> own.forEach(Bus.Subscription::close));
    }
}
