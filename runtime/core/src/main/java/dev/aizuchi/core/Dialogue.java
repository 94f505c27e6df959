package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.japanese.Addressed;
import dev.aizuchi.japanese.Cues;
import dev.aizuchi.japanese.Normalizer;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.skill.Turn;
import dev.aizuchi.speech.Recognition;
import java.time.Duration;
import java.util.List;

/**
 * Lead the conversation: from what was heard to what a skill answers. Lives on the dialogue thread.
 *
 * <p>An utterance is taken, in this order, as a stop, as the release of a stop, as the answer to an open question, as
 * talk with somebody else, or as a wish to a skill.
 */
final class Dialogue {
    /** Below this the recogniser has guessed, and a guess must not move a robot. */
    private static final double CLEAR = 0.4;

    /** By these a percept tells that the robot is spoken to, and that no person speaks. */
    private static final String ROBOT = "robot";

    private static final String DEVICE = "device";
    private static final String UNKNOWN_WORD = "[unk]";

    private final StopPath stopPath;
    private final Wishes wishes;
    private final Overheard overheard;
    private final Site site;
    private final Language language;
    private final Turns turns;
    private final Speech speech;
    private final Senses senses;
    private final Referents referents;
    private final Questions questions;
    private final Replies replies;
    private final Scripts scripts;
    private final MotionQueue queue;
    private final CutOff cutOff;
    private final Sentences sentences;
    /** Whether the next utterance is said to somebody else, or by a loudspeaker, as far as a sensor knows. */
    private boolean overhearing;

    private boolean device;

    /** What makes sense of a sentence. */
    record Language(
            Normalizer normalizer,
            Cues cues,
            Consent consent,
            Interpreter interpreter,
            PlaceSlots places,
            StandardJapanese standard) {}

    Dialogue(
            StopPath stopPath,
            Wishes wishes,
            Overheard overheard,
            Site site,
            Language language,
            Turns turns,
            Speech speech,
            Senses senses,
            Referents referents,
            Questions questions,
            Replies replies,
            Scripts scripts,
            MotionQueue queue,
            CutOff cutOff,
            Sentences sentences) {
        this.stopPath = stopPath;
        this.wishes = wishes;
        this.overheard = overheard;
        this.site = site;
        this.language = language;
        this.turns = turns;
        this.speech = speech;
        this.senses = senses;
        this.referents = referents;
        this.questions = questions;
        this.replies = replies;
        this.scripts = scripts;
        this.queue = queue;
        this.cutOff = cutOff;
        this.sentences = sentences;
    }

    void speechStarted() {
        turns.next();
        turns.emit(DialogueEvent.SpeechStarted::new);
    }

    void partial(String text) {
        turns.emit((turn, at) -> new DialogueEvent.PartialHeard(turn, at, text));
    }

    /** Leave the rest of what is being said to who speaks now. */
    void giveWay() {
        speech.cut();
    }

    void nothingHeard() {
        turns.emit(DialogueEvent.NotHeard::new);
    }

    /** Tell that all motion was stopped, which has happened already. */
    void stopped(String cause) {
        queue.clear();
        scripts.dropMotion().ifPresent(cutOff::is);
        replies.dropTalk();
        questions.drop();
        speech.cut();
        turns.emit((turn, at) -> new DialogueEvent.Stopped(turn, at, cause));
        speech.say(sentences.say("stopped"));
    }

    void perceived(Percept percept) {
        if (percept instanceof Percept.Speaker speaker) {
            overhearing = !speaker.addressee().isEmpty()
                    && !speaker.addressee().equals(ROBOT)
                    && !site.robotNames().contains(speaker.addressee());
            device = speaker.speaker().equals(DEVICE);
        }
        if (percept instanceof Percept.PersonLeft) {
            sentences.language().speak(Turn.JAPANESE);
        }
        turns.emit((turn, at) -> new DialogueEvent.Perceived(turn, at, percept));
        referents.perceived(percept);
        senses.perceived(percept);
    }

    /** Take an utterance that held a stop word; the stop itself has been seen to. */
    void heardStop(Recognition recognition, Duration took) {
        turns.emit((turn, at) -> new DialogueEvent.Heard(turn, at, recognition, took));
    }

    void heard(Recognition recognition, Duration took) {
        replies.dropTalk();
        turns.emit((turn, at) -> new DialogueEvent.Heard(turn, at, recognition, took));
        String text = language.normalizer().normalize(recognition.text());
        boolean guessed = isGuessed(recognition);
        boolean others = overhearing && site.robotNames().stream().noneMatch(text::contains);
        overhearing = false;
        if (others) {
            beside(text, guessed);
            return;
        }
        Addressed addressed = addressed(text);
        if (!guessed && addressed.to() == Addressed.To.ROBOT) {
            sentences.language().heard(text);
        }
        if (stopPath.isStopped() && !guessed && language.cues().resume(text)) {
            resume(text);
        } else if (!answersQuestion(text, guessed)) {
            unasked(text, guessed, addressed);
        }
    }

    /**
     * A yes that is said to somebody else answers the robot nothing, but 「佐藤さん意識なし、コード出して」 calls for help whoever is
     * spoken to.
     */
    private void beside(String text, boolean guessed) {
        if (device || guessed) {
            turns.emit((turn, at) -> new DialogueEvent.NotUnderstood(turn, at, Duration.ZERO));
        } else {
            overheard.beside(text);
        }
    }

    private void unasked(String text, boolean guessed, Addressed addressed) {
        if (addressed.to() == Addressed.To.OTHER) {
            beside(text, guessed);
        } else if (guessed || language.cues().hasStatic(text)) {
            overheard.garbled(text, language.cues().withoutStatic(text).replace(UNKNOWN_WORD, ""));
        } else if (addressed.to() == Addressed.To.PERHAPS_OTHER) {
            overheard.forOther(addressed.rest());
        } else {
            wishes.heard(text);
        }
    }

    /** A name that was asked for is no call: 「伊藤、あ、失礼、加藤と申します」. */
    private Addressed addressed(String text) {
        return questions.open().filter(Question.Slot.class::isInstance).isPresent()
                ? new Addressed(Addressed.To.ROBOT, text)
                : language.cues().addressed(text, site.robotNames());
    }

    private void resume(String text) {
        if (stopPath.release()) {
            turns.emit(DialogueEvent.Resumed::new);
            // Who says to go on, and not only that the robot may move, need not be asked.
            if (!(language.cues().goOn(text) && cutOff.goesOn()) && !cutOff.offersToGoOn()) {
                speech.say(sentences.say("resumed"));
            }
        } else {
            speech.say(sentences.say("refused.emergency-stop"));
        }
    }

    /** A no may be a guess, and a yes to what moves nobody. */
    private boolean answersQuestion(String text, boolean guessed) {
        boolean settled = questions.settle(question ->
                language.consent().plain(question, text).filter(agrees -> !(agrees && guessed && question.guarded())));
        if (settled) {
            scripts.returnToQuestion();
        }
        return settled;
    }

    private static boolean isGuessed(Recognition recognition) {
        List<Recognition.Word> words = recognition.hypotheses().get(0).words();
        long unknown =
                words.stream().filter(word -> word.text().equals(UNKNOWN_WORD)).count();
        return recognition.confidence() < CLEAR || unknown * 2 > words.size();
    }
}
