package dev.aizuchi.app;

import dev.aizuchi.app.site.SitePack;
import dev.aizuchi.audio.PlayedSignal;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Host;
import dev.aizuchi.core.Agent;
import dev.aizuchi.core.Chatter;
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
import dev.aizuchi.speech.SpeechSynthesizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Open the parts that a configuration names, the slow ones beside the rest, and join them to an agent. */
final class Wiring {
    /** Longer than this, a person takes the robot for deaf. */
    static final Duration FIRST_SENTENCE = Duration.ofSeconds(3);

    private final ConfigFile file;
    private final AgentConfig config;
    private final Plugins plugins;
    private final SitePack pack;
    private final Closer opened;
    private final Observers watching;
    private @Nullable LearntBeside learning;
    private @Nullable Robot robot;
    private @Nullable PlayedSignal played;

    /** Take where to open from; {@code opened} closes all of it. */
    Wiring(ConfigFile file, Plugins plugins, SitePack pack, Closer opened, Observers watching) {
        this.file = file;
        this.config = file.agent();
        this.plugins = plugins;
        this.pack = pack;
        this.opened = opened;
        this.watching = watching;
    }

    /** Wait until the phrases are learnt; what cannot be learnt is thrown here. */
    void awaitLearnt() {
        if (learning != null) {
            learning.await();
        }
    }

    /** Give the robot of the agent that was started. */
    Robot robot() {
        if (robot == null) {
            throw new IllegalStateException("no agent was started");
        }
        return robot;
    }

    /** Give what the robot's voice plays, which has to be taken out of what is heard; null without such a voice. */
    @Nullable
    PlayedSignal played() {
        return played;
    }

    /** Start the agent on a robot; {@code mute} leaves the voice out. */
    Agent start(boolean mute, List<Consumer<DialogueEvent>> observers, Runnable watchdog) {
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
        if (learning != null) {
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
}
