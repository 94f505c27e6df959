package dev.aizuchi.testkit.conformance;

import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.SkillSpec.Intent;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Turn;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Make sentences and turns of an intent's phrases, with something in every hole. */
public final class Samples {
    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");
    private static final Place SPEAKER = new Place("101号室");
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-04-01T10:00:00+09:00[Asia/Tokyo]");

    private Samples() {}

    /** What stands in a hole: as it is said, and as the engine would have it on the wire. */
    private record Sample(String said, String value) {
        Sample(String both) {
            this(both, both);
        }
    }

    /** Give the sentence that a person would say. */
    public static String sentence(Intent intent, String phrase) {
        return HOLE.matcher(phrase)
                .replaceAll(hole ->
                        Matcher.quoteReplacement(sample(intent, hole.group(1)).said()));
    }

    /** Answer a phrase as the engine would have it answered. */
    static Reply reply(Intent intent, String phrase) {
        Map<String, String> slots = new HashMap<>();
        HOLE.matcher(phrase)
                .results()
                .forEach(hole ->
                        slots.put(hole.group(1), sample(intent, hole.group(1)).value()));
        return intent.answer().apply(new Turn(sentence(intent, phrase), intent.name(), slots, SPEAKER, "", NOW));
    }

    private static Sample sample(Intent intent, String name) {
        Slot.Kind kind = kind(intent, name);
        if (kind instanceof Slot.Kind.Choice choice) {
            var first = choice.vocabulary().wordsByValue().entrySet().iterator().next();
            return new Sample(first.getValue().get(0), first.getKey());
        }
        if (kind instanceof Slot.Kind.Time || kind instanceof Slot.Kind.Moment) {
            return new Sample("午後三時", "15:00");
        }
        if (kind instanceof Slot.Kind.Date) {
            return new Sample("明日", "tomorrow");
        }
        if (kind instanceof Slot.Kind.Amount amount) {
            return new Sample("3" + amount.unit(), "3");
        }
        if (kind instanceof Slot.Kind.Here) {
            return new Sample("廊下");
        }
        if (kind instanceof Slot.Kind.Person) {
            return new Sample("田中さん");
        }
        if (kind instanceof Slot.Kind.Company) {
            return new Sample("山田商事");
        }
        return new Sample(kind instanceof Slot.Kind.Phone ? "03-1234-5678" : "お茶");
    }

    private static Slot.Kind kind(Intent intent, String name) {
        return intent.slots().stream()
                .filter(slot -> slot.name().equals(name))
                .map(Slot::kind)
                .findFirst()
                .orElse(name.equals("place") ? new Slot.Kind.Here() : new Slot.Kind.Words());
    }
}
