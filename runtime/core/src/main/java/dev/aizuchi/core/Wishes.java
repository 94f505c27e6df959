package dev.aizuchi.core;

import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Take what was said to the robot as a wish, or as what it is to an earlier one: its answer, its correction, its
 * withdrawal. Lives on the dialogue thread.
 */
final class Wishes {
    private final Parts parts;
    private final Site site;
    private final Lanes lanes;
    private final Questions questions;
    private final Replies replies;
    private final Sentences sentences;
    private final Consent consent;

    /** What a wish passes through. */
    record Parts(
            WishFinder finder,
            Topic topic,
            FollowUps followUps,
            Withdrawals withdrawals,
            LastSaid lastSaid,
            SlotQuestions slotQuestions,
            Fulfilment fulfilment,
            SiteAnswers siteAnswers,
            Repair repair) {}

    Wishes(
            Parts parts,
            Site site,
            Lanes lanes,
            Questions questions,
            Replies replies,
            Sentences sentences,
            Consent consent) {
        this.parts = parts;
        this.site = site;
        this.lanes = lanes;
        this.questions = questions;
        this.replies = replies;
        this.sentences = sentences;
        this.consent = consent;
    }

    /** Answer what was said to the robot. */
    void heard(String text) {
        Instant begun = lanes.clock().instant();
        parts.topic.spoken();
        List<Wish> wishes = parts.finder.wishes(text);
        if (withdraws(text, wishes) || carriesOut(wishes) || answersQuestion(text, begun)) {
            parts.repair.understood();
        } else {
            parts.repair.notUnderstood(text, since(begun));
        }
    }

    private boolean carriesOut(List<Wish> wishes) {
        if (!wishes.isEmpty()) {
            Question open = questions.open().orElse(null);
            boolean acts = wishes.stream()
                    .anyMatch(wish -> parts.fulfilment.acts(wish).findAny().isPresent());
            wishes.forEach(this::carryOut);
            goOnAsking(open, wishes, acts);
            return true;
        }
        return false;
    }

    /** A wish that puts an earlier one right takes its place. */
    private void carryOut(Wish wish) {
        Optional<Wish> earlier = parts.followUps.correctedBy(wish);
        if (parts.followUps.corrects(wish.text())) {
            replaced(wish).ifPresent(this::withdraw);
        }
        if (earlier.isPresent()) {
            parts.fulfilment.fill(wish, earlier.get(), false);
        } else {
            parts.fulfilment.fill(wish, false);
        }
    }

    private Optional<Turn> replaced(Wish wish) {
        List<Turn> live = live();
        return live.stream()
                .filter(turn -> turn.intent().equals(wish.intent()))
                .reduce((first, second) -> second)
                .or(() -> parts.withdrawals.named(wish.text(), live));
    }

    /**
     * Return to the question from which a person digressed; one that the wish has overtaken lapses.
     *
     * @param acts whether the robot has set about something else
     */
    private void goOnAsking(@Nullable Question open, List<Wish> wishes, boolean acts) {
        if (open == null || questions.open().filter(open::equals).isEmpty()) {
            return;
        }
        boolean overtaken = open instanceof Question.Slot slot
                ? wishes.stream()
                        .anyMatch(wish -> wish.intent().equals(slot.about().intent()))
                : acts;
        if (overtaken) {
            questions.drop();
        } else {
            questions.again(sentences.say("return"));
        }
    }

    private boolean answersQuestion(String text, Instant begun) {
        if (parts.lastSaid.filledBy(text, now())) {
            return true;
        }
        if (questions.open().orElse(null) instanceof Question.Slot slot) {
            boolean corrected = parts.followUps.corrects(text) && followsUp(text);
            return corrected || parts.slotQuestions.answered(slot, text, since(begun), now());
        }
        return questions.settle(question -> consent.implied(question, text))
                || followsUp(text)
                || fromDocuments(text, begun);
    }

    private boolean followsUp(String text) {
        Optional<FollowUps.FollowUp> followUp = parts.followUps.of(text, now());
        followUp.ifPresent(one -> {
            questions.drop();
            if (one.corrects()) {
                replaced(one.wish()).ifPresent(this::withdraw);
            }
            parts.fulfilment.fill(one.wish(), one.earlier(), false);
        });
        return followUp.isPresent();
    }

    /** A skill that has something to do about it (cancel_call tells the nurse) goes first. */
    private boolean withdraws(String text, List<Wish> wishes) {
        Optional<Withdrawals.Withdrawal> withdrawal = parts.withdrawals.in(text, live());
        if (withdrawal.isEmpty() || wishes.stream().anyMatch(wish -> isAnother(wish, withdrawal.get()))) {
            return false;
        }
        Turn about = withdrawal.get().about();
        withdraw(about);
        parts.fulfilment.withdrawn(text);
        String rest = withdrawal.get().rest();
        if (!rest.isEmpty()) {
            List<Wish> others = parts.finder.wishes(rest);
            boolean isLive = others.stream()
                    .allMatch(wish ->
                            live().stream().anyMatch(each -> each.intent().equals(wish.intent())));
            if (!isLive) {
                others.forEach(this::carryOut);
            }
        }
        return true;
    }

    private boolean isAnother(Wish wish, Withdrawals.Withdrawal withdrawal) {
        return withdrawal.rest().isEmpty()
                && !wish.intent().equals(LastSaid.CANCEL_OFFER)
                && !wish.intent().equals(withdrawal.about().intent());
    }

    /** Forget what waits to begin. */
    void dropWaiting() {
        parts.fulfilment.dropWaiting();
    }

    /** Await the answer to what the robot had said before the agent began. */
    void awaitAnswer(String said) {
        parts.lastSaid.awaitAnswer(said);
    }

    private void withdraw(Turn about) {
        if (!parts.fulfilment.dropWaiting(about)) {
            replies.withdraw(about);
        }
    }

    private List<Turn> live() {
        return Stream.concat(replies.live(), parts.fulfilment.waiting()).toList();
    }

    /** Answer from the site's documents what no skill takes. */
    private boolean fromDocuments(String text, Instant begun) {
        Optional<SiteAnswers.Found> found = parts.siteAnswers.to(text);
        found.ifPresent(answer -> parts.fulfilment.begin(
                new Wish(SiteAnswers.INTENT, answer.slots(), Map.of(), answer.score(), since(begun), text),
                SiteAnswers.ANSWER,
                answer.reply()));
        return found.isPresent();
    }

    /**
     * Do what somebody else was asked, where a skill can: 「看護師さん、トイレ」. What is mere talk stays between them.
     *
     * @param rest the text without the call
     */
    void heardForOther(String rest) {
        Instant begun = lanes.clock().instant();
        Optional<Wish> wish = parts.finder
                .wish(rest)
                .filter(each -> parts.fulfilment.acts(each).findAny().isPresent());
        if (wish.isPresent()) {
            questions.drop();
            parts.fulfilment.fill(wish.get(), false);
        } else {
            parts.fulfilment.tellNotUnderstood(since(begun));
        }
    }

    /**
     * Call help for what was said beside the robot, where a skill would at once; all else stays between the speakers.
     */
    void overheard(String text) {
        Instant begun = lanes.clock().instant();
        Optional<Wish> wish = parts.finder
                .wish(text)
                .filter(each -> parts.fulfilment.acts(each).anyMatch(Wishes::isEmergency));
        if (wish.isPresent()) {
            parts.fulfilment.fill(wish.get(), false);
        } else {
            parts.fulfilment.tellNotUnderstood(since(begun));
        }
    }

    private static boolean isEmergency(Action action) {
        return action instanceof Action.CallHuman call && call.urgent();
    }

    private ZonedDateTime now() {
        return lanes.clock().instant().atZone(site.zone());
    }

    private Duration since(Instant begun) {
        return Duration.between(begun, lanes.clock().instant());
    }
}
