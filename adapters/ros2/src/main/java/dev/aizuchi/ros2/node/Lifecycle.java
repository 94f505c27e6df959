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
    private static final String SUCCESS = "transition_success";

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
    }

    /** A way from one state to another, as {@code lifecycle_msgs/msg/Transition} numbers it. */
    public enum Transition {
        /** Make ready. */
        CONFIGURE(1, State.UNCONFIGURED, State.INACTIVE, 10, "configuring"),
        /** Take back what was made ready. */
        CLEANUP(2, State.INACTIVE, State.UNCONFIGURED, 11, "cleaningup"),
        /** Begin to work. */
        ACTIVATE(3, State.INACTIVE, State.ACTIVE, 13, "activating"),
        /** Leave off. */
        DEACTIVATE(4, State.ACTIVE, State.INACTIVE, 14, "deactivating"),
        /** End before anything was done. */
        UNCONFIGURED_SHUTDOWN(5, State.UNCONFIGURED, State.FINALIZED, 12, "shuttingdown"),
        /** End while ready. */
        INACTIVE_SHUTDOWN(6, State.INACTIVE, State.FINALIZED, 12, "shuttingdown"),
        /** End while at work. */
        ACTIVE_SHUTDOWN(7, State.ACTIVE, State.FINALIZED, 12, "shuttingdown");

        private final int id;
        private final State from;
        private final State to;
        private final int betweenId;
        private final String between;

        Transition(int id, State from, State to, int betweenId, String between) {
            this.id = id;
            this.from = from;
            this.to = to;
            this.betweenId = betweenId;
            this.between = between;
        }

        private String label() {
            return name().toLowerCase(Locale.ROOT).replaceFirst(".*_", "");
        }

        private int successId() {
            return List.of(10, 20, 30, 40, 50, 50, 50).get(id - 1);
        }

        private Datum.Fields described() {
            return Content.message()
                    .put("transition", named(id, label()))
                    .put("start_state", written(from))
                    .put("goal_state", written(to))
                    .fields();
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
                none -> Content.message().put("current_state", written(state())).fields());
        serve(node + "/get_available_states", "GetAvailableStates", none -> states());
        serve(node + "/get_available_transitions", "GetAvailableTransitions", none -> {
            State now = state();
            return transitions(Arrays.stream(Transition.values()).filter(each -> each.from == now));
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
            if (way.from != state) {
                return false;
            }
            state = way.to;
        }
        changed.accept(way.to);
        Datum.Fields between = named(way.betweenId, way.between);
        tell(named(way.id, way.label()), written(way.from), between);
        tell(named(way.successId(), SUCCESS), between, written(way.to));
        return true;
    }

    private Datum.Fields change(Datum.Fields request) {
        Datum.Fields asked = Content.fields(request, "transition");
        long id = Content.whole(asked, "id");
        String label = Content.text(asked, "label");
        State now = state();
        Optional<Transition> way = Arrays.stream(Transition.values())
                .filter(each -> each.from == now && (id == each.id || (id == 0 && label.equals(each.label()))))
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
                                Stream.of(named(0, "unknown")),
                                Arrays.stream(State.values()).map(Lifecycle::written)),
                        Arrays.stream(Transition.values())
                                .map(way -> named(way.betweenId, way.between))
                                .distinct())
                .toList();
        return Content.message().items("available_states", all).fields();
    }

    private static Datum.Fields transitions(Stream<Transition> ways) {
        return Content.message()
                .items("available_transitions", ways.map(Transition::described).toList())
                .fields();
    }

    private static Datum.Fields written(State state) {
        return named(state.id, state.name().toLowerCase(Locale.ROOT));
    }

    private static Datum.Fields named(int id, String label) {
        return Content.message().whole("id", id).text("label", label).fields();
    }

    @Override
    public void close() {
        services.forEach(Bus.Subscription::close);
    }
}
