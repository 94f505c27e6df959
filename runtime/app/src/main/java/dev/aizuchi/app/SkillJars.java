package dev.aizuchi.app;

import dev.aizuchi.skill.Skill;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Load skills from jars in a folder, each jar by a class loader of its own.
 *
 * <p>A jar sees the JDK, what skills are compiled against and itself, so neither another skill's libraries nor the
 * runtime's get in its way. One that cannot be loaded is told of and left out; the others work.
 *
 * @param skills what was found, by the names of the files
 * @param problems what was left out, and why
 */
record SkillJars(List<Skill> skills, List<String> problems) {
    SkillJars {
        skills = List.copyOf(skills);
        problems = List.copyOf(problems);
    }

    /** Load all jars of a folder; none when there is no such folder. */
    static SkillJars in(Path folder) {
        List<Skill> skills = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path jar : jars(folder)) {
            try {
                skills.addAll(load(jar));
            } catch (ConfigException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new SkillJars(skills, problems);
    }

    /**
     * Load the skills of one jar.
     *
     * @throws ConfigException when it is no jar, has no skill, or a skill of it fails to start
     */
    static List<Skill> load(Path jar) {
        try {
            if (!Files.isRegularFile(jar)) {
                throw new ConfigException(jar + ": no such file; build the skill with mvn package");
            }
            // Stays open as long as the skills live: until the process ends.
            URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, new Window());
            List<Skill> skills = ServiceLoader.load(Skill.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
            skills.forEach(Skill::spec);
            if (skills.isEmpty()) {
                throw new ConfigException(jar + ": no skill in it; META-INF/services/" + Skill.class.getName()
                        + " has to name its class");
            }
            return skills;
        } catch (IOException | LinkageError | RuntimeException | ServiceConfigurationError e) {
            if (e instanceof ConfigException known) {
                throw known;
            }
            throw new ConfigException(jar + ": the skill cannot be loaded: " + e, e);
        }
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    /** Shows a jar the JDK and what skills are compiled against, and nothing else of this process. */
    private static final class Window extends ClassLoader {
        private static final List<String> OPEN = List.of(
                "dev.aizuchi.skill.",
                "dev.aizuchi.robot.",
                "dev.aizuchi.event.",
                "dev.aizuchi.japanese.",
                "org.jspecify.");

        Window() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (OPEN.stream().anyMatch(name::startsWith)) {
                return SkillJars.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
