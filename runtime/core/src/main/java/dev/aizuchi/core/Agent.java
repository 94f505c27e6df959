package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.Retriever;
import dev.aizuchi.person.People;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.skill.Floor;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.speech.AudioSink;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import dev.aizuchi.speech.SpeechSynthesizer;
import dev.aizuchi.speech.Talker;
import dev.aizuchi.speech.VoiceDetector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Talk with people and have a robot do what they ask.
 *
 * <p>All methods may be called from any thread. What was heard becomes events on the dialogue thread; a stop acts on
 * the caller's thread before anything else.
 */
public final class Agent implements AutoCloseable {
    /** The kind of a robot's own percept by which it tells that its stop was pressed from elsewhere. */
    private static final String STOP_PERCEPT = "stop";

    /** After so long without an answer a question lapses. */
    public static final Duration QUESTION_LAPSES_AFTER = Duration.ofSeconds(30);

    private final Engine engine;

    private Agent(Engine engine) {
        this.engine = engine;
    }

    /** Begin to wire an agent to its robot and site. */
    public static Builder builder(Robot robot, Site site) {
        return new Builder(robot, site);
    }

    /** Give what the engine itself says, by key, each with its {holes}. */
    public static Texts sentences() {
        return Sentences.standard();
    }

    /** Hear a typed sentence, as if it had been spoken. */
    public void hear(String text) {
        hear(Recognition.ofText(text));
    }

    /** Take a sentence as a recogniser would give it, as sure as it is. */
    public void hear(Recognition recognition) {
        engine.typed(recognition);
    }

    /**
     * Listen on the caller's thread until the sound ends. The sound is read on a thread of its own, which also watches
     * for stop words: they are heard while the recogniser is still busy with a sentence.
     *
     * @param expected sentences to limit the recogniser to, such as {@link #expectedSentences}, asked for before each
     *     utterance; empty lets it hear all that its own language model knows
     * @param known what earlier ears have learnt; used on a thread of the agent until it is ready
     * @param ready called on this thread once the next sound is heard; what is learnt before that takes a while
     * @throws dev.aizuchi.speech.AudioException when the device is lost; the agent goes on, and may be made to listen
     *     again
     */
    public void listen(
            SpeechRecognizer recognizer,
            VoiceDetector detector,
            AudioSource source,
            Supplier<List<String>> expected,
            KnownSentences known,
            Runnable ready) {
        ExecutorService looks = Executors.newSingleThreadExecutor(task -> daemon(task, "second look"));
        // Learnt beside each other: both take a good part of a start.
        CompletableFuture<List<String>> stops =
                CompletableFuture.supplyAsync(() -> known.stops(engine.expected(), engine::isStop), looks);
        CompletableFuture<TurnEnd> turnEnd = stops.thenApplyAsync(any -> engine.turnEnd(known), looks);
        CompletableFuture<Listener.Ear> ear = turnEnd.thenApplyAsync(end -> engine.ear(end, known), looks);
        try (SpeechRecognizer.Session session = new FreshPhrases(recognizer, expected)) {
            StopSpotter spotter = new StopSpotter(
                    recognizer.watch(engine.expected()),
                    SecondLook.among(recognizer, stops.join(), engine::isStop, looks),
                    engine::isStop,
                    text -> ear.join().stopWord(text));
            Listener listener = new Listener(session, turnEnd.join(), engine::isStop, ear.join());
            ready.run();
            listener.listen(source, detector, spotter);
        } finally {
            looks.shutdown();
        }
    }

    /**
     * Make ears that hear what they are handed, in the time of the lanes and on their thread: what {@link #listen} does
     * with a device, for a simulation.
     *
     * @param spotting whether a second session watches for stop words too
     * @param known what earlier ears have learnt
     */
    public SteppedEars ears(SpeechRecognizer recognizer, boolean spotting, KnownSentences known) {
        TurnEnd turnEnd = engine.turnEnd(known);
        Listener.Ear ear = engine.ear(turnEnd, known);
        SpeechRecognizer.Session session = recognizer.open(List.of());
        Listener listener = new Listener(session, turnEnd, engine::isStop, ear, engine.lanes::nanoTime);
        return new SteppedEars(
                session, listener, spotting ? Optional.of(spotter(recognizer, ear, known)) : Optional.empty());
    }

    private StopSpotter spotter(SpeechRecognizer recognizer, Listener.Ear ear, KnownSentences known) {
        List<String> expected = engine.expected();
        List<String> stops = known.stops(expected, engine::isStop);
        return new StopSpotter(
                recognizer.watch(expected),
                SecondLook.among(recognizer, stops, engine::isStop, Runnable::run),
                engine::isStop,
                ear::stopWord);
    }

    /** Give about what has been heard of the sentence that the robot is saying; empty while it says none. */
    public Optional<String> saying() {
        return engine.saying();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Stop all motion at once and latch; {@code cause} names the way, such as {@code key} or {@code button}. */
    public void stop(String cause) {
        engine.halt();
        engine.lanes.urgent(() -> engine.dialogue.stopped(cause));
    }

    /** Have the robot say and ask what others want. */
    public Floor floor() {
        return engine.guests();
    }

    /** Tell what a sensor outside the robot says. */
    public void perceive(Percept percept) {
        if (percept instanceof Percept.EmergencyStop stop && stop.pressed()) {
            stop("estop");
        } else if (percept instanceof Percept.Own own && own.kind().equals(STOP_PERCEPT)) {
            stop(own.arguments().stream()
                    .filter(argument -> argument instanceof Argument.Text)
                    .map(argument -> ((Argument.Text) argument).value())
                    .findFirst()
                    .orElse("remote"));
        }
        engine.lanes.normal(() -> engine.dialogue.perceived(percept));
    }

    /** Tell observers that a part of the runtime failed; the message names the thing and the cure. */
    public void fault(String part, String message) {
        engine.lanes.normal(() -> engine.turns.fault(part, message));
    }

    /**
     * Load these skills and no others while the agent runs. Their phrases are learnt on the caller's thread; the talk
     * goes on with the old ones meanwhile, and what is under way is carried to its end.
     *
     * @throws IllegalArgumentException when two skills declare one intent; then all stays as it is
     */
    public void exchangeSkills(List<? extends Skill> all) {
        engine.exchange(all);
    }

    /** Ask, on the dialogue thread, whether nothing is being said or done; a question may be open. */
    public void whenIdle(Runnable then) {
        engine.lanes.normal(() -> {
            if (engine.isIdle()) {
                then.run();
            } else {
                engine.lanes.after(Duration.ofMillis(20), () -> whenIdle(then));
            }
        });
    }

    /** List what may be said to the loaded skills, and the cues: what a recogniser can be limited to. */
    public List<String> expectedSentences() {
        return engine.audible();
    }

    /** Stop the robot, end the voice and the dialogue thread; the robot itself is closed by its owner. */
    @Override
    public void close() {
        engine.close();
    }

    /** Wire an agent by hand. */
    public static final class Builder {
        final Robot robot;
        Site site;
        final List<Skill> skills = new ArrayList<>();
        final List<SafetyRule> rules = new ArrayList<>();
        final List<Consumer<DialogueEvent>> observers = new ArrayList<>();
        Voice voice = new Voice.Mute();

        @Nullable
        Function<String, Duration> pace;

        boolean nodding;
        boolean skillsOnLanes;
        Lexicon lexicon = new Lexicon(List.of());
        final Map<String, String> sentences = new HashMap<>();
        String lastSaid = "";
        Executor reading = Builder::onThread;
        Runnable watchdog = () -> {};

        @Nullable
        Lanes lanes;

        @Nullable
        Chatter chatter;

        @Nullable
        Retriever documents;

        Acquaintance.@Nullable Store people;

        @Nullable
        ReminderFile reminders;

        private Builder(Robot robot, Site site) {
            this.robot = robot;
            this.site = site;
        }

        /** Load skills. */
        public Builder skills(List<? extends Skill> more) {
            skills.addAll(more);
            return this;
        }

        /** Watch every event, on the dialogue thread, in order. */
        public Builder observer(Consumer<DialogueEvent> observer) {
            observers.add(observer);
            return this;
        }

        /** Forbid more than the standard rules do. */
        public Builder rule(SafetyRule rule) {
            rules.add(rule);
            return this;
        }

        /** Speak aloud; without it the sentences stand in the events alone. The agent closes both. */
        public Builder voice(SpeechSynthesizer synthesizer, AudioSink sink) {
            voice = new SpokenVoice(synthesizer, sink, sentence -> lexicon.spoken(sentence), System::nanoTime);
            return this;
        }

        /** Speak by a device that makes the sound itself; how fast and how loud is then its own affair. */
        public Builder voice(Talker talker) {
            voice = new RobotVoice(talker, sentence -> lexicon.spoken(sentence), System::nanoTime);
            return this;
        }

        /**
         * Say nothing aloud, but count a sentence as said only once it would have been, so that it can be interrupted:
         * for a simulation, whose thread runs the lanes. Every word interrupts, as with headphones.
         *
         * @param lasting how long the voice takes for a sentence
         */
        public Builder paced(Function<String, Duration> lasting) {
            pace = lasting;
            site = new Site(site.speaker(), site.zone(), site.askWhom(), site.robotNames(), Site.BargeIn.ANY_WORD);
            return this;
        }

        /**
         * Let the robot say a soft はい now and then while a person speaks. It takes an echo canceller: without one the
         * robot hears it in the person's pause.
         */
        public Builder nodding() {
            nodding = true;
            return this;
        }

        /**
         * Teach the site's words. Their kind is the name of the hole in which they may stand: {@code place},
         * {@code person}; the robot's places are known. They are expected by ear, written as the site writes them, and
         * read aloud by their readings.
         */
        public Builder lexicon(Lexicon words) {
            lexicon = words;
            return this;
        }

        /** Say some of the engine's {@link Agent#sentences} in a site's own words, by key. */
        public Builder sentences(Map<String, String> others) {
            sentences.putAll(others);
            return this;
        }

        /** Begin as if the robot had just said a sentence; a question or an offer awaits its answer. */
        public Builder lastSaid(String sentence) {
            lastSaid = sentence;
            return this;
        }

        /** Let a language model answer what skills leave to it; without one, their fixed sentences are said. */
        public Builder chatter(Chatter model) {
            chatter = model;
            return this;
        }

        /** Answer from the site's documents what no skill answers; they stay the caller's to close. */
        public Builder documents(Retriever site) {
            documents = site;
            return this;
        }

        /**
         * Know people: greet them by name, speak to each as they want to be spoken to.
         *
         * @param store stays the caller's; asked on the threads of {@link #reading}
         * @param keep who was not seen for longer is forgotten
         */
        public Builder people(People store, Duration keep) {
            people = new Acquaintance.Store(store, keep);
            return this;
        }

        /**
         * Keep what people asked to be reminded of over restarts; what fell due meanwhile is told at the start, with
         * how late it comes.
         *
         * @param file written on the threads of {@link #reading}
         */
        public Builder reminders(ReminderFile file) {
            reminders = file;
            return this;
        }

        /**
         * Read the language model, the people and the reminders elsewhere than on a thread of its own; by the caller
         * itself, in a test on one thread.
         */
        public Builder reading(Executor executor) {
            reading = executor;
            return this;
        }

        private static void onThread(Runnable task) {
            daemon(task, "talk").start();
        }

        /**
         * Have skills answer on the thread of the lanes, for as long as they take: for a simulation, whose outcome must
         * not hang on how busy the machine is. One that hangs is not unloaded there.
         */
        public Builder skillsOnLanes() {
            skillsOnLanes = true;
            return this;
        }

        /** Tell a watchdog that the dialogue thread runs: called on it, some twenty times a second, never blocking. */
        public Builder watchdog(Runnable alive) {
            watchdog = alive;
            return this;
        }

        /** Run on other lanes than a thread in real time; the agent closes them. */
        public Builder lanes(Lanes other) {
            lanes = other;
            return this;
        }

        /**
         * Start the agent.
         *
         * @param interpreter makes sense of sentences, given the loaded skills' intents
         * @throws IllegalArgumentException when two skills declare one intent
         */
        public Agent start(Function<List<Interpreter.Intent>, ? extends Interpreter> interpreter) {
            Lanes running = lanes == null ? Lanes.onThread(InstantSource.system()) : lanes;
            Agent agent = new Agent(new Engine(this, running, interpreter));
            robot.onPercept(agent::perceive);
            if (lanes == null) {
                // On a thread of its own: what a test drives by hand would never come to rest.
                running.normal(new Pulse(robot, watchdog, running)::beat);
            }
            return agent;
        }
    }
}
