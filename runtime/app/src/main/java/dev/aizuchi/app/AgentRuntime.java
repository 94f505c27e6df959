package dev.aizuchi.app;

import dev.aizuchi.app.site.SitePack;
import dev.aizuchi.audio.EchoFreeSource;
import dev.aizuchi.audio.MonotonicClock;
import dev.aizuchi.audio.PlayedSignal;
import dev.aizuchi.audio.SteadySource;
import dev.aizuchi.audio.WatchedSource;
import dev.aizuchi.core.Agent;
import dev.aizuchi.core.KnownSentences;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.speech.EchoCanceller;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.VoiceDetector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Hold an agent and all that a configuration opened for it; closes them in reverse order. */
final class AgentRuntime implements AutoCloseable {
    /** A room is never without any sound for so long. */
    private static final Duration MUTED = Duration.ofSeconds(10);

    private final Closer opened = new Closer();
    private final ConfigFile file;
    private final AgentConfig config;
    private final Plugins plugins;
    private final SitePack pack;
    private final Observers watching;
    private final @Nullable EarsAhead ears;
    private final Wiring wiring;
    private @Nullable Agent agent;

    private AgentRuntime(ConfigFile file, Plugins plugins) {
        this.pack = opened.keep(pack(file, plugins));
        this.file = file.over(pack.defaults());
        this.config = this.file.agent();
        this.plugins = plugins;
        this.watching = new Observers(this.file, opened, this::failed);
        this.ears = config.hearing() == null ? null : opened.keep(new EarsAhead(plugins, this.file, config.hearing()));
        this.wiring = new Wiring(this.file, plugins, pack, opened, watching);
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
            runtime.agent = runtime.wiring.start(mute, observers, watchdog);
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
        wiring.awaitLearnt();
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
        return wiring.robot();
    }

    /** Give the skills that were loaded at the start. */
    List<Skill> skills() {
        return plugins.skills(file, config.skills());
    }

    /** Open the recogniser once more, for sound that comes another way. */
    SpeechRecognizer recognizer() {
        return ears().another();
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
        SteadySource device = new SteadySource(ears()::source, MonotonicClock.system(), tell);
        try (AudioSource source = new WatchedSource(device, MUTED, tell)) {
            listen(source, () -> ready.accept(device.isLost()));
        }
    }

    /** Open all that hears, too, and close it; what cannot be opened is thrown. */
    void check() {
        agent();
        if (hasEars()) {
            ears().check();
        }
    }

    /** Listen to a given sound on the caller's thread until it ends. */
    void listen(AudioSource microphone) {
        listen(microphone, () -> {});
    }

    private void listen(AudioSource microphone, Runnable ready) {
        EarsAhead ears = ears();
        Agent agent = started();
        try (LearntSentences memory = new LearntSentences(Home.cache("sentences"));
                EchoCanceller canceller = ears.canceller();
                SpeechRecognizer recognizer = ears.recognizer(agent.expectedSentences(), this::fault);
                VoiceDetector detector = ears.detector()) {
            agent.listen(
                    recognizer,
                    detector,
                    watching.tapped(withoutEcho(microphone, canceller)),
                    () -> ears.phrasesOnly() ? agent.expectedSentences() : List.of(),
                    new KnownSentences(memory),
                    () -> {
                        agent();
                        ready.run();
                        ears.beginSecondPass();
                        memory.keep();
                    });
        }
    }

    private AudioSource withoutEcho(AudioSource microphone, @Nullable EchoCanceller canceller) {
        PlayedSignal played = wiring.played();
        // Without a voice there is no echo.
        return canceller == null || played == null ? microphone : new EchoFreeSource(microphone, played, canceller);
    }

    private void fault(String message) {
        started().fault("hearing", message);
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

    private void failed(String part, String message) {
        Agent running = agent;
        if (running != null) {
            running.fault(part, message);
        }
    }
}
