package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.Claims;
import dev.aizuchi.japanese.Cues;
import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Normalizer;
import dev.aizuchi.japanese.dialect.PlainForms;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.pragmatics.Answers;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.speech.Recognition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Hold the wired parts of an agent, and lead what the ears hear to the dialogue thread. */
final class Engine implements AutoCloseable {
    final Lanes lanes;
    final Turns turns;
    final Dialogue dialogue;
    private volatile Hearable hearable;
    private final Function<List<Interpreter.Intent>, ? extends Interpreter> interpreters;
    private final CurrentInterpreter interpreter;
    private final Grammar grammar;

    private final Skills skills;
    private final Voice voice;
    private final boolean nodding;
    private final Speech speech;
    private final StopPath stopPath;
    private final Scripts scripts;
    private final Backlog backlog;
    private final Cues cues;
    private final Normalizer normalizer;
    private final Lexicon lexicon;
    private final Site site;
    private final Guests guests;
    private final Questions questions;
    private final Addressee addressee;
    private final Acquaintance acquaintance;
    private final Sentences sentences;

    Engine(Agent.Builder parts, Lanes lanes, Function<List<Interpreter.Intent>, ? extends Interpreter> interpreters) {
        this.lanes = lanes;
        this.site = parts.site;
        this.lexicon = parts.lexicon;
        this.voice = parts.pace == null ? parts.voice : new PacedVoice(lanes, parts.pace);
        this.nodding = parts.nodding;
        this.normalizer = new Normalizer();
        this.cues = Cues.standard();
        sentences = new Sentences(site.askWhom(), parts.sentences);
        turns = new Turns(lanes.clock(), new Events(parts.observers).andThen(this::followed));
        List<SkillSpec> declared = Skills.declared(parts.skills);
        skills = new Skills(
                declared,
                turns::fault,
                parts.skillsOnLanes ? SkillThread.none() : new SkillThread(SkillThread.BUDGET, this::askToWait));
        stopPath = new StopPath(parts.robot);
        PlainForms forms = PlainForms.standard();
        addressee = new Addressee(forms, sentences.language());
        speech = new Speech(voice, lanes, turns, parts.lastSaid, addressee, sentences.say("another-topic"));
        SafetyGate gate = new SafetyGate(parts.robot, lanes.clock(), stopPath::isLatched, sentences, parts.rules);
        Actuation actuation = new Actuation(parts.robot, gate, stopPath, lanes, turns);
        questions = new Questions(speech, lanes);
        Talk talk = talk(parts, sentences);
        Topic topic = new Topic(lanes.clock());
        Reminders reminders = new Reminders(lanes, turns, speech, parts.reminders, parts.reading);
        Deeds deeds = new Deeds();
        Predicate<String> claimsDone = Claims.standard()::claimsDone;
        scripts = new Scripts(gate, actuation, questions, sentences, lanes);
        Permission permission = new Permission(gate, scripts);
        Confirmations confirmations = new Confirmations(gate, permission, scripts, questions, speech, sentences, turns);
        Replies replies = new Replies(
                permission,
                confirmations,
                actuation,
                speech,
                questions,
                sentences,
                turns,
                claimsDone,
                talk,
                reminders,
                topic,
                deeds,
                scripts,
                lanes);
        this.interpreters = interpreters;
        List<Interpreter.Intent> intents = Skills.intents(declared);
        interpreter = new CurrentInterpreter(interpreters.apply(intents), turns::current);
        StandardJapanese standard = new StandardJapanese(forms, turns::current);
        Dialogue.Language language = new Dialogue.Language(
                normalizer,
                cues,
                new Consent(cues, Answers.standard(), standard),
                interpreter,
                new PlaceSlots(parts.robot::profile, site.speaker(), lexicon),
                standard);
        MotionQueue queue = new MotionQueue(turns, replies, scripts, permission, speech, sentences);
        DataFile data = DataFile.read(FollowUps.class, "follow-ups.txt");
        Content content = new Content(data);
        SlotFilling filling = new SlotFilling(language.places(), lexicon, site.robotNames());
        Referents referents = new Referents(data, topic, skills, filling, lanes.clock());
        Fulfilment fulfilment = new Fulfilment(
                skills, site, cues, filling, referents, topic, lanes, turns, speech, questions, replies, queue,
                sentences);
        Weighed weighed = new Weighed(fulfilment, skills, turns, speech);
        Ellipsis ellipsis = new Ellipsis(data, topic, content, skills, language, referents);
        WishFinder finder =
                new WishFinder(data, skills, language, filling, fulfilment, weighed, addressee, ellipsis, lanes);
        Guesses guesses =
                new Guesses(data, skills, language, filling, fulfilment, weighed, gate::moves, lanes, sentences);
        guests = new Guests(lanes, speech, questions, skills, fulfilment, scripts, topic, claimsDone);
        Doubt doubt =
                new Doubt(data, guesses, fulfilment, weighed, skills, content, topic, questions, speech, sentences);
        SlotQuestions slotQuestions =
                new SlotQuestions(skills, language, filling, content, fulfilment, questions, speech, sentences);
        Withdrawals withdrawals = new Withdrawals(data, skills, content, language.standard());
        Repair repair = new Repair(
                site,
                guesses,
                doubt,
                slotQuestions,
                fulfilment,
                weighed,
                questions,
                replies,
                permission,
                speech,
                sentences,
                language.places(),
                lanes,
                stopPath);
        Cohesion cohesion = new Cohesion(data, content, language.standard(), weighed);
        FollowUps followUps =
                new FollowUps(data, topic, content, skills, filling, referents, fulfilment, weighed, replies, cohesion);
        Standing standing = new Standing(fulfilment, weighed, deeds, queue, speech, sentences);
        TooLate tooLate = new TooLate(withdrawals, topic, fulfilment, weighed, permission, sentences, deeds, standing);
        EarlierWishes earlier = new EarlierWishes(
                finder,
                topic,
                followUps,
                cohesion,
                withdrawals,
                tooLate,
                queue,
                questions,
                fulfilment,
                weighed,
                standing,
                repair);
        Offers offers = new Offers(interpreter, intent -> skills.find(intent).isPresent());
        LastSaid lastSaid =
                new LastSaid(skills, offers, filling, fulfilment, weighed, questions, permission, speech, sentences);
        Consent consent = language.consent();
        Settlement settlement = new Settlement(
                questions,
                consent,
                doubt,
                slotQuestions,
                lastSaid,
                ellipsis,
                cohesion,
                topic,
                fulfilment,
                weighed,
                earlier);
        SiteAnswers siteAnswers = new SiteAnswers(parts.documents, parts.robot.profile(), sentences);
        Wishes wishes = new Wishes(
                finder,
                guesses,
                doubt,
                settlement,
                earlier,
                new Prohibitions(finder, withdrawals, weighed, consent, standard, fulfilment),
                ellipsis,
                fulfilment,
                weighed,
                siteAnswers,
                repair,
                topic,
                questions,
                scripts,
                consent,
                sentences);
        if (!parts.lastSaid.isBlank()) {
            lanes.normal(() -> lastSaid.awaitAnswer(parts.lastSaid));
        }
        backlog = new Backlog(reminders, skills, replies, speech, sentences, lanes, turns);
        lanes.normal(backlog::takeUp);
        Greeting greeting = new Greeting(site, lanes, speech, questions, scripts, sentences);
        acquaintance = new Acquaintance(parts.people, parts.reading, lanes, turns, addressee, greeting);
        dialogue = new Dialogue(
                stopPath,
                wishes,
                new Overheard(finder, fulfilment, weighed, repair, questions),
                site,
                language,
                turns,
                speech,
                new Senses(skills, site, lanes, speech, questions, replies, queue, acquaintance),
                referents,
                questions,
                replies,
                scripts,
                queue,
                new CutOff(replies, questions, speech, sentences, lanes),
                sentences);
        grammar = Grammar.of(parts.robot.profile(), lexicon);
        hearable = new Hearable(grammar, cues, intents);
    }

    /**
     * Load these skills and no others: their phrases are learnt on the caller's thread, and the dialogue goes on
     * meanwhile.
     *
     * @throws IllegalArgumentException when two skills declare one intent; then all stays as it is
     */
    void exchange(List<? extends Skill> all) {
        List<SkillSpec> specs = Skills.declared(all);
        List<Interpreter.Intent> intents = Skills.intents(specs);
        Interpreter learnt = interpreters.apply(intents);
        lanes.normal(() -> {
            skills.exchange(specs);
            interpreter.is(learnt);
            hearable = new Hearable(grammar, cues, intents);
            backlog.takeUp();
        });
    }

    /** Give what may be said, as the site writes it. */
    List<String> expected() {
        return hearable.written();
    }

    /** Give the same for a recogniser: names also by their readings, since it may not know how they are written. */
    List<String> audible() {
        return hearable.audible();
    }

    private @Nullable Talk talk(Agent.Builder parts, Sentences sentences) {
        Chatter chatter = parts.chatter;
        if (chatter == null) {
            return null;
        }
        chatter.prepare(lanes.clock().instant().atZone(site.zone()));
        return new Talk(chatter, parts.reading, lanes, turns, speech, sentences);
    }

    /** Learn which sentences are whole; takes a while, so only for an agent that listens. */
    TurnEnd turnEnd(KnownSentences known) {
        return new TurnEnd(normalizer, known.whole(audible()), this::awaited);
    }

    private TurnEnd.Awaited awaited() {
        boolean yesNo =
                questions.open().filter(Question.YesNo.class::isInstance).isPresent();
        // Whoever says はい while the robot speaks need not be waited for either: it wants to speak on.
        return new TurnEnd.Awaited(yesNo || mayBeInterrupted(), addressee.slowness());
    }

    Guests guests() {
        return guests;
    }

    private void askToWait() {
        speech.askToWait(sentences.say("one-moment"));
    }

    /** Those who follow come to be after the first events. */
    @SuppressWarnings("RedundantNullCheck")
    private void followed(DialogueEvent event) {
        if (acquaintance != null
                && event instanceof DialogueEvent.Commanded commanded
                && commanded.action().name().equals("voice")) {
            commanded.action().arguments().stream()
                    .filter(Argument.Text.class::isInstance)
                    .forEach(style -> acquaintance.asks(((Argument.Text) style).value()));
        }
        if (guests != null && event instanceof DialogueEvent.Understood understood) {
            guests.understood(understood);
        }
    }

    boolean isStop(String text) {
        return cues.stop(text);
    }

    /** Stop on the caller's thread; the dialogue is told separately. */
    void halt() {
        stopPath.halt();
        voice.cut();
        // What the dialogue is at comes to its end without them, so that it hears of the stop.
        skills.abandon();
        lanes.urgent(skills::heed);
    }

    boolean isIdle() {
        return !speech.isSpeaking() && scripts.isIdle();
    }

    /** Take a typed sentence; a stop in it acts before anything is queued. */
    void typed(Recognition recognition) {
        if (isStop(recognition.text())) {
            halt();
            lanes.urgent(() -> {
                turns.next();
                dialogue.heardStop(recognition, Duration.ZERO);
                dialogue.stopped("word");
            });
        } else {
            lanes.normal(() -> {
                turns.next();
                dialogue.heard(recognition, Duration.ZERO);
            });
        }
    }

    /** Hand over what the audio thread hears. */
    Listener.Ear ear(TurnEnd turnEnd, KnownSentences known) {
        return new DialogueEar(
                lanes,
                dialogue,
                turns,
                this::halt,
                () -> speech.isSpeaking() && site.bargeIn() == Site.BargeIn.STOP_WORDS,
                known.respelling(expected(), lexicon),
                new BargeIn(new InterruptedVoice(), Set.copyOf(expected())::contains),
                new Nods(
                        turnEnd::goesOn,
                        () -> nodding && !speech.isSpeaking(),
                        sound -> lanes.normal(() -> speech.nod(sound))),
                lanes::nanoTime);
    }

    Optional<String> saying() {
        return speech.isSpeaking() ? Optional.of(voice.said()) : Optional.empty();
    }

    private boolean mayBeInterrupted() {
        return speech.isSpeaking() && site.bargeIn() == Site.BargeIn.ANY_WORD;
    }

    /** The voice as it looks from the thread that listens. */
    private final class InterruptedVoice implements BargeIn.Robot {
        @Override
        public boolean isSpeaking() {
            return mayBeInterrupted();
        }

        @Override
        public boolean isAsking() {
            return speech.isAsking();
        }

        @Override
        public void pause() {
            voice.pause();
        }

        @Override
        public void goOn() {
            voice.goOn();
        }

        @Override
        public void giveWay() {
            lanes.urgent(dialogue::giveWay);
        }
    }

    @Override
    public void close() {
        stopPath.haltAgain();
        lanes.close();
        skills.close();
        voice.close();
    }
}
