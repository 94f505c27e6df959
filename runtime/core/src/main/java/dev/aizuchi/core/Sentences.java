package dev.aizuchi.core;

import dev.aizuchi.skill.Texts;
import java.util.HashMap;
import java.util.Map;

/** Hold what the engine itself says, in the language of the talk and with the site's name for whom to ask. */
final class Sentences {
    private final Texts texts;
    private final String whom;
    private final SpokenLanguage language = new SpokenLanguage();

    Sentences(String whom) {
        this(whom, Map.of());
    }

    /** Take a site's own words for some sentences, by their keys. */
    Sentences(String whom, Map<String, String> others) {
        this.texts = standard().with(others);
        this.whom = whom;
    }

    private static final class Standard {
        private static final Texts TEXTS = Texts.beside(Sentences.class, "sentences.properties")
                .translated("en", Texts.beside(Sentences.class, "sentences_en.properties"));
    }

    static Texts standard() {
        return Standard.TEXTS;
    }

    /** Give the language of the talk, of which there is one for all that speak. */
    SpokenLanguage language() {
        return language;
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
        return texts.in(language.current()).say(key, all);
    }
}
