package dev.aizuchi.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Write a new skill's files: those under {@code skill-template}, with the names put in.
 *
 * @param name the skill's name, in snake case
 * @param className of its class, without the ending Skill
 * @param javaPackage its package
 */
record SkillTemplate(String name, String className, String javaPackage) {
    private static final String TEMPLATES = "skill-template/";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

    /**
     * Derive the names.
     *
     * @throws IllegalArgumentException when one is none that Java or the wire takes
     */
    static SkillTemplate of(String name, @Nullable String javaPackage) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(name + " is no name in snake case, such as fetch_tea");
        }
        String chosen = javaPackage == null ? "com.example." + name.replace("_", "") : javaPackage;
        if (!PACKAGE.matcher(chosen).matches() || chosen.startsWith("dev.aizuchi")) {
            throw new IllegalArgumentException(chosen + " is no package for a skill; name one such as com.example.tea");
        }
        String camel = Arrays.stream(name.split("_", -1))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
        return new SkillTemplate(name, camel, chosen);
    }

    /** Name the folder and the artifact, in kebab case. */
    String folder() {
        return name.replace('_', '-');
    }

    /** Write all files below a folder, which must not be there yet. */
    void write(Path folder) throws IOException {
        Properties files = new Properties();
        files.load(new StringReader(resource("files.properties")));
        Map<String, String> texts = new LinkedHashMap<>();
        for (String template : files.stringPropertyNames()) {
            texts.put(filled(files.getProperty(template)), filled(resource(template)));
        }
        for (Map.Entry<String, String> file : texts.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private String filled(String text) {
        return text.replace("@name@", name)
                .replace("@folder@", folder())
                .replace("@Class@", className)
                .replace("@package@", javaPackage)
                .replace("@path@", javaPackage.replace('.', '/'))
                .replace("@version@", version());
    }

    private static String version() {
        String version = SkillTemplate.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0-SNAPSHOT" : version;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = SkillTemplate.class.getResourceAsStream(TEMPLATES + name)) {
            if (in == null) {
                throw new IOException("the jar lacks " + TEMPLATES + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
