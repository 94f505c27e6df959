package dev.aizuchi.core;

import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Await the answer to what the robot had said before the agent began: a yes to an offer is the wish that it names.
 * Lives on the dialogue thread.
 */
final class LastSaid {
    /** The intent of a skill that answers who declines what the robot offered. */
    static final String CANCEL_OFFER = "cancel_offer";

    /** Tell whether an intent is that, also of a skill that has it beside others: {@code reception/cancel_offer}. */
    static boolean declines(String intent) {
        return SkillSpec.Intent.plainName(intent).equals(CANCEL_OFFER);
    }

    private final Skills skills;
    private final Offers offers;
    private final SlotFilling filling;
    private final Fulfilment fulfilment;
    private final Weighed weighed;
    private final Questions questions;
    private final Permission permission;
    private final Speech speech;
    private final Sentences sentences;
    /** What a yes to the open question would mean. */
    private @Nullable Wish offered;

    LastSaid(
            Skills skills,
            Offers offers,
            SlotFilling filling,
            Fulfilment fulfilment,
            Weighed weighed,
            Questions questions,
            Permission permission,
            Speech speech,
            Sentences sentences) {
        this.skills = skills;
        this.offers = offers;
        this.filling = filling;
        this.fulfilment = fulfilment;
        this.weighed = weighed;
        this.questions = questions;
        this.permission = permission;
        this.speech = speech;
        this.sentences = sentences;
    }

    /** Await the answer; what nobody can answer (「お水です。」) is left alone. */
    void awaitAnswer(String said) {
        offered = offers.offered(said)
                .map(match -> Wish.of(match, Duration.ZERO, said))
                .orElse(null);
        Optional<Question.Slot> value = offers.value(said).flatMap(asked -> asked(asked, said));
        if (value.isPresent()) {
            offered = null;
            questions.expect(value.get());
            return;
        }
        if (offered == null && !offers.canBeDeclined(said)) {
            return;
        }
        boolean guarded = offered != null && weighed.acts(offered).anyMatch(permission::needsYes);
        questions.expect(
                new Question.YesNo(said, guarded, null, this::agreed, () -> declined(said), () -> offered = null));
    }

    /** It is about an intent that asks for this value by itself, else about one that takes it, the likest first. */
    private Optional<Question.Slot> asked(Offers.Value value, String said) {
        List<Wish> takers = Stream.concat(value.intents().stream(), skills.intents())
                .filter(intent -> declares(intent, value.slot()))
                .map(intent -> Wish.implied(intent, Duration.ZERO, ""))
                .toList();
        return takers.stream()
                .filter(wish -> weighed.awaits(wish, value.slot()))
                .findFirst()
                .or(() -> takers.stream().findFirst())
                .map(wish -> new Question.Slot(said, value.slot(), fulfilment.turn(wish)));
    }

    private boolean declares(String intent, String slot) {
        return skills.slots(intent).anyMatch(each -> each.name().equals(slot));
    }

    private void agreed() {
        Wish wish = offered;
        offered = null;
        if (wish == null) {
            fulfilment.tellNotUnderstood(Duration.ZERO);
            speech.say(sentences.say("not-understood"));
        } else {
            fulfilment.fill(wish, true);
        }
    }

    /** A skill may have words of its own for it. */
    private void declined(String said) {
        offered = null;
        if (skills.find(CANCEL_OFFER).isPresent()) {
            fulfilment.fill(Wish.implied(CANCEL_OFFER, Duration.ZERO, said), false);
        } else {
            fulfilment.withdrawn(said);
        }
    }

    /** Take a bare value as the answer to an offer: 「何時にお持ちしましょうか」, 「三時」; tells whether it was one. */
    boolean filledBy(String text, ZonedDateTime now) {
        Wish wish = offered;
        if (wish == null || questions.open().isEmpty()) {
            return false;
        }
        for (Slot<?> slot : skills.answer(wish).intent().slots()) {
            Optional<Found> found =
                    slot.kind() instanceof Slot.Kind.Words ? Optional.empty() : filling.answer(slot, text, now);
            if (found.isPresent()) {
                offered = null;
                questions.close();
                fulfilment.fill(wish.followedBy(text), true);
                return true;
            }
        }
        return false;
    }
}
