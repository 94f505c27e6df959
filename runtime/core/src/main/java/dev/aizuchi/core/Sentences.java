package dev.aizuchi.core;

import dev.aizuchi.skill.Texts;
import java.util.HashMap;
import java.util.Map;

/** Hold what the engine itself says, with the site's name for whom to ask. */
final class Sentences {
    private final Texts texts = Texts.beside(Sentences.class, "sentences.properties");
    private final String whom;

    Sentences(String whom) {
        this.whom = whom;
    }

    boolean has(String key) {
        return texts.byKey().containsKey(key);
    }

    String say(String key) {
        return say(key, Map.of());
    }

    String say(String key, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(values);
        all.put("whom", whom);
        return texts.say(key, all);
    }
}
