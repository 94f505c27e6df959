package dev.aizuchi.testkit.users;

import dev.aizuchi.japanese.DataFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Say a person's sentences in the person's way; what it names stays the same throughout. */
final class Tongue {
    private static final DataFile WAYS = DataFile.read(Tongue.class, "ways.txt");
    private static final List<String> FILLERS = WAYS.lines("fillers");

    private final Person.Habits habits;
    private final Random chance;
    private final Map<String, String> names = new HashMap<>();
    private final Map<List<String>, String> last = new HashMap<>();

    Tongue(Person person, Random chance) {
        habits = person.habits();
        this.chance = chance;
        person.knows().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(known -> names.put(known.getKey(), any(known.getValue())));
    }

    /** Choose one of some sentences, another than the last time where there are several. */
    String choose(List<String> sentences) {
        List<String> others = sentences.stream()
                .filter(sentence -> !sentence.equals(last.get(sentences)))
                .toList();
        String chosen = any(others.isEmpty() ? sentences : others);
        last.put(sentences, chosen);
        return filled(chosen);
    }

    /** Say a sentence as the person would. */
    String spoken(String sentence) {
        String said = sentence;
        if (chance.nextDouble() < habits.broken() && said.length() > 4) {
            said = said.substring(0, said.length() - 1 - chance.nextInt(said.length() / 3)) + "…";
        }
        if (chance.nextDouble() < habits.fillers()) {
            said = any(FILLERS) + said;
        }
        return chance.nextDouble() < habits.repeats() ? said + "。" + said : said;
    }

    /** Put what the person knows into the holes. */
    String filled(String text) {
        String full = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            full = full.replace("{" + name.getKey() + "}", name.getValue());
        }
        return full;
    }

    private String any(List<String> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }
}
