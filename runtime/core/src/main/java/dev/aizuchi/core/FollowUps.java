package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Understand an utterance as going on from what was wished for before: a value put right (「やっぱり4時に」), another thing of
 * the same kind (「売店は？」), the same once more (「もう一杯」). Lives on the dialogue thread.
 */
final class FollowUps {
    private final Topic topic;
    private final Skills skills;
    private final SlotFilling filling;
    private final Fulfilment fulfilment;
    private final Morphology morphology = new Morphology();
    private final Pattern again;
    private final Pattern correction;
    private final Set<String> empty;

    /**
     * A wish, and the earlier one from which it goes on.
     *
     * @param corrects whether the earlier one is not wanted any more
     */
    record FollowUp(Wish wish, Wish earlier, boolean corrects) {}

    FollowUps(Topic topic, Skills skills, SlotFilling filling, Fulfilment fulfilment) {
        this.topic = topic;
        this.skills = skills;
        this.filling = filling;
        this.fulfilment = fulfilment;
        DataFile data = DataFile.read(FollowUps.class, "follow-ups.txt");
        again = data.pattern("again");
        correction = data.pattern("correction");
        empty = new HashSet<>(data.lines("empty"));
    }

    /** Tell whether an utterance says that something before it was wrong. */
    boolean corrects(String text) {
        return correction.matcher(text).find();
    }

    /** Give the last wish for the same that a wish puts right. */
    Optional<Wish> correctedBy(Wish wish) {
        return corrects(wish.text())
                ? topic.recent().stream()
                        .filter(each -> each.intent().equals(wish.intent()))
                        .findFirst()
                : Optional.empty();
    }

    /** Understand what by itself is no wish. */
    Optional<FollowUp> of(String text, ZonedDateTime now) {
        if (again.matcher(text).matches()) {
            return topic.recent().stream()
                    .filter(each -> fulfilment.acts(each).findAny().isPresent())
                    .findFirst()
                    .map(each -> new FollowUp(Wish.implied(each.intent(), Duration.ZERO, text), each, false));
        }
        return topic.recent().stream()
                .flatMap(each -> withOtherValues(each, text, now).stream())
                .findFirst();
    }

    private Optional<FollowUp> withOtherValues(Wish earlier, String text, ZonedDateTime now) {
        SlotFilling.Filled filled = filling.fill(skills.answer(earlier).intent(), Map.of(), text, now);
        Map<String, String> others = new HashMap<>(filled.slots());
        others.entrySet().removeAll(earlier.slots().entrySet());
        boolean says = !others.isEmpty() || filled.open().isPresent();
        return says && saysNoMore(filling.meant(text), filled.words().values())
                ? Optional.of(
                        new FollowUp(Wish.implied(earlier.intent(), Duration.ZERO, text), earlier, corrects(text)))
                : Optional.empty();
    }

    /** Tell whether there is nothing in a text but these words and what carries them. */
    private boolean saysNoMore(String text, Collection<String> words) {
        String rest = text;
        for (String word : words) {
            rest = rest.replace(word, "、");
        }
        return morphology.analyze(rest).stream().noneMatch(this::counts);
    }

    private boolean counts(Morpheme word) {
        boolean content = List.of("名詞-一般", "名詞-固有名詞", "名詞-サ変接続", "名詞-形容動詞語幹", "動詞-自立", "形容詞-自立").stream()
                .anyMatch(word::is);
        return content && !empty.contains(word.base());
    }
}
