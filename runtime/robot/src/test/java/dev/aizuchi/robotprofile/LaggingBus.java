package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.robot.Outcome.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Topics on a clock that the test moves: messages take their time, in order; the bus may lose or hold them back. */
final class LaggingBus implements Bus {
    /** What becomes of messages. */
    enum Mood {
        DELIVERS,
        LOSES,
        /** As a stopped process or a full buffer does: all comes at once later. */
        HOLDS
    }

    private final SteppedPace pace;
    private final Supplier<Duration> lag;
    private final Map<String, List<Consumer<Datum.Fields>>> listeners = new HashMap<>();
    private final Queue<Runnable> held = new ArrayDeque<>();
    private final List<Consumer<Boolean>> links = new ArrayList<>();
    private Mood mood = Mood.DELIVERS;
    private Duration lastArrival = Duration.ZERO;

    LaggingBus(SteppedPace pace, Supplier<Duration> lag) {
        this.pace = pace;
        this.lag = lag;
    }

    void is(Mood now) {
        mood = now;
        while (mood == Mood.DELIVERS && !held.isEmpty()) {
            held.remove().run();
        }
    }

    void tellLink(boolean up) {
        links.forEach(link -> link.accept(up));
    }

    @Override
    public void publish(Endpoint topic, Datum.Fields message) {
        Runnable delivery = () ->
                List.copyOf(listeners.getOrDefault(topic.name(), List.of())).forEach(one -> one.accept(message));
        if (mood == Mood.HOLDS) {
            held.add(delivery);
        } else if (mood == Mood.DELIVERS) {
            Duration arrival = pace.elapsed().plus(lag.get());
            lastArrival = arrival.compareTo(lastArrival) > 0 ? arrival : lastArrival;
            var unused = pace.after(lastArrival.minus(pace.elapsed()), delivery);
        }
    }

    @Override
    public Subscription subscribe(Endpoint topic, Consumer<Datum.Fields> listener) {
        List<Consumer<Datum.Fields>> all = listeners.computeIfAbsent(topic.name(), name -> new ArrayList<>());
        all.add(listener);
        return () -> all.remove(listener);
    }

    @Override
    public CompletionStage<Answer> call(Endpoint service, Datum.Fields request, Duration timeout) {
        return CompletableFuture.completedStage(new Answer.Failed(Reason.UNREACHABLE, "no services here"));
    }

    @Override
    public Goal begin(Endpoint action, Datum.Fields goal, Duration accepting, Consumer<Datum.Fields> feedback) {
        throw new UnsupportedOperationException("no actions here");
    }

    @Override
    public void onLink(Consumer<Boolean> listener) {
        links.add(listener);
        listener.accept(true);
    }

    @Override
    public Optional<Datum.Fields> pattern(String type, Part part) {
        return Optional.empty();
    }

    @Override
    public void close() {
        mood = Mood.LOSES;
    }
}
