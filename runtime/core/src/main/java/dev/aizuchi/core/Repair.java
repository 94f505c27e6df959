package dev.aizuchi.core;

import dev.aizuchi.language.Interpretation.Candidate;
import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lead out of not having understood, a rung at each try: once more, in other words or by a choice, and then a person.
 * Lives on the dialogue thread.
 */
final class Repair {
    /** What failed longer ago is another matter. */
    private static final Duration FORGIVEN = Duration.ofMinutes(1);

    private static final int MOST_CHOICES = 4;
    private static final int PATIENCE = 2;

    private static final SkillSpec SKILL = SkillSpec.named("repair")
            .needs(Action.CallHuman.class)
            .on("call_person", List.of("人を呼んで"), turn -> Reply.nothing());
    /** The engine's own skill: it may call somebody, and nothing else. */
    private static final Skills.Answer ANSWER =
            new Skills.Answer(SKILL, SKILL.intents().get(0));

    private final Site site;
    private final Guesses guesses;
    private final Doubt doubt;
    private final SlotQuestions slotQuestions;
    private final Fulfilment fulfilment;
    private final Weighed weighed;
    private final Questions questions;
    private final Replies replies;
    private final Permission permission;
    private final Speech speech;
    private final Sentences sentences;
    private final PlaceSlots places;
    private final Lanes lanes;
    private final StopPath stopPath;
    private int failures;
    private @Nullable Instant lastFailure;

    Repair(
            Site site,
            Guesses guesses,
            Doubt doubt,
            SlotQuestions slotQuestions,
            Fulfilment fulfilment,
            Weighed weighed,
            Questions questions,
            Replies replies,
            Permission permission,
            Speech speech,
            Sentences sentences,
            PlaceSlots places,
            Lanes lanes,
            StopPath stopPath) {
        this.site = site;
        this.guesses = guesses;
        this.doubt = doubt;
        this.slotQuestions = slotQuestions;
        this.fulfilment = fulfilment;
        this.weighed = weighed;
        this.questions = questions;
        this.replies = replies;
        this.permission = permission;
        this.speech = speech;
        this.sentences = sentences;
        this.places = places;
        this.lanes = lanes;
        this.stopPath = stopPath;
    }

    /** Begin at the lowest rung again. */
    void understood() {
        failures = 0;
    }

    /** Go on after an utterance that nobody could take. */
    void notUnderstood(String text, Duration took) {
        count();
        Question open = questions.asked().orElse(null);
        List<Candidate> likely = open == null && failures <= PATIENCE ? guesses.worthAsking(text) : List.of();
        if (!likely.isEmpty()) {
            ask(text, likely, took);
            return;
        }
        fulfilment.tellNotUnderstood(took);
        if (open != null && questions.insists() && failures >= PATIENCE) {
            failures = 0;
            questions.giveUp();
        } else if (failures > PATIENCE) {
            failures = 0;
            offerPerson();
        } else if (open != null) {
            questions.again(failures == 1 ? sentences.say("repair.again") : hint(open));
        } else {
            speech.say(sentences.say(failures > 1 ? "repair.rephrase" : unclear()));
        }
    }

    /** Who wants a robot to go on that was stopped has to hear how. */
    private String unclear() {
        return stopPath.isStopped() ? "refused.stopped" : "not-understood";
    }

    /** Go on after words of which some were lost. */
    void notHeard(Duration took) {
        count();
        fulfilment.tellNotUnderstood(took);
        if (failures > PATIENCE) {
            failures = 0;
            offerPerson();
        } else {
            speech.say(sentences.say("not-clear"));
        }
    }

    private void count() {
        Instant now = lanes.clock().instant();
        failures = lastFailure == null || now.isAfter(lastFailure.plus(FORGIVEN)) ? 1 : failures + 1;
        lastFailure = now;
    }

    /** Ask for what may have been meant: which of two, or by yes or no. */
    private void ask(String text, List<Candidate> likely, Duration took) {
        Candidate guess = likely.get(0);
        Wish wish = new Wish(guess.intent(), Map.of(), Map.of(), guess.score(), took, text);
        if (doubt.asks(wish, likely)) {
            return;
        }
        fulfilment.tellUnderstood(fulfilment.filled(wish));
        String question = guesses.offer(guess.intent())
                .orElseGet(() -> sentences.say("repair.guess", Map.of("phrase", guesses.quoted(guess.phrase()))));
        ask(question, List.of(wish), () -> {
            if (likely.size() > 1) {
                ask(text, likely.subList(1, likely.size()), took);
            } else {
                speech.say(sentences.say("repair.rephrase"));
            }
        });
    }

    /**
     * Ask by yes or no for what was understood of words of which some were lost.
     *
     * @param rest what is left of them
     * @param wishes with their values
     */
    void readBack(String rest, List<Wish> wishes) {
        wishes.forEach(fulfilment::tellUnderstood);
        String question = sentences.say("repair.guess", Map.of("phrase", rest));
        ask(question, wishes, () -> speech.say(sentences.say("not-clear")));
    }

    private void ask(String question, List<Wish> wishes, Runnable otherwise) {
        questions.ask(new Question.YesNo(
                question,
                wishes.stream().flatMap(weighed::acts).anyMatch(permission::needsYes),
                null,
                () -> {
                    understood();
                    wishes.forEach(wish -> fulfilment.fill(wish, true));
                },
                otherwise,
                () -> {}));
    }

    private String hint(Question open) {
        if (!(open instanceof Question.Slot asked)) {
            return sentences.say(open instanceof Question.Either ? "repair.which" : "repair.yes-or-no");
        }
        Slot.Kind kind = slotQuestions.slot(asked).kind();
        if (kind instanceof Slot.Kind.Here) {
            return choices(places.names());
        }
        if (kind instanceof Slot.Kind.Choice choice) {
            return choices(choice.vocabulary().wordsByValue().values().stream()
                    .map(words -> words.get(0))
                    .toList());
        }
        String example = Times.isAsked(slotQuestions.slot(asked))
                ? "time"
                : kind instanceof Slot.Kind.Date
                        ? "date"
                        : kind instanceof Slot.Kind.Person
                                ? "person"
                                : kind instanceof Slot.Kind.Words ? "words" : "number";
        return sentences.say("repair.example." + example);
    }

    private String choices(List<String> all) {
        List<String> some = all.subList(0, Math.min(MOST_CHOICES, all.size()));
        return sentences.say("repair.choices", Map.of("choices", String.join("、", some)));
    }

    private void offerPerson() {
        questions.drop();
        Reply call = Reply.perform(
                        new Action.CallHuman(site.askWhom(), site.speaker(), sentences.say("repair.reason"), false))
                .thenSay(sentences.say("repair.called"));
        Turn about = new Turn(
                "",
                ANSWER.intent().name(),
                Map.of(),
                site.speaker(),
                speech.lastSaid(),
                lanes.clock().instant().atZone(site.zone()));
        if (call.actions().allMatch(permission::isAble)) {
            Reply offer = Reply.ask(sentences.say("repair.offer"), call, Reply.say(sentences.say("declined")));
            replies.begin(ANSWER, offer, about, false);
        } else {
            speech.say(sentences.say("repair.ask-person"));
        }
    }
}
