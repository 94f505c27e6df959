package dev.aizuchi.testkit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.aizuchi.skill.Skill;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;

/**
 * Read what a skill says of itself: {@code META-INF/aizuchi/NAME/skill.yaml}.
 *
 * @param needs wire names of the acts that it may ask for
 * @param intents names of the intents whose effect it declares
 */
record Manifest(Set<String> needs, Set<String> intents) {
    Manifest {
        needs = Set.copyOf(needs);
        intents = Set.copyOf(intents);
    }

    static String path(String skill) {
        return "META-INF/aizuchi/" + skill + "/skill.yaml";
    }

    /**
     * Read the manifest that came with a skill.
     *
     * @throws IOException when it is missing or broken; the message says what it lacks
     */
    static Manifest of(Skill skill) throws IOException {
        String name = skill.spec().name();
        try (InputStream in = skill.getClass().getClassLoader().getResourceAsStream(path(name))) {
            if (in == null) {
                throw new IOException("missing; begin with the one that ./aizuchi skill new writes");
            }
            JsonNode root = new YAMLMapper().readTree(in);
            for (String key :
                    new String[] {"name", "version", "languages", "offline", "needs", "intents", "permissions"}) {
                if (root.path(key).isMissingNode()) {
                    throw new IOException("lacks the key " + key);
                }
            }
            if (!root.path("name").asText().equals(name)) {
                throw new IOException("names the skill " + root.path("name").asText() + ", the code " + name);
            }
            Set<String> needs = new TreeSet<>();
            root.path("needs").forEach(need -> needs.add(need.asText()));
            Set<String> intents = new TreeSet<>();
            root.path("intents").fieldNames().forEachRemaining(intents::add);
            return new Manifest(needs, intents);
        }
    }
}
