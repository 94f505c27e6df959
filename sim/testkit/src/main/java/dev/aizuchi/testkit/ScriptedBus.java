package dev.aizuchi.testkit;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.robot.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Stand in for a bus: keeps what is sent, and answers as the test says, on the thread that asks. Without types. */
public final class ScriptedBus implements Bus {

    /** Hold what was published. */
    public record Sent(String topic, Datum.Fields message) {}

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, List<Consumer<Datum.Fields>>> listeners = new HashMap<>();
    private final Map<String, Function<Datum.Fields, Answer>> services = new HashMap<>();
    private final Map<String, BiConsumer<Datum.Fields, Task>> actions = new HashMap<>();
    private final List<Consumer<Boolean>> links = new CopyOnWriteArrayList<>();
    private boolean up = true;

    /** Give all that was published, the oldest first. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Let a message come in. */
    public void deliver(String topic, Datum.Fields message) {
        List<Consumer<Datum.Fields>> all;
        synchronized (this) {
            all = List.copyOf(listeners.getOrDefault(topic, List.of()));
        }
        all.forEach(listener -> listener.accept(message));
    }

    /** Answer a service. */
    public void serve(String service, Function<Datum.Fields, Answer> answer) {
        services.put(service, answer);
    }

    /** Take the goals of an action. */
    public void act(String action, BiConsumer<Datum.Fields, Task> taking) {
        actions.put(action, taking);
    }

    /** Let the link go down or come back; what is published while it is down is lost. */
    public void link(boolean isUp) {
        up = isUp;
        links.forEach(link -> link.accept(isUp));
    }

    @Override
    public void publish(Endpoint topic, Datum.Fields message) {
        if (up) {
            sent.add(new Sent(topic.name(), message));
        }
    }

    @Override
    public synchronized Subscription subscribe(Endpoint topic, Consumer<Datum.Fields> listener) {
        List<Consumer<Datum.Fields>> all =
                listeners.computeIfAbsent(topic.name(), name -> new CopyOnWriteArrayList<>());
        all.add(listener);
        return () -> all.remove(listener);
    }

    @Override
    public CompletionStage<Answer> call(Endpoint service, Datum.Fields request, Duration timeout) {
        Function<Datum.Fields, Answer> answer = services.get(service.name());
        return CompletableFuture.completedStage(
                answer == null || !up
                        ? new Answer.Failed(Outcome.Reason.UNREACHABLE, "no service " + service.name())
                        : answer.apply(request));
    }

    @Override
    public Goal begin(Endpoint action, Datum.Fields goal, Duration accepting, Consumer<Datum.Fields> feedback) {
        Task task = new Task(feedback);
        BiConsumer<Datum.Fields, Task> taking = actions.get(action.name());
        if (taking == null || !up) {
            task.end(new Answer.Failed(Outcome.Reason.UNREACHABLE, "no action " + action.name()));
        } else {
            taking.accept(goal, task);
        }
        return task;
    }

    @Override
    public void onLink(Consumer<Boolean> listener) {
        links.add(listener);
        listener.accept(up);
    }

    @Override
    public Optional<Datum.Fields> pattern(String type, Part part) {
        return Optional.empty();
    }

    @Override
    public void close() {
        up = false;
    }

    /** A goal, seen from the robot's end. */
    public static final class Task implements Goal {
        private final CompletableFuture<Answer> ending = new CompletableFuture<>();
        private final Consumer<Datum.Fields> feedback;
        private final List<Runnable> cancelling = new ArrayList<>();

        private Task(Consumer<Datum.Fields> feedback) {
            this.feedback = feedback;
        }

        /** Tell how it goes. */
        public void tell(Datum.Fields message) {
            feedback.accept(message);
        }

        /** Tell the end. */
        public void end(Answer answer) {
            ending.complete(answer);
        }

        /** Say what to do when it is called off. */
        public void onCancel(Runnable then) {
            cancelling.add(then);
        }

        @Override
        public CompletionStage<Answer> ending() {
            return ending.minimalCompletionStage();
        }

        @Override
        public void cancel() {
            cancelling.forEach(Runnable::run);
        }
    }
}
