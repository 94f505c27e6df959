package dev.aizuchi.app.site;

import dev.aizuchi.japanese.Cues;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.SkillSpec.Intent;
import dev.aizuchi.testkit.conformance.Samples;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hold a pack's phrases to the skills': each new, each reaching its own intent, none that stops the robot. */
final class PhraseCheck {
    private final Cues cues = Cues.standard();
    private final Map<String, Item> added = new HashMap<>();
    private final Map<Set<String>, Interpreter> learnt = new HashMap<>();
    private final Pack pack;
    private final SiteSkills site;
    private final Function<Skill, ? extends List<? extends Skill>> beside;
    private final Function<List<Interpreter.Intent>, ? extends Interpreter> interpreters;
    private final Consumer<Fault> faults;

    /**
     * Take a pack.
     *
     * @param beside gives the skills that one is loaded beside
     * @param interpreters learns all their phrases
     */
    PhraseCheck(
            Pack pack,
            Function<Skill, ? extends List<? extends Skill>> beside,
            Function<List<Interpreter.Intent>, ? extends Interpreter> interpreters,
            Consumer<Fault> faults) {
        this.pack = pack;
        this.site = new SiteSkills(pack, "");
        this.beside = beside;
        this.interpreters = interpreters;
        this.faults = faults;
    }

    void check(List<? extends Skill> known) {
        for (Skill skill : known) {
            List<Item> phrases = pack.phrases().getOrDefault(skill.spec().name(), List.of()).stream()
                    .filter(item -> !item.text().isEmpty())
                    .toList();
            if (!phrases.isEmpty()) {
                check(skill, phrases);
            }
        }
    }

    private void check(Skill skill, List<Item> phrases) {
        List<Skill> all =
                Stream.concat(Stream.of(skill), beside.apply(skill).stream()).collect(Collectors.toList());
        Map<String, String> owners = owners(all);
        Map<String, Intent> intents =
                site.of(skill).spec().intents().stream().collect(Collectors.toMap(Intent::name, intent -> intent));
        Set<String> once = once();
        for (Item item : phrases) {
            Intent intent = intents.get(item.key());
            if (intent != null && isNew(item, owners) && once.contains(bare(item.text()))) {
                reaches(item, intent, all);
            }
        }
    }

    /** List the pack's phrases that stand in one place; any other would be taken for either of its intents. */
    private Set<String> once() {
        Map<String, Long> counts = pack.phrases().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(item -> bare(item.text()), Collectors.counting()));
        counts.values().removeIf(count -> count > 1);
        return counts.keySet();
    }

    /** Name each phrase's intent, and the skill of that. */
    private static Map<String, String> owners(List<Skill> skills) {
        Map<String, String> owners = new HashMap<>();
        for (Skill skill : skills) {
            SkillSpec spec = skill.spec();
            for (Intent intent : spec.intents()) {
                String owner = intent.name() + " of the skill " + spec.name();
                intent.phrases().forEach(phrase -> owners.putIfAbsent(bare(phrase), owner));
            }
        }
        return owners;
    }

    private boolean isNew(Item item, Map<String, String> owners) {
        String bare = bare(item.text());
        String owner = owners.get(bare);
        if (owner != null) {
            faults.accept(item.fault(item.text() + " belongs to " + owner + " already; remove it"));
            return false;
        }
        Item other = added.putIfAbsent(bare, item);
        if (other != null) {
            faults.accept(item.fault(
                    item.text() + " stands under " + other.key() + " in " + other.where() + " too; keep one"));
            return false;
        }
        return true;
    }

    private void reaches(Item item, Intent intent, List<Skill> all) {
        String sentence = Samples.sentence(intent, item.text());
        if (cues.stop(sentence) || cues.resume(sentence)) {
            faults.accept(
                    item.fault(item.text() + " stops or releases the robot before it is asked; say it in other words"));
            return;
        }
        List<Match> matches = interpreter(all).interpret(sentence);
        if (matches.isEmpty()) {
            faults.accept(item.fault(item.text() + " is not understood; say it more plainly"));
        } else if (!matches.get(0).intent().equals(item.key())) {
            faults.accept(
                    item.fault(item.text() + " is taken for " + matches.get(0).intent() + ", by "
                            + matches.get(0).phrase() + "; say more clearly what is wished"));
        }
    }

    private Interpreter interpreter(List<Skill> all) {
        Set<String> names =
                all.stream().map(skill -> skill.spec().name()).collect(Collectors.toCollection(HashSet::new));
        return learnt.computeIfAbsent(names, each -> interpreters.apply(intents(all)));
    }

    private List<Interpreter.Intent> intents(List<Skill> all) {
        return all.stream()
                .map(site::of)
                .flatMap(skill -> skill.spec().examples().stream())
                .toList();
    }

    private static String bare(String phrase) {
        return phrase.replaceAll("[\\s。、！？!?]", "");
    }
}
