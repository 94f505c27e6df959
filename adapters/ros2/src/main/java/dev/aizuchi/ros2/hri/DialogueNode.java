package dev.aizuchi.ros2.hri;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Host;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.ros2.node.Diagnostics;
import dev.aizuchi.ros2.node.Lifecycle;
import dev.aizuchi.ros2.node.Lifecycle.State;
import dev.aizuchi.ros2.node.NodeClock;
import dev.aizuchi.ros2.node.Parameter;
import dev.aizuchi.ros2.node.Parameters;
import dev.aizuchi.ros2.node.Transition;
import dev.aizuchi.skill.Floor;
import dev.aizuchi.speech.Recognition;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Be the dialogue node of ROS4HRI: a managed node with parameters and diagnostics that publishes speech and intents,
 * reads who is there, and carries out the communication skills. It neither hears nor acts by itself, and no state of it
 * keeps the runtime from listening or from a stop.
 *
 * <p>Events are taken on the dialogue's thread, until {@link #join} without effect; messages come on the bus's thread.
 */
public final class DialogueNode implements Consumer<DialogueEvent>, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(DialogueNode.class.getName());
    /** What is published later is looked up at the start. */
    private static final List<String> PUBLISHED = List.of(
            "hri_msgs/msg/LiveSpeech",
            "hri_actions_msgs/msg/Intent",
            "diagnostic_msgs/msg/DiagnosticArray",
            "lifecycle_msgs/msg/TransitionEvent");

    private static final String INCREMENTAL = "incremental_speech";
    private static final String INTENTS = "publish_intents";
    private static final String SIMULATED = "use_sim_time";

    private final Host host;
    private final Settings settings;
    private final InstantSource machine;
    private final Names names;
    private final NodeClock clock;
    private final Health health;
    private final Parameters parameters;
    private final Lifecycle lifecycle;
    private final Transcript transcript;
    private final Diagnostics diagnostics;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "ros4hri");
        thread.setDaemon(true);
        return thread;
    });
    private Work.@Nullable Engine engine;
    private volatile @Nullable Work work;

    /**
     * Say as what it shows itself. Absent values take the defaults named here.
     *
     * @param node full name of the node, below which its services are; {@code /aizuchi}
     * @param prefix what all names of ROS4HRI begin with, for a robot in a namespace such as {@code /robot1}; none
     * @param voice id of the voice that the runtime hears; {@code anonymous_speaker}
     * @param locale in which people speak, as IETF has it; {@code ja-JP}
     * @param quiet after so long without a word a chat is over; {@code PT60S}
     * @param hears voices whose speech other recognisers publish and the runtime takes as heard, instead of publishing
     *     what it hears itself; none
     * @param managed whether it waits for {@code configure} and {@code activate} instead of beginning by itself
     */
    public record Settings(
            String node,
            String prefix,
            String voice,
            String locale,
            Duration quiet,
            List<String> hears,
            boolean managed) {
        public Settings {
            node = node == null ? "/aizuchi" : node;
            prefix = prefix == null ? "" : prefix;
            voice = voice == null ? "anonymous_speaker" : voice;
            locale = locale == null ? "ja-JP" : locale;
            quiet = quiet == null ? Duration.ofSeconds(60) : quiet;
            hears = hears == null ? List.of() : List.copyOf(hears);
            if (!node.matches("(/[A-Za-z_][A-Za-z0-9_]*)+")) {
                throw new IllegalArgumentException(
                        "node " + node + " is no full name of a node; write one such as /aizuchi");
            }
            if (!prefix.matches("(/[A-Za-z_][A-Za-z0-9_]*)*")) {
                throw new IllegalArgumentException("prefix " + prefix + " is none; write one such as /robot1");
            }
            for (String id : Stream.concat(Stream.of(voice), hears.stream()).toList()) {
                if (!Names.isId(id)) {
                    throw new IllegalArgumentException("voice " + id + " is no id; use letters, digits and _");
                }
            }
        }
    }

    /**
     * Show the node on a bus, unconfigured until the engine has joined.
     *
     * @param host stays the caller's
     * @param robot is asked for its state alone
     * @throws IllegalArgumentException where the bus lacks a type; the message says where it was looked for
     */
    public DialogueNode(Host host, Settings settings, Robot robot, InstantSource machine) {
        this.host = host;
        this.settings = settings;
        this.machine = machine;
        this.names = new Names(settings.prefix());
        PUBLISHED.forEach(type -> host.pattern(type, Bus.Part.MESSAGE));
        this.clock = new NodeClock(host, machine);
        this.health = new Health(robot, machine);
        host.onLink(health::bus);
        this.parameters = new Parameters(host, settings.node(), clock::stamp, declared(settings), this::set);
        this.lifecycle = new Lifecycle(host, settings.node(), machine, this::changed);
        this.transcript = new Transcript(host, names, clock, settings, () -> isSet(INCREMENTAL), () -> isSet(INTENTS));
        this.diagnostics = new Diagnostics(host, settings.node().substring(1), clock::header, health.parts());
    }

    private static List<Parameter> declared(Settings settings) {
        return List.of(
                new Parameter(SIMULATED, new Datum.Flag(false), "stamps messages by /clock", false),
                new Parameter(INCREMENTAL, new Datum.Flag(true), "publishes speech while it is heard", false),
                new Parameter(INTENTS, new Datum.Flag(true), "publishes what was understood", false),
                new Parameter("voice", new Datum.Text(settings.voice()), "id of the voice that is heard", true),
                new Parameter("locale", new Datum.Text(settings.locale()), "in which people speak", true));
    }

    /** Take the engine, and begin unless somebody manages the node; tells of its health from now on, once a second. */
    public void join(Floor floor, Consumer<Percept> percepts, Consumer<Recognition> hearing) {
        synchronized (this) {
            engine = new Work.Engine(floor, percepts, hearing);
        }
        if (!settings.managed()) {
            lifecycle.take(Transition.CONFIGURE);
            lifecycle.take(Transition.ACTIVATE);
        }
        var unused = rounds.scheduleAtFixedRate(this::guardedRound, 1, 1, TimeUnit.SECONDS);
    }

    /** What a round throws would end all those after it. */
    private void guardedRound() {
        try {
            round();
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a round of the dialogue node failed", e);
        }
    }

    /** Tell of its health, and end a chat that has fallen silent. */
    void round() {
        diagnostics.tell();
        Work now = work;
        if (now != null) {
            now.skills().round();
        }
    }

    @Override
    public void accept(DialogueEvent event) {
        health.take(event);
        Work now = work;
        if (now != null) {
            transcript.take(event);
            if (event instanceof DialogueEvent.Heard
                    || event instanceof DialogueEvent.PartialHeard
                    || event instanceof DialogueEvent.Said
                    || event instanceof DialogueEvent.Asked) {
                now.skills().spoken();
            }
        }
    }

    private boolean isSet(String parameter) {
        return parameters.value(parameter) instanceof Datum.Flag flag && flag.value();
    }

    private void set(Parameter parameter) {
        if (parameter.name().equals(SIMULATED)) {
            clock.simulate(isSet(SIMULATED));
        }
    }

    private synchronized void changed(State state) {
        Work before = work;
        if (before != null) {
            work = null;
            before.close();
        }
        Work.Engine joined = engine;
        if (state == State.ACTIVE && joined != null) {
            work = new Work(host, names, settings, joined, machine);
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        changed(State.FINALIZED);
        lifecycle.close();
        parameters.close();
        clock.close();
    }
}
