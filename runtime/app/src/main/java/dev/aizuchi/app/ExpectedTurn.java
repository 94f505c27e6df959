package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.models.Suggestion;
import dev.aizuchi.testkit.evaluation.Behaviour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is expected of one turn of a dialogue, compared with what {@code converse} wrote of it. */
record ExpectedTurn(JsonNode expected) {
    private static final List<String> KEYS =
            List.of("behaviour", "action", "slots", "says", "not_says", "not_action", "state");
    private static final List<String> BEHAVIOURS =
            Arrays.stream(Behaviour.values()).map(Behaviour::wireName).toList();

    /** @throws JsonLines.BadLineException when a key or a behaviour does not exist */
    ExpectedTurn {
        expected.fieldNames().forEachRemaining(key -> known("key", key, KEYS));
        values(expected.path("behaviour")).forEach(behaviour -> known("behaviour", behaviour, BEHAVIOURS));
    }

    private static void known(String what, String name, List<String> all) {
        if (!all.contains(name)) {
            throw new JsonLines.BadLineException(
                    "expects an unknown " + what + " " + name + Suggestion.hint(name, all));
        }
    }

    /** List what is not as expected; nothing when all is. */
    List<String> differences(JsonNode turn) {
        List<String> differences = new ArrayList<>();
        String said = turn.path("say").asText();
        String action = turn.path("action").asText("");
        oneOf("behaviour", turn.path("behaviour").asText(), differences);
        oneOf("state", turn.path("state").asText(), differences);
        check("action", any -> parts(any).equals(parts(action)), action, differences);
        check("says", said::contains, said, differences);
        for (String never : values(expected.path("not_says"))) {
            if (said.contains(never)) {
                differences.add("says 「" + never + "」");
            }
        }
        for (String never : values(expected.path("not_action"))) {
            if (parts(action).contains(never)) {
                differences.add("action " + never);
            }
        }
        expected.path("slots").properties().forEach(slot -> {
            String value = turn.path("slots").path(slot.getKey()).asText("");
            if (!values(slot.getValue()).contains(value)) {
                differences.add(slot.getKey() + " is 「" + value + "」, not " + slot.getValue());
            }
        });
        return differences;
    }

    private void oneOf(String key, String value, List<String> differences) {
        check(key, value::equals, value, differences);
    }

    private void check(String key, Predicate<String> fits, String value, List<String> differences) {
        if (expected.has(key) && values(expected.get(key)).stream().noneMatch(fits)) {
            differences.add(key + " is 「" + value + "」, not " + expected.get(key));
        }
    }

    /** Two wishes may be named in any order. */
    private static Set<String> parts(String action) {
        return new HashSet<>(List.of(action.split("\\+", -1)));
    }

    private static List<String> values(JsonNode node) {
        List<String> values = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(each -> values.add(each.asText()));
        } else if (!node.isMissingNode()) {
            values.add(node.asText());
        }
        return values;
    }
}
