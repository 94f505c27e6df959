package dev.aizuchi.app.site;

import dev.aizuchi.core.Agent;
import dev.aizuchi.models.Suggestion;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec.Intent;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Worded;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Hold a pack to the skills that there are: it may name nothing that none of them has. */
final class SiteFit {
    private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

    private final Map<String, Skill> skills = new TreeMap<>();
    private final Map<String, Texts> texts = new TreeMap<>();
    private final Consumer<Fault> faults;

    SiteFit(List<? extends Skill> known, Consumer<Fault> faults) {
        this.faults = faults;
        texts.put(SitePack.ENGINE, Agent.sentences());
        for (Skill skill : known) {
            skills.put(skill.spec().name(), skill);
            if (skill instanceof Worded worded) {
                texts.put(skill.spec().name(), worded.texts());
            }
        }
    }

    void check(Pack pack) {
        pack.phrases().forEach(this::phrases);
        pack.texts().forEach(this::texts);
        Set<String> roles = roles();
        pack.site().roles().keySet().stream()
                .filter(role -> !roles.contains(role))
                .forEach(role -> faults.accept(pack.fault(
                        "/roles/" + role,
                        role.equals(SitePack.ROBOT)
                                ? "the robot's own name stands under persona: name"
                                : "no skill calls for a role " + role + Suggestion.hint(role, roles))));
    }

    /** List the roles that skills declare, but for the robot's own. */
    private Set<String> roles() {
        Set<String> roles = texts.values().stream()
                .flatMap(each -> each.byKey().keySet().stream())
                .filter(key -> key.startsWith(Texts.ROLE))
                .map(key -> key.substring(Texts.ROLE.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        roles.remove(SitePack.ROBOT);
        return roles;
    }

    private void phrases(String name, List<Item> items) {
        Skill skill = skills.get(name);
        if (skill == null) {
            unknown(items, "no skill " + name + Suggestion.hint(name, skills.keySet()));
            return;
        }
        Map<String, Intent> intents = new HashMap<>();
        skill.spec().intents().forEach(intent -> intents.put(intent.name(), intent));
        for (Item item : items) {
            Intent intent = intents.get(item.key());
            if (intent != null) {
                Set<String> known = holes(intent);
                for (String hole : holes(item.text())) {
                    if (!known.contains(hole)) {
                        faults.accept(item.fault(item.key() + " has no slot {" + hole + "}"
                                + (known.isEmpty() ? "; write the words themselves" : Suggestion.hint(hole, known))));
                    }
                }
            } else if (item.text().isEmpty()) {
                faults.accept(item.fault("the skill " + name + " has no intent " + item.key()
                        + Suggestion.hint(item.key(), intents.keySet())));
            }
        }
    }

    private void texts(String name, List<Item> items) {
        Texts original = texts.get(name);
        if (original == null) {
            unknown(
                    items,
                    skills.containsKey(name)
                            ? "the skill " + name + " lets nobody change its sentences; remove the file"
                            : "no skill " + name + Suggestion.hint(name, texts.keySet()));
            return;
        }
        for (Item item : items) {
            String text = original.byKey().get(item.key());
            if (text == null) {
                faults.accept(item.fault("unknown key " + item.key()
                        + Suggestion.hint(item.key(), original.byKey().keySet())));
            } else if (item.text().isEmpty()) {
                faults.accept(item.fault(item.key() + " is empty; write a sentence or remove the line"));
            } else {
                Set<String> known = new TreeSet<>(holes(text));
                known.addAll(roleHoles(original));
                for (String hole : holes(item.text())) {
                    if (!known.contains(hole)) {
                        faults.accept(item.fault(item.key() + " has no placeholder {" + hole + "}"
                                + (known.isEmpty() ? "; write the words themselves" : Suggestion.hint(hole, known))));
                    }
                }
            }
        }
    }

    /** A file for nothing is told once. */
    private void unknown(List<Item> items, String message) {
        items.stream().findFirst().ifPresent(item -> faults.accept(new Fault(item.file(), 1, message)));
    }

    private static Set<String> holes(Intent intent) {
        Set<String> holes = new TreeSet<>();
        intent.phrases().forEach(phrase -> holes.addAll(holes(phrase)));
        intent.slots().stream().map(Slot::name).forEach(holes::add);
        return holes;
    }

    static Set<String> holes(String text) {
        return HOLE.matcher(text).results().map(hole -> hole.group(1)).collect(Collectors.toCollection(HashSet::new));
    }

    /** List the holes that any sentence of these may have: how roles are called. */
    static Set<String> roleHoles(Texts texts) {
        return texts.byKey().keySet().stream()
                .filter(key -> key.startsWith(Texts.ROLE))
                .map(key -> key.substring(Texts.ROLE.length()))
                .collect(Collectors.toSet());
    }
}
