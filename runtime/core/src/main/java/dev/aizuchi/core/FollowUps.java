package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.skill.Slot;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understand an utterance as going on from what was wished for before: a value put right (「やっぱり4時に」), another thing of
 * the same kind (「売店は？」), the same once more (「もう一杯」). Lives on the dialogue thread.
 */
final class FollowUps {
    private final Topic topic;
    private final Skills skills;
    private final SlotFilling filling;
    private final Substitution substitution;
    private final Contrast contrast;
    private final Fulfilment fulfilment;
    private final Weighed weighed;
    private final Replies replies;
    private final Content content;
    private final Pattern again;
    private final Pattern onceMore;
    private final Pattern another;
    private final Pattern too;
    private final Pattern change;
    private final List<String> sides;
    private final Referents referents;
    private final Cohesion cohesion;

    /**
     * A wish with all its values, and the earlier one from which it goes on.
     *
     * @param open the first slot whose value could not be settled
     * @param corrects whether the earlier one is not wanted any more
     */
    record FollowUp(Wish wish, Wish earlier, Optional<SlotFilling.Open> open, boolean corrects) {}

    FollowUps(
            DataFile data,
            Topic topic,
            Content content,
            Skills skills,
            SlotFilling filling,
            Referents referents,
            Fulfilment fulfilment,
            Weighed weighed,
            Replies replies,
            Cohesion cohesion) {
        this.cohesion = cohesion;
        this.topic = topic;
        this.referents = referents;
        this.content = content;
        this.skills = skills;
        this.filling = filling;
        this.substitution = new Substitution(filling);
        this.contrast = new Contrast(data, filling);
        this.fulfilment = fulfilment;
        this.weighed = weighed;
        this.replies = replies;
        again = data.pattern("again");
        onceMore = data.pattern("once more");
        another = data.pattern("another");
        too = data.pattern("too");
        change = data.pattern("change");
        sides = data.lines("side");
    }

    /** Give the last wish for the same that a wish puts right, with what it puts right. */
    Optional<FollowUp> correctedBy(Wish wish, ZonedDateTime now) {
        return cohesion.corrects(wish.text())
                ? topic.recent().stream()
                        .filter(each -> each.intent().equals(wish.intent()))
                        .findFirst()
                        .map(each -> substituted(each, written(wish.text()), now))
                : Optional.empty();
    }

    /**
     * Understand a value that is said alone, whatever wish it may be like: one of time or measure, one that was left
     * open, or any that puts the last one right or asks for another of its kind, belongs to the last wish.
     *
     * @param wishes what the utterance may be by itself
     */
    Optional<FollowUp> ofBareValue(String text, List<Wish> wishes, ZonedDateTime now) {
        return of(text, now)
                .filter(one -> cohesion.corrects(text)
                        || too.matcher(text).find()
                        || (another.matcher(text).find() && isNoOther(one, wishes))
                        || filling
                                .fill(skills.answer(one.earlier()).intent(), Map.of(), text, now)
                                .slots()
                                .keySet()
                                .stream()
                                .allMatch(name -> isMeasured(one.earlier(), name)
                                        || (isOpen(one.earlier(), name) && !fulfilment.requests(text))));
    }

    private static boolean isNoOther(FollowUp one, List<Wish> wishes) {
        return wishes.stream()
                .allMatch(wish -> wish.intent().equals(one.earlier().intent()));
    }

    /** 「ガスの臭いがする」, 「B区画だ」: where it is was not said yet. */
    private boolean isOpen(Wish wish, String name) {
        return !wish.slots().containsKey(name) && kind(wish, name).isPresent();
    }

    private boolean isMeasured(Wish wish, String name) {
        return kind(wish, name)
                .filter(kind -> !(kind instanceof Slot.Kind.Choice
                        || kind instanceof Slot.Kind.Here
                        || kind instanceof Slot.Kind.Person))
                .isPresent();
    }

    private Optional<Slot.Kind> kind(Wish wish, String name) {
        return skills.answer(wish).intent().slots().stream()
                .filter(slot -> slot.name().equals(name))
                .findFirst()
                .map(Slot::kind);
    }

    /** Understand what by itself is no wish. */
    Optional<FollowUp> of(String text, ZonedDateTime now) {
        String last = text.replaceFirst("[。？?]+$", "").replaceFirst("^.*[。？?！!]", "");
        if (again.matcher(last).matches()
                || (replies.failed().isPresent() && onceMore.matcher(text).find())) {
            return topic.recent().stream()
                    .filter(each -> weighed.acts(each).findAny().isPresent())
                    .findFirst()
                    .map(each -> new FollowUp(
                            Wish.implied(each.intent(), Duration.ZERO, each.text() + "、" + text)
                                    .onTopOf(each),
                            each,
                            Optional.empty(),
                            false));
        }
        return candidates(text)
                .flatMap(each -> withOtherValues(each, text, now).stream())
                .findFirst();
    }

    /** What an utterance names goes first: 「さっきの散歩、4時に」; it may have been put off long ago. */
    private Stream<Wish> candidates(String text) {
        List<Wish> recent = topic.recent();
        List<Wish> putOff = replies.live().map(Wish::of).toList();
        return Stream.of(
                        recent.stream().filter(wish -> isNamed(wish, text)),
                        putOff.stream().filter(wish -> isNamed(wish, text)),
                        // What is still to come can be changed, an answer that was given cannot.
                        change.matcher(text).find() ? putOff.stream() : Stream.<Wish>empty(),
                        recent.stream())
                .flatMap(wishes -> wishes);
    }

    private static boolean isNamed(Wish wish, String text) {
        return wish.words().values().stream().anyMatch(word -> !word.isEmpty() && text.contains(word));
    }

    /** Write a text as the site does, with the place at which it only points. */
    private String written(String text) {
        return filling.places().written(referents.spelled(text).orElse(text));
    }

    private Optional<FollowUp> withOtherValues(Wish earlier, String said, ZonedDateTime now) {
        String text = written(said);
        FollowUp one = substituted(earlier, text, now);
        boolean says = !one.wish().slots().equals(earlier.slots())
                || one.open().isPresent()
                || (one.corrects() && saysOtherSide(text, earlier));
        return Optional.of(one).filter(any -> says && content.saysOnly(known(any.wish(), text), filling.meant(text)));
    }

    /** 「右だったわ」: the right knee, where the left one was spoken of. */
    private boolean saysOtherSide(String text, Wish earlier) {
        return sides.stream()
                .anyMatch(side -> text.contains(side) && !earlier.text().contains(side));
    }

    /** Understand a value that is set against the one of before: 「集合じゃなくて待機」. */
    Optional<FollowUp> contrasted(String text, ZonedDateTime now) {
        return topic.recent().stream()
                .flatMap(earlier -> contrast
                        .in(text, earlier, skills.answer(earlier).intent(), now)
                        .stream()
                        .map(wish -> new FollowUp(wish, earlier, Optional.empty(), true)))
                .findFirst();
    }

    private FollowUp substituted(Wish earlier, String text, ZonedDateTime now) {
        Substitution.Substituted all =
                substitution.in(earlier, skills.answer(earlier).intent(), text, now);
        Wish whole = Wish.implied(earlier.intent(), Duration.ZERO, earlier.renewed(all.words(), text))
                .with(all.slots(), all.words());
        return new FollowUp(whole, earlier, all.open(), cohesion.corrects(text));
    }

    /** The words of the values, and those that tell beside them what they are. */
    private List<String> known(Wish wish, String text) {
        Stream<String> beside = skills.answer(wish).intent().slots().stream().flatMap(slot -> slot.near().stream());
        Stream<String> places = content.things(text).stream()
                .filter(thing -> wish.slots().values().stream()
                        .anyMatch(value -> filling.places().isName(thing, value)));
        // 「肩じゃ、左の」, but not 「左に二メートル」: a side belongs to what has one.
        boolean ofAPair = wish.words().entrySet().stream()
                .anyMatch(each -> text.contains(each.getValue())
                        && kind(wish, each.getKey())
                                .filter(Slot.Kind.Choice.class::isInstance)
                                .isPresent());
        Stream<String> side = ofAPair ? sides.stream() : Stream.empty();
        return Stream.of(wish.words().values().stream(), beside, places, side)
                .flatMap(words -> words)
                .toList();
    }
}
