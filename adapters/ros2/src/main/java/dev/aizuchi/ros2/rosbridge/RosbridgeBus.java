package dev.aizuchi.ros2.rosbridge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.bus.Host;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.ros2.definition.Definitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** Speak the rosbridge protocol version 2 over one link. */
final class RosbridgeBus implements Host {
    private static final Answer.Failed CLOSED = new Answer.Failed(Reason.UNREACHABLE, "the bus is closed");

    private final RosbridgeSettings settings;
    private final Types types;
    private final BusThread thread = new BusThread();
    private final AtomicLong ids = new AtomicLong();
    // Confined to the thread.
    private final Link link;
    private final Topics topics;
    private final Requests requests;
    private final Acceptance acceptance;
    private final Hosted hosted;
    private final Dispatch dispatch;
    private final List<Consumer<Boolean>> watchers = new ArrayList<>();

    private RosbridgeBus(RosbridgeSettings settings) {
        this.settings = settings;
        this.types = new Types(new Definitions(settings.definitions()));
        this.link = new Link(settings, thread, new Listener());
        this.topics = new Topics(types, this::send);
        this.requests = new Requests(types);
        this.acceptance = new Acceptance(this::send);
        this.hosted = new Hosted(types, thread, this::send);
        this.dispatch = new Dispatch(topics, requests, acceptance, hosted);
    }

    static RosbridgeBus open(RosbridgeSettings settings) {
        RosbridgeBus bus = new RosbridgeBus(settings);
        try {
            bus.link.open().get(settings.openTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return bus;
        } catch (TimeoutException e) {
            bus.close();
            throw new AdapterException("no rosbridge answers at " + settings.uri()
                    + ": start it on the robot (ros2 launch rosbridge_server rosbridge_websocket_launch.xml"
                    + " call_services_in_new_thread:=true send_action_goals_in_new_thread:=true), or correct uri");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            bus.close();
            throw new AdapterException("interrupted while connecting to " + settings.uri(), e);
        } catch (ExecutionException e) {
            bus.close();
            throw e.getCause() instanceof AdapterException cause ? cause : new AdapterException("no rosbridge", e);
        }
    }

    @Override
    public void publish(Endpoint topic, Datum.Fields message) {
        JsonNode content = types.outgoing(topic.type(), Part.MESSAGE, message);
        thread.post(() -> topics.publish(topic, content));
    }

    @Override
    public Subscription subscribe(Endpoint topic, Consumer<Datum.Fields> listener) {
        types.pattern(topic.type(), Part.MESSAGE);
        // One of its own, so that the same listener may come twice.
        Consumer<Datum.Fields> own = message -> listener.accept(message);
        thread.post(() -> topics.subscribe(topic, own));
        return () -> thread.post(() -> topics.unsubscribe(topic, own));
    }

    @Override
    public CompletionStage<Answer> call(Endpoint service, Datum.Fields request, Duration timeout) {
        String id = "c:" + ids.incrementAndGet();
        ObjectNode op = Notation.op("call_service")
                .put("id", id)
                .put("service", service.name())
                .put("type", service.type())
                .put("timeout", timeout.toMillis() / 1e3);
        op.set("args", types.outgoing(service.type(), Part.REQUEST, request));
        CompletableFuture<Answer> ending = new CompletableFuture<>();
        if (!thread.take(() -> ask(id, op, new Requests.Open(service.type(), ending, none -> {})))) {
            ending.complete(CLOSED);
        }
        thread.later(
                timeout,
                () -> requests.end(
                        id, new Answer.Failed(Reason.TIMED_OUT, service.name() + " did not answer within " + timeout)));
        return ending;
    }

    @Override
    public Goal begin(Endpoint action, Datum.Fields goal, Duration accepting, Consumer<Datum.Fields> feedback) {
        String id = "g:" + ids.incrementAndGet();
        ObjectNode op = Notation.op("send_action_goal")
                .put("id", id)
                .put("action", action.name())
                .put("action_type", action.type())
                .put("feedback", true);
        op.set("args", types.outgoing(action.type(), Part.GOAL, goal));
        BegunGoal begun = new BegunGoal(id, action.name(), thread, requests, acceptance, this::send);
        boolean taken = thread.take(() -> {
            acceptance.watch(action.name(), id);
            ask(id, op, new Requests.Open(action.type(), begun.end(), content -> begun.tell(content, feedback)));
        });
        if (!taken) {
            begun.end().complete(CLOSED);
        }
        thread.later(accepting, () -> begun.expire(accepting));
        return begun;
    }

    @Override
    public Subscription serve(Endpoint endpoint, Function<Datum.Fields, CompletionStage<Answer>> answering) {
        types.pattern(endpoint.type(), Part.REQUEST);
        Hosted.Service service = new Hosted.Service(endpoint, answering);
        thread.post(() -> hosted.serve(service));
        return () -> thread.post(() -> hosted.stopService(service));
    }

    /**
     * {@inheritDoc}
     *
     * <p>The protocol cannot refuse a goal: one that is not accepted ends as aborted.
     */
    @Override
    public Subscription carryOut(Endpoint endpoint, Acting acting) {
        types.pattern(endpoint.type(), Part.GOAL);
        Hosted.Action action = new Hosted.Action(endpoint, acting);
        thread.post(() -> hosted.carryOut(action));
        return () -> thread.post(() -> hosted.stopAction(action));
    }

    @Override
    public void onLink(Consumer<Boolean> listener) {
        thread.post(() -> {
            watchers.add(listener);
            listener.accept(link.isUp());
        });
    }

    @Override
    public Optional<Datum.Fields> pattern(String type, Part part) {
        return types.pattern(type, part);
    }

    @Override
    public void close() {
        thread.finish(() -> {
            dispatch.abandon("the bus is closed");
            hosted.stop();
            return link.close();
        });
    }

    private void ask(String id, ObjectNode op, Requests.Open request) {
        requests.add(id, request);
        if (link.isUp()) {
            send(op);
        } else {
            requests.end(id, new Answer.Failed(Reason.UNREACHABLE, "no link to rosbridge at " + settings.uri()));
        }
    }

    private void send(ObjectNode op) {
        if (link.isUp()) {
            link.send(Notation.written(op));
        }
    }

    private void tellLink(boolean up) {
        List.copyOf(watchers).forEach(watcher -> watcher.accept(up));
    }

    /** Takes what the link tells. */
    private final class Listener implements Link.Owner {
        @Override
        public void up() {
            dispatch.restore();
            tellLink(true);
        }

        @Override
        public void down() {
            dispatch.abandon("the link to rosbridge was lost");
            tellLink(false);
        }

        @Override
        public void received(String text) {
            dispatch.received(text);
        }
    }
}
