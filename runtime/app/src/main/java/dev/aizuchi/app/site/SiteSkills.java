package dev.aizuchi.app.site;

import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.SkillSpec.Intent;
import dev.aizuchi.skill.SkillSpec.Sense;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Worded;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Give skills a pack's phrases, sentences and roles. */
final class SiteSkills {
    private final Pack pack;
    private final Map<String, String> roles;
    private final RoleCalls calls;

    /** Take a pack, and whom people are told to ask at the site. */
    SiteSkills(Pack pack, String whom) {
        this.pack = pack;
        this.roles = pack.roles(whom);
        Map<String, String> called = new HashMap<>();
        pack.site().roles().forEach((role, named) -> {
            if (named.call() != null) {
                called.put(role, named.call());
            }
        });
        this.calls = new RoleCalls(called);
    }

    Skill of(Skill skill) {
        SkillSpec spec = adapted(worded(skill).spec());
        return () -> spec;
    }

    private Skill worded(Skill skill) {
        if (!(skill instanceof Worded worded)) {
            return skill;
        }
        Map<String, String> others = new HashMap<>();
        roles.forEach((role, spoken) -> {
            if (worded.texts().byKey().containsKey(Texts.ROLE + role)) {
                others.put(Texts.ROLE + role, spoken);
            }
        });
        others.putAll(texts(pack, skill.spec().name()));
        return others.isEmpty() ? skill : worded.worded(worded.texts().with(others));
    }

    /** Give a skill's sentences in the pack's words, by key. */
    static Map<String, String> texts(Pack pack, String skill) {
        Map<String, String> texts = new HashMap<>();
        pack.texts().getOrDefault(skill, List.of()).forEach(item -> texts.put(item.key(), item.text()));
        return texts;
    }

    private SkillSpec adapted(SkillSpec spec) {
        List<Item> phrases = pack.phrases().getOrDefault(spec.name(), List.of());
        List<Intent> intents =
                spec.intents().stream().map(intent -> adapted(intent, phrases)).toList();
        List<Sense> senses = spec.senses().stream()
                .map(sense -> new Sense(sense.percept(), sense.answer().andThen(calls::in)))
                .toList();
        return new SkillSpec(spec.name(), spec.needs(), intents, senses);
    }

    private Intent adapted(Intent intent, List<Item> phrases) {
        List<String> all = Stream.concat(
                        intent.phrases().stream(),
                        phrases.stream()
                                .filter(item -> item.key().equals(intent.name()))
                                .map(Item::text)
                                .filter(text -> !text.isEmpty()))
                .distinct()
                .toList();
        return intent.with(all, intent.answer().andThen(calls::in));
    }
}
