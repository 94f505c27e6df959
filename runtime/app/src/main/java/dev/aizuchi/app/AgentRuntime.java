package dev.aizuchi.app;

import dev.aizuchi.app.site.SitePack;
import dev.aizuchi.audio.EchoFreeSource;
import dev.aizuchi.audio.MonotonicClock;
import dev.aizuchi.audio.PlayedSignal;
import dev.aizuchi.audio.SteadySource;
import dev.aizuchi.audio.WatchedSource;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Host;
import dev.aizuchi.core.Agent;
import dev.aizuchi.core.Chatter;
import dev.aizuchi.core.KnownSentences;
import dev.aizuchi.core.ReminderFile;
import dev.aizuchi.documents.LuceneRetriever;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.japanese.fence.Fence;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.LanguageModel;
import dev.aizuchi.language.Retriever;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.people.H2People;
import dev.aizuchi.person.People;
import dev.aizuchi.robot.Capability.Limit.OneOf;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.ros2.hri.DialogueNode;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.speech.EchoCanceller;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.SpeechSynthesizer;
import dev.aizuchi.speech.VoiceDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hold an agent and all that a configuration opened for it; closes them in reverse order. */
final class AgentRuntime implements AutoCloseable {
    /** A room is never without any sound for so long. */
    private static final Duration MUTED = Duration.ofSeconds(10);
    /** Longer than this, a person takes the robot for deaf. */
    static final Duration FIRST_SENTENCE = Duration.ofSeconds(3);

    private final Closer opened = new Closer();
    private final ConfigFile file;
    private final AgentConfig config;
    private final Plugins plugins;
    private final SitePack pack;
    private final Observers watching;
    private final @Nullable EarsAhead ears;
    private @Nullable LearntBeside learning;
    private @Nullable Agent agent;
    private @Nullable Robot robot;
    private @Nullable PlayedSignal played;

    private AgentRuntime(ConfigFile file, Plugins plugins) {
        this.pack = opened.keep(pack(file, plugins));
        this.file = file.over(pack.defaults());
        this.config = this.file.agent();
        this.plugins = plugins;
        this.watching = new Observers(this.file, opened, this::failed);
        this.ears = config.hearing() == null ? null : opened.keep(new EarsAhead(plugins, this.file, config.hearing()));
    }

    /** Open everything that the configuration names and start the agent; {@code mute} leaves the voice out. */
    static AgentRuntime open(ConfigFile file, Plugins plugins, boolean mute, List<Consumer<DialogueEvent>> observers) {
        return open(file, plugins, mute, observers, () -> {});
    }

    /** Open it under a watchdog, which is told by the dialogue thread that this thread runs. */
    static AgentRuntime open(
            ConfigFile file,
            Plugins plugins,
            boolean mute,
            List<Consumer<DialogueEvent>> observers,
            Runnable watchdog) {
        AgentRuntime runtime = new AgentRuntime(file, plugins);
        try {
            runtime.agent = runtime.start(mute, observers, watchdog);
            return runtime;
        } catch (RuntimeException e) {
            runtime.close();
            throw e;
        }
    }

    /** Open the site pack that a configuration names, or none. */
    static SitePack pack(ConfigFile file, Plugins plugins) {
        Path path = file.agent().sitePack();
        return path == null ? SitePack.none() : SitePack.open(path, plugins.skills());
    }

    /** Give the agent once it has learnt its phrases; what cannot be learnt is thrown here. */
    Agent agent() {
        if (learning != null) {
            learning.await();
        }
        return started();
    }

    /** Stop the robot at once, whatever is still being learnt. */
    void stop(String cause) {
        started().stop(cause);
    }

    private Agent started() {
        if (agent == null) {
            throw new IllegalStateException("open() gives only started agents");
        }
        return agent;
    }

    Robot robot() {
        if (robot == null) {
            throw new IllegalStateException("open() gives only agents with a robot");
        }
        return robot;
    }

    /** Give the skills that were loaded at the start. */
    List<Skill> skills() {
        return plugins.skills(file, config.skills());
    }

    /** Open the recogniser once more, for sound that comes another way. */
    SpeechRecognizer recognizer() {
        return EarsAhead.first(plugins, file, hearing());
    }

    /** Listen likewise, telling nobody once all is open. */
    void listen() {
        listen(missing -> {}, message -> {});
    }

    /**
     * Open the ears and listen on the caller's thread until the sound ends.
     *
     * <p>A device that is not there or lost is told of and opened again; one that gives only silence is told of.
     *
     * @param ready called once nothing more has to be opened or learnt, with whether the device is missing
     * @param told hears what is wrong with the sound, and that it is mended, as the observers do
     */
    void listen(Consumer<Boolean> ready, Consumer<String> told) {
        Consumer<String> tell = message -> {
            fault(message);
            told.accept(message);
        };
        SteadySource device = new SteadySource(this::source, MonotonicClock.system(), tell);
        try (AudioSource source = new WatchedSource(device, MUTED, tell)) {
            listen(source, () -> ready.accept(device.isLost()));
        }
    }

    private AudioSource source() {
        return plugins.open(file, hearing().source(), "/hearing/source", AudioSource.class);
    }

    /** Open all that hears, too, and close it; what cannot be opened is thrown. */
    void check() {
        agent();
        if (hasEars()) {
            try (Closer tried = new Closer()) {
                tried.keep(source());
                EchoCanceller canceller = canceller(hearing());
                if (canceller != null) {
                    tried.keep(canceller);
                }
                ears().check();
            }
        }
    }

    /** Listen to a given sound on the caller's thread until it ends. */
    void listen(AudioSource microphone) {
        listen(microphone, () -> {});
    }

    private void listen(AudioSource microphone, Runnable ready) {
        AgentConfig.Hearing hearing = hearing();
        PlayedSignal signal = played;
        try (EchoCanceller canceller = canceller(hearing);
                SpeechRecognizer recognizer = ears().recognizer(started().expectedSentences(), this::fault);
                VoiceDetector detector = ears().detector()) {
            LearntSentences memory = new LearntSentences(Home.cache("sentences"));
            started()
                    .listen(
                            recognizer,
                            detector,
                            // Without a voice there is no echo.
                            watching.tapped(
                                    canceller == null || signal == null
                                            ? microphone
                                            : new EchoFreeSource(microphone, signal, canceller)),
                            () -> hearing.phrasesOnly() ? started().expectedSentences() : List.of(),
                            new KnownSentences(memory),
                            () -> {
                                agent();
                                ready.run();
                                ears().beginSecondPass();
                                memory.keep();
                            });
        }
    }

    private void fault(String message) {
        started().fault("hearing", message);
    }

    private @Nullable EchoCanceller canceller(AgentConfig.Hearing hearing) {
        AgentConfig.Use use = hearing.echo();
        return use == null ? null : plugins.open(file, use, "/hearing/echo", EchoCanceller.class);
    }

    private EarsAhead ears() {
        if (ears == null) {
            throw file.error("", "hearing is missing: name a source, a detector and a recognizer");
        }
        return ears;
    }

    /** Follow what is put into and taken out of the folder of skills, until the runtime is closed. */
    void watchSkills(Consumer<String> tell) {
        List<Skill> fromJars = plugins.jars().skills();
        List<String> named = config.skills();
        List<Skill> others = plugins.skills(file, named).stream()
                .filter(skill -> !fromJars.contains(skill))
                .toList();
        Consumer<List<Skill>> exchange = all -> {
            agent().exchangeSkills(pack.skills(all, config.site().askWhom()));
            tell.accept("skills    now "
                    + all.stream().map(skill -> skill.spec().name()).collect(Collectors.joining(", ")));
        };
        opened.keep(new SkillWatch(
                        Plugins.folder(),
                        plugins.jars(),
                        others,
                        name -> named.isEmpty() || named.contains(name),
                        exchange,
                        problem -> agent().fault("skills.d", problem))
                .start());
    }

    boolean hasEars() {
        return config.hearing() != null;
    }

    @Override
    public void close() {
        opened.close();
    }

    private Agent start(boolean mute, List<Consumer<DialogueEvent>> observers, Runnable watchdog) {
        AgentConfig.Use use = config.encoder();
        Ahead<TextEncoder> loading = use == null
                ? null
                : opened.keep(Ahead.open("encoder", () -> plugins.open(file, use, "/encoder", TextEncoder.class)));
        Ahead<SpeechSynthesizer> voice = mute ? null : voiceAhead();
        Robot robot = openRobot();
        this.robot = robot;
        List<Skill> skills =
                pack.skills(plugins.skills(file, config.skills()), config.site().askWhom());
        Path words = config.lexicon();
        Agent.Builder builder = Agent.builder(robot, config.site().site())
                .skills(skills)
                .watchdog(watchdog)
                .sentences(pack.sentences())
                .lexicon(pack.lexicon(words == null ? new Lexicon(List.of()) : Home.lexicon(words)));
        observers.forEach(builder::observer);
        AgentConfig.PeopleConfig people = config.people();
        People known = people == null ? null : H2People.open(people.settings());
        watching.open(robot, known).forEach(builder::observer);
        AgentConfig.Speaking speaking = config.speaking();
        AgentConfig.Hearing ears = config.hearing();
        if (speaking != null && speaking.aizuchi() && ears != null && ears.echo() == null) {
            throw file.error(
                    "/speaking/aizuchi",
                    "aizuchi: true needs hearing.echo, such as { use: webrtc }: the robot would hear its own はい");
        }
        if (speaking != null && !mute) {
            speak(speaking, voice, robot, builder);
        }
        generator(robot).ifPresent(builder::chatter);
        TextEncoder encoder = loading == null ? null : opened.keep(loading.take());
        Retriever documents =
                config.documents() == null ? null : opened.keep(LuceneRetriever.open(config.documents(), encoder));
        pack.answering(documents).ifPresent(builder::documents);
        if (people != null && known != null) {
            builder.people(known, Duration.ofDays(people.retentionDays()));
        }
        if (config.reminders() != null) {
            builder.reminders(reminders(config.reminders()));
        }
        DialogueNode node = config.ros4hri() == null ? null : opened.keep(dialogueNode(config.ros4hri(), robot));
        if (node != null) {
            builder.observer(node);
        }
        Agent started = opened.keep(
                builder.start(encoder == null ? PhraseInterpreter::of : intents -> learn(intents, encoder)));
        if (config.alerts() != null) {
            opened.keep(AlertWatch.open(file, config.alerts(), skills, started));
        }
        if (node != null) {
            node.join(started.floor(), started::perceive, started::hear);
        }
        return started;
    }

    /** The first time beside the rest of a start, later at once. */
    private Interpreter learn(List<Interpreter.Intent> intents, TextEncoder encoder) {
        if (agent != null) {
            return Home.learn(intents, encoder);
        }
        LearntBeside beside = opened.keep(new LearntBeside(() -> Home.learn(intents, encoder)));
        learning = beside;
        return beside;
    }

    private @Nullable Ahead<SpeechSynthesizer> voiceAhead() {
        AgentConfig.Speaking speaking = config.speaking();
        AgentConfig.Use use = speaking == null ? null : speaking.synthesizer();
        return use == null
                ? null
                : opened.keep(Ahead.open(
                        "voice", () -> plugins.open(file, use, "/speaking/synthesizer", SpeechSynthesizer.class)));
    }

    private void speak(
            AgentConfig.Speaking speaking,
            @Nullable Ahead<SpeechSynthesizer> voice,
            Robot robot,
            Agent.Builder builder) {
        AgentConfig.Use sink = speaking.sink();
        if (voice == null || sink == null) {
            builder.voice(robot.talker()
                    .orElseThrow(() -> file.error(
                            "/speaking/robot",
                            "the robot has no voice of its own: its file needs an act say that takes one text and has"
                                    + " effect: none; or name a synthesizer and a sink")));
            return;
        }
        PlayedSignal signal = new PlayedSignal(plugins.open(file, sink, "/speaking/sink", AudioSink.class));
        played = signal;
        builder.voice(voice.take(), signal);
        if (speaking.aizuchi()) {
            builder.nodding();
        }
    }

    private Robot openRobot() {
        Robot robot = opened.keep(plugins.open(file, config.robot(), "/robot", Robot.class));
        List<Robot> devices = new ArrayList<>();
        for (AgentConfig.Use use : config.devices()) {
            String path = "/devices/" + devices.size();
            devices.add(opened.keep(plugins.open(file, use, path, Robot.class)));
        }
        return devices.isEmpty() ? robot : new JoinedRobot(robot, devices);
    }

    private DialogueNode dialogueNode(AgentConfig.Ros4HriConfig ros4hri, Robot robot) {
        Bus bus = opened.keep(plugins.open(file, ros4hri.bus(), "/ros4hri/bus", Bus.class));
        if (!(bus instanceof Host host)) {
            throw file.error("/ros4hri/bus/use", "over this bus nothing can be served; use rcl or rosbridge");
        }
        try {
            return new DialogueNode(host, ros4hri.settings(), robot, InstantSource.system());
        } catch (IllegalArgumentException e) {
            throw file.error("/ros4hri", String.valueOf(e.getMessage()));
        }
    }

    private Optional<Chatter> generator(Robot robot) {
        AgentConfig.Use use = config.generator();
        if (use == null) {
            return Optional.empty();
        }
        LanguageModel model = opened.keep(plugins.open(file, use, "/generator", LanguageModel.class));
        return Optional.of(new Chatter(model, Fence.knowing(places(robot)), config.facts(), FIRST_SENTENCE));
    }

    private List<String> places(Robot robot) {
        Stream<String> reachable = robot.profile().capability("navigate").stream()
                .flatMap(capability -> capability.limits().stream())
                .flatMap(limit -> limit instanceof OneOf oneOf ? oneOf.values().stream() : Stream.of());
        return Stream.of(Stream.of(config.site().speaker()), reachable, pack.placeNames().stream())
                .flatMap(each -> each)
                .toList();
    }

    private ReminderFile reminders(AgentConfig.RemindersConfig reminders) {
        if (!Files.exists(reminders.file()) && !Files.exists(reminders.key())) {
            Keys.make(reminders.key());
        }
        try {
            return ReminderFile.open(
                    reminders.file(), Keys.seal(reminders.key()), Duration.ofHours(reminders.keepHours()));
        } catch (IOException e) {
            throw file.error("/reminders/file", "the reminders cannot be read: " + e.getMessage());
        }
    }

    private void failed(String part, String message) {
        Agent running = agent;
        if (running != null) {
            running.fault(part, message);
        }
    }

    private AgentConfig.Hearing hearing() {
        ears();
        return Objects.requireNonNull(config.hearing());
    }
}
