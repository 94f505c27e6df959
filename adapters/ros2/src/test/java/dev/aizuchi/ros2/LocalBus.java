package dev.aizuchi.ros2;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.bus.Host;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.ros2.cdr.Cdr;
import dev.aizuchi.ros2.cdr.MalformedException;
import dev.aizuchi.ros2.definition.Definitions;
import dev.aizuchi.ros2.definition.Shape.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Be both ends of a bus in memory, on the thread that sends. Each message goes through the wire's format by its
 * definition, so that one that does not fit fails, and what it leaves out has its default.
 */
public final class LocalBus implements Host {
    private final Definitions definitions = new Definitions(List.of(Shared.folder(), Shared.interfaces()));
    private final Map<String, List<Consumer<Datum.Fields>>> listeners = new HashMap<>();
    private final Map<String, List<Datum.Fields>> published = new HashMap<>();
    private final Map<String, Function<Datum.Fields, CompletionStage<Answer>>> services = new HashMap<>();
    private final Map<String, Acting> actions = new HashMap<>();

    /** Give what was published on a topic, the oldest first. */
    public List<Datum.Fields> published(String topic) {
        return List.copyOf(published.getOrDefault(topic, List.of()));
    }

    /** Tell whether somebody hears a topic. */
    public boolean isHeard(String topic) {
        return !listeners.getOrDefault(topic, List.of()).isEmpty();
    }

    @Override
    public void publish(Endpoint topic, Datum.Fields message) {
        Datum.Fields arrived = sent(topic.type(), Part.MESSAGE, message);
        published.computeIfAbsent(topic.name(), name -> new ArrayList<>()).add(arrived);
        List.copyOf(listeners.getOrDefault(topic.name(), List.of())).forEach(each -> each.accept(arrived));
    }

    @Override
    public Subscription subscribe(Endpoint topic, Consumer<Datum.Fields> listener) {
        definitions.part(topic.type(), Part.MESSAGE);
        List<Consumer<Datum.Fields>> all =
                listeners.computeIfAbsent(topic.name(), name -> new CopyOnWriteArrayList<>());
        all.add(listener);
        return () -> all.remove(listener);
    }

    @Override
    public CompletionStage<Answer> call(Endpoint service, Datum.Fields request, Duration timeout) {
        Function<Datum.Fields, CompletionStage<Answer>> serving = services.get(service.name());
        return serving == null
                ? CompletableFuture.completedStage(nobody(service))
                : serving.apply(sent(service.type(), Part.REQUEST, request))
                        .thenApply(answer -> sent(service.type(), Part.RESPONSE, answer));
    }

    @Override
    public Goal begin(Endpoint action, Datum.Fields goal, Duration accepting, Consumer<Datum.Fields> feedback) {
        Acting acting = actions.get(action.name());
        Optional<Goal> begun = acting == null
                ? Optional.empty()
                : acting.begin(
                        sent(action.type(), Part.GOAL, goal),
                        told -> feedback.accept(sent(action.type(), Part.FEEDBACK, told)));
        return new Goal() {
            @Override
            public CompletionStage<Answer> ending() {
                return begun.map(Goal::ending)
                        .orElseGet(() -> CompletableFuture.completedStage(
                                acting == null ? nobody(action) : new Answer.Failed(Reason.IMPOSSIBLE, "not accepted")))
                        .thenApply(answer -> sent(action.type(), Part.RESULT, answer));
            }

            @Override
            public void cancel() {
                begun.ifPresent(Goal::cancel);
            }
        };
    }

    @Override
    public Subscription serve(Endpoint service, Function<Datum.Fields, CompletionStage<Answer>> answering) {
        definitions.part(service.type(), Part.REQUEST);
        services.put(service.name(), answering);
        return () -> services.remove(service.name());
    }

    @Override
    public Subscription carryOut(Endpoint action, Acting acting) {
        definitions.part(action.type(), Part.GOAL);
        actions.put(action.name(), acting);
        return () -> actions.remove(action.name());
    }

    @Override
    public void onLink(Consumer<Boolean> listener) {
        listener.accept(true);
    }

    @Override
    public Optional<Datum.Fields> pattern(String type, Part part) {
        return Optional.of(definitions.part(type, part).pattern());
    }

    @Override
    public void close() {
        listeners.clear();
    }

    private static Answer nobody(Endpoint endpoint) {
        return new Answer.Failed(Reason.UNREACHABLE, "nobody serves " + endpoint.name());
    }

    private Answer sent(String type, Part part, Answer answer) {
        if (answer instanceof Answer.Given given) {
            return new Answer.Given(sent(type, part, given.content()));
        }
        return answer instanceof Answer.Aborted aborted
                ? new Answer.Aborted(sent(type, part, aborted.content()))
                : answer;
    }

    private Datum.Fields sent(String type, Part part, Datum.Fields message) {
        Message shape = definitions.part(type, part);
        try {
            return Cdr.decode(shape, Cdr.encode(shape, message));
        } catch (MalformedException e) {
            throw new IllegalStateException(e);
        }
    }
}
