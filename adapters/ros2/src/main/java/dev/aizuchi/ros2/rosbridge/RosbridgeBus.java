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
import java.lang.System.Logger.Level;
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
    private static final System.Logger LOG = System.getLogger(RosbridgeBus.class.getName());

    private final RosbridgeSettings settings;
    private final Types types;
    private final Mainstay thread = new Mainstay();
    private final AtomicLong ids = new AtomicLong();
    // Confined to the thread.
    private final Link link;
    private final Topics topics;
    private final Requests requests;
    private final Hosted hosted;
    private final List<Consumer<Boolean>> watchers = new ArrayList<>();

    private RosbridgeBus(RosbridgeSettings settings) {
        this.settings = settings;
        this.types = new Types(new Definitions(settings.definitions()));
        this.link = new Link(settings, thread, new Listener());
        this.topics = new Topics(types, this::send);
        this.requests = new Requests(types);
        this.hosted = new Hosted(types, thread, this::send);
    }

    static RosbridgeBus open(RosbridgeSettings settings) {
        RosbridgeBus bus = new RosbridgeBus(settings);
        try {
            bus.link.open().get(settings.openTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return bus;
        } catch (TimeoutException e) {
            bus.close();
            throw new AdapterException("no rosbridge answers at " + settings.uri()
                    + ": start it on the robot (ros2 launch rosbridge_server rosbridge_websocket_launch.xml),"
                    + " or correct uri");
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
        thread.post(() -> ask(id, op, new Requests.Open(service.type(), ending, none -> {})));
        thread.later(
                timeout,
                () -> requests.end(
                        id, new Answer.Failed(Reason.TIMED_OUT, service.name() + " did not answer within " + timeout)));
        return ending;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The protocol does not tell when a goal is accepted, so {@code accepting} is not watched; the bridge itself
     * gives up on an action that nobody serves after one second.
     */
    @Override
    public Goal begin(Endpoint action, Datum.Fields goal, Duration accepting, Consumer<Datum.Fields> feedback) {
        String id = "g:" + ids.incrementAndGet();
        ObjectNode op = Notation.op("send_action_goal")
                .put("id", id)
                .put("action", action.name())
                .put("action_type", action.type())
                .put("feedback", true);
        op.set("args", types.outgoing(action.type(), Part.GOAL, goal));
        CompletableFuture<Answer> ending = new CompletableFuture<>();
        thread.post(() -> ask(id, op, new Requests.Open(action.type(), ending, feedback)));
        return new BegunGoal(id, action.name(), ending);
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
            link.close();
            requests.endAll(new Answer.Failed(Reason.UNREACHABLE, "the bus is closed"));
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

    /** A goal that the bridge was given. */
    private final class BegunGoal implements Goal {
        private final String id;
        private final String action;
        private final CompletableFuture<Answer> ending;

        BegunGoal(String id, String action, CompletableFuture<Answer> ending) {
            this.id = id;
            this.action = action;
            this.ending = ending;
        }

        @Override
        public CompletionStage<Answer> ending() {
            return ending;
        }

        @Override
        public void cancel() {
            thread.post(() -> {
                if (requests.isOpen(id)) {
                    send(Notation.op("cancel_action_goal").put("id", id).put("action", action));
                }
            });
        }
    }

    /** Takes what the link tells. */
    private final class Listener implements Link.Owner {
        @Override
        public void up() {
            topics.restore();
            hosted.restore();
            tellLink(true);
        }

        @Override
        public void down() {
            requests.endAll(new Answer.Failed(Reason.UNREACHABLE, "the link to rosbridge was lost"));
            hosted.abandon();
            tellLink(false);
        }

        @Override
        public void received(String text) {
            JsonNode message = Notation.read(text);
            switch (message.path("op").asText()) {
                case "publish" -> topics.received(message);
                case "service_response" -> requests.answered(message, Part.RESPONSE);
                case "action_feedback" -> requests.feedback(message);
                case "action_result" -> requests.answered(message, Part.RESULT);
                case "call_service" -> hosted.called(message);
                case "send_action_goal" -> hosted.begin(message);
                case "cancel_action_goal" -> hosted.cancel(message);
                case "status" -> status(message);
                default -> LOG.log(Level.DEBUG, "rosbridge sent something that is not known here");
            }
        }

        /** The text may hold what was sent, so it is not logged. */
        private void status(JsonNode message) {
            String id = message.path("id").asText();
            String level = message.path("level").asText();
            if (level.equals("error") || level.equals("warning")) {
                LOG.log(Level.WARNING, "rosbridge tells a trouble ({0}) about {1}", level, id);
            }
            if (level.equals("error")) {
                requests.end(
                        id, new Answer.Failed(Reason.FAULT, message.path("msg").asText()));
            }
        }
    }
}
