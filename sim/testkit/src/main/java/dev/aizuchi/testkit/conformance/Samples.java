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

/** Makes sentences and turns of an intent's phrases, with something in every hole. */
final class Samples {
    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");
    private static final Place SPEAKER = new Place("101号室");
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-04-01T10:00:00+09:00[Asia/Tokyo]");

    private Samples() {}

    /** Give the sentence that a person would say. */
    static String sentence(Intent intent, String phrase) {
        return HOLE.matcher(phrase).replaceAll(hole -> Matcher.quoteReplacement(said(intent, hole.group(1))));
    }

    /** Answer a phrase as the engine would have it answered. */
    static Reply reply(Intent intent, String phrase) {
        Map<String, String> slots = new HashMap<>();
        HOLE.matcher(phrase).results().forEach(hole -> slots.put(hole.group(1), value(intent, hole.group(1))));
        return intent.answer().apply(new Turn(sentence(intent, phrase), intent.name(), slots, SPEAKER, "", NOW));
    }

    private static Slot.Kind kind(Intent intent, String name) {
        return intent.slots().stream()
                .filter(slot -> slot.name().equals(name))
                .map(Slot::kind)
                .findFirst()
                .orElse(name.equals("place") ? new Slot.Kind.Here() : new Slot.Kind.Words());
    }

    private static String said(Intent intent, String name) {
        Slot.Kind kind = kind(intent, name);
        if (kind instanceof Slot.Kind.Choice choice) {
            return choice.vocabulary().wordsByValue().values().iterator().next().get(0);
        }
        if (kind instanceof Slot.Kind.Time) {
            return "午後三時";
        }
        if (kind instanceof Slot.Kind.Date) {
            return "明日";
        }
        if (kind instanceof Slot.Kind.Minutes) {
            return "十分";
        }
        return kind instanceof Slot.Kind.Amount amount ? "3" + amount.unit() : value(intent, name);
    }

    private static String value(Intent intent, String name) {
        Slot.Kind kind = kind(intent, name);
        if (kind instanceof Slot.Kind.Choice choice) {
            return choice.vocabulary().wordsByValue().keySet().iterator().next();
        }
        if (kind instanceof Slot.Kind.Time) {
            return "15:00";
        }
        if (kind instanceof Slot.Kind.Date) {
            return "tomorrow";
        }
        if (kind instanceof Slot.Kind.Minutes) {
            return "10";
        }
        if (kind instanceof Slot.Kind.Amount) {
            return "3";
        }
        if (kind instanceof Slot.Kind.Here) {
            return "廊下";
        }
        if (kind instanceof Slot.Kind.Person) {
            return "田中さん";
        }
        return kind instanceof Slot.Kind.Phone ? "03-1234-5678" : "お茶";
    }
}
