package dev.aizuchi.ros2.rcl;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.bus.Host;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.ros2.cdr.Cdr;
import dev.aizuchi.ros2.definition.Definitions;
import dev.aizuchi.ros2.definition.Shape.Message;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Be one node of ROS 2. */
final class RclBus implements Host {
    private static final Answer.Failed CLOSED = new Answer.Failed(Reason.UNREACHABLE, "the bus is closed");

    private final Rcl rcl;
    private final Node node;
    private final Spinner spinner;
    private final Definitions definitions;
    private final Map<Endpoint, Publisher> publishers = new ConcurrentHashMap<>();
    private final Map<Endpoint, Client> clients = new ConcurrentHashMap<>();
    private final Map<Endpoint, ActionClient> actions = new ConcurrentHashMap<>();
    private final Admission admission = new Admission();
    // Confined to the spinner's thread.
    private final Set<Waiting.Entity> entities = new LinkedHashSet<>();
    private final Set<ActionServer> servers = new LinkedHashSet<>();
    private final Map<Long, CompletableFuture<Answer>> open = new LinkedHashMap<>();
    private long opened;

    private RclBus(Rcl rcl, RclSettings settings, Definitions definitions) {
        this.rcl = rcl;
        this.definitions = definitions;
        this.node = new Node(rcl, settings);
        this.spinner = new Spinner(rcl, node, settings.node());
    }

    static RclBus open(RclSettings settings) {
        List<Path> folders = new ArrayList<>(settings.definitions());
        folders.addAll(Definitions.installed(System.getenv("AMENT_PREFIX_PATH")));
        try {
            RclBus bus = new RclBus(Rcl.load(), settings, new Definitions(folders));
            bus.spinner.start();
            return bus;
        } catch (RclException e) {
            throw new AdapterException(
                    "the ROS 2 node " + settings.node() + " cannot begin: " + e.getMessage()
                            + "; see whether  ros2 topic list  works in the same terminal",
                    e);
        }
    }

    @Override
    public void publish(Endpoint topic, Datum.Fields message) {
        byte[] cdr = Cdr.encode(definitions.part(topic.type(), Part.MESSAGE), message);
        var unused = admission.use(() -> {
            Publisher publisher = publishers.computeIfAbsent(topic, key -> new Publisher(rcl, node, spinner, key));
            publisher.publish(cdr);
            return publisher;
        });
    }

    @Override
    public Subscription subscribe(Endpoint topic, Consumer<Datum.Fields> listener) {
        Message type = definitions.part(topic.type(), Part.MESSAGE);
        return subscription(() -> {
            Subscriber subscriber = new Subscriber(rcl, node, topic, type, listener);
            spinner.post(() -> add(subscriber));
            spinner.later(Subscriber.WATCH, () -> subscriber.watch(spinner));
            return () -> spinner.post(() -> end(subscriber));
        });
    }

    /** Make one, and give what ends it; on a bus that is closed there is nothing to end. */
    private Subscription subscription(Supplier<Subscription> making) {
        return admission.use(making).orElse(() -> {});
    }

    @Override
    public CompletionStage<Answer> call(Endpoint service, Datum.Fields request, Duration timeout) {
        byte[] cdr = Cdr.encode(definitions.part(service.type(), Part.REQUEST), request);
        CompletableFuture<Answer> ending = new CompletableFuture<>();
        admission
                .use(() -> clients.computeIfAbsent(service, this::client))
                .ifPresentOrElse(
                        client -> handOver(
                                ending,
                                () -> Call.make(spinner, client, service.name(), cdr, timeout, ending::complete)),
                        () -> ending.complete(CLOSED));
        return ending;
    }

    @Override
    public Goal begin(Endpoint action, Datum.Fields goal, Duration accepting, Consumer<Datum.Fields> feedback) {
        RclGoal begun = new RclGoal(spinner, definitions, action, goal);
        admission
                .use(() -> actions.computeIfAbsent(action, this::actionClient))
                .ifPresentOrElse(
                        client -> handOver(
                                begun.ending().toCompletableFuture(), () -> begun.begin(client, accepting, feedback)),
                        () -> begun.fail(CLOSED));
        return begun;
    }

    @Override
    public Subscription serve(Endpoint service, Function<Datum.Fields, CompletionStage<Answer>> answering) {
        definitions.part(service.type(), Part.REQUEST);
        return subscription(() -> {
            Server server =
                    new Server(rcl, node, spinner, definitions, service.name(), service.type(), (request, reply) -> {
                        var unused = answering
                                .apply(request)
                                .thenAccept(answer -> Call.content(answer).ifPresent(reply));
                    });
            spinner.post(() -> add(server));
            return () -> spinner.post(() -> end(server));
        });
    }

    @Override
    public Subscription carryOut(Endpoint action, Acting acting) {
        definitions.part(action.type(), Part.GOAL);
        return subscription(() -> {
            ActionServer server = new ActionServer(rcl, node, spinner, definitions, action, acting);
            spinner.post(() -> {
                servers.add(server);
                server.entities().forEach(this::add);
            });
            return () -> spinner.post(() -> {
                servers.remove(server);
                server.end();
                server.entities().forEach(this::end);
            });
        });
    }

    /**
     * {@inheritDoc}
     *
     * <p>A node has no link that could be down: it always tells true. Whether somebody serves is told by each call.
     */
    @Override
    public void onLink(Consumer<Boolean> listener) {
        spinner.post(() -> listener.accept(true));
    }

    @Override
    public Optional<Datum.Fields> pattern(String type, Part part) {
        return Optional.of(definitions.part(type, part).pattern());
    }

    @Override
    public void close() {
        admission.close();
        spinner.close(() -> {
            List.copyOf(open.values()).forEach(each -> each.complete(CLOSED));
            servers.forEach(ActionServer::end);
            publishers.values().forEach(Publisher::close);
            entities.forEach(Waiting.Entity::end);
        });
    }

    private Client client(Endpoint service) {
        Client client = new Client(rcl, node, definitions, service.name(), service.type());
        spinner.post(() -> add(client));
        return client;
    }

    private ActionClient actionClient(Endpoint action) {
        ActionClient client = new ActionClient(rcl, node, definitions, action);
        spinner.post(() -> client.entities().forEach(this::add));
        return client;
    }

    private void handOver(CompletableFuture<Answer> ending, Runnable task) {
        boolean taken = spinner.post(() -> {
            long number = opened++;
            open.put(number, ending);
            var unused = ending.thenRun(() -> open.remove(number));
            task.run();
        });
        if (!taken) {
            ending.complete(CLOSED);
        }
    }

    private void add(Waiting.Entity entity) {
        entities.add(entity);
        spinner.waiting().add(entity);
    }

    private void end(Waiting.Entity entity) {
        if (entities.remove(entity)) {
            spinner.waiting().remove(entity);
            entity.end();
        }
    }
}
