package dev.aizuchi.ros2.node;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.bus.Host;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Be a managed node of ROS 2: its state, the services that change and tell it, and the topic {@code transition_event}.
 * From any thread.
 */
public final class Lifecycle implements AutoCloseable {
    private static final String SERVICE = "lifecycle_msgs/srv/";

    private final Host host;
    private final InstantSource clock;
    private final Consumer<State> changed;
    private final Endpoint events;
    private final List<Bus.Subscription> services = new ArrayList<>();
    private State state = State.UNCONFIGURED;

    /** A primary state, as {@code lifecycle_msgs/msg/State} numbers it. */
    public enum State {
        /** Nothing is done yet. */
        UNCONFIGURED(1),
        /** Ready, but neither serves nor tells. */
        INACTIVE(2),
        /** At work. */
        ACTIVE(3),
        /** At its end. */
        FINALIZED(4);

        private final int id;

        State(int id) {
            this.id = id;
        }

        Datum.Fields written() {
            return named(id, name().toLowerCase(Locale.ROOT));
        }

        static Datum.Fields named(int id, String label) {
            return Content.message().whole("id", id).text("label", label).fields();
        }
    }

    /**
     * Serve the lifecycle, unconfigured.
     *
     * @param node full name of the node, such as {@code /aizuchi}
     * @param changed is told each new state, on the thread that changes it
     */
    public Lifecycle(Host host, String node, InstantSource clock, Consumer<State> changed) {
        this.host = host;
        this.clock = clock;
        this.changed = changed;
        this.events = Endpoint.of(node + "/transition_event", "lifecycle_msgs/msg/TransitionEvent");
        serve(node + "/change_state", "ChangeState", this::change);
        serve(
                node + "/get_state",
                "GetState",
                none -> Content.message()
                        .put("current_state", state().written())
                        .fields());
        serve(node + "/get_available_states", "GetAvailableStates", none -> states());
        serve(node + "/get_available_transitions", "GetAvailableTransitions", none -> {
            State now = state();
            return transitions(Arrays.stream(Transition.values()).filter(each -> each.from() == now));
        });
        serve(
                node + "/get_transition_graph",
                "GetAvailableTransitions",
                none -> transitions(Arrays.stream(Transition.values())));
    }

    private void serve(String service, String type, Function<Datum.Fields, Datum.Fields> answer) {
        services.add(host.serve(
                Endpoint.of(service, SERVICE + type),
                request -> CompletableFuture.completedStage(new Answer.Given(answer.apply(request)))));
    }

    /** Give the state. */
    public synchronized State state() {
        return state;
    }

    /** Take a way that begins at the state; tells whether it does. */
    public boolean take(Transition way) {
        synchronized (this) {
            if (way.from() != state) {
                return false;
            }
            state = way.to();
        }
        changed.accept(way.to());
        tell(way.written(), way.from().written(), way.between());
        tell(way.success(), way.between(), way.to().written());
        return true;
    }

    private Datum.Fields change(Datum.Fields request) {
        Datum.Fields asked = Content.fields(request, "transition");
        State now = state();
        Optional<Transition> way = Arrays.stream(Transition.values())
                .filter(each -> each.from() == now)
                .filter(each -> each.isMeant(Content.whole(asked, "id"), Content.text(asked, "label")))
                .findFirst();
        return Content.message()
                .flag("success", way.isPresent() && take(way.get()))
                .fields();
    }

    private void tell(Datum.Fields transition, Datum.Fields start, Datum.Fields goal) {
        Instant now = clock.instant();
        host.publish(
                events,
                Content.message()
                        .whole("timestamp", now.getEpochSecond() * 1_000_000_000L + now.getNano())
                        .put("transition", transition)
                        .put("start_state", start)
                        .put("goal_state", goal)
                        .fields());
    }

    private static Datum.Fields states() {
        List<Datum.Fields> all = Stream.concat(
                        Stream.concat(
                                Stream.of(State.named(0, "unknown")),
                                Arrays.stream(State.values()).map(State::written)),
                        Arrays.stream(Transition.values())
                                .map(Transition::between)
                                .distinct())
                .toList();
        return Content.message().items("available_states", all).fields();
    }

    private static Datum.Fields transitions(Stream<Transition> ways) {
        return Content.message()
                .items("available_transitions", ways.map(Transition::described).toList())
                .fields();
    }

    @Override
    public void close() {
        services.forEach(Bus.Subscription::close);
    }
}
