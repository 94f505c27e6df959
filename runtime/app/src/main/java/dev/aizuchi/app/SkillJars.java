package dev.aizuchi.app;

import dev.aizuchi.skill.Skill;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Load skills from jars in a folder, each jar by a class loader of its own.
 *
 * <p>A jar sees the JDK, what skills are compiled against and itself, so neither another skill's libraries nor the
 * runtime's get in its way. One that cannot be loaded is told of and left out; the others work.
 *
 * @param jars what was found, by the names of the files
 * @param problems what was left out, and why
 */
record SkillJars(List<Jar> jars, List<String> problems) {

    /** A loaded jar, until it is closed. */
    record Jar(Path file, List<Skill> skills, URLClassLoader loader) {
        Jar {
            skills = List.copyOf(skills);
        }

        /** Let go of the file; classes that are not loaded yet are lost. */
        void close() {
            try {
                loader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(file + " cannot be closed", e);
            }
        }
    }

    SkillJars {
        jars = List.copyOf(jars);
        problems = List.copyOf(problems);
    }

    /** Load all jars of a folder; none when there is no such folder. */
    static SkillJars in(Path folder) {
        List<Jar> loaded = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path jar : jars(folder)) {
            try {
                loaded.add(load(jar));
            } catch (ConfigException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        return new SkillJars(loaded, problems);
    }

    /**
     * Load the skills of one jar.
     *
     * @throws ConfigException when it is no jar, has no skill, or a skill of it fails to start
     */
    static Jar load(Path jar) {
        try {
            if (!Files.isRegularFile(jar)) {
                throw new ConfigException(jar + ": no such file; build the skill with mvn package");
            }
            URLClassLoader loader =
                    new URLClassLoader(new URL[] {copy(jar).toUri().toURL()}, new Window());
            List<Skill> skills = ServiceLoader.load(Skill.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
            skills.forEach(Skill::spec);
            if (skills.isEmpty()) {
                throw new ConfigException(jar + ": no skill in it; META-INF/services/" + Skill.class.getName()
                        + " has to name its class");
            }
            return new Jar(jar, skills, loader);
        } catch (IOException | LinkageError | RuntimeException | ServiceConfigurationError e) {
            if (e instanceof ConfigException known) {
                throw known;
            }
            throw new ConfigException(jar + ": the skill cannot be loaded: " + e, e);
        }
    }

    /** The jar itself may be exchanged or taken away while its skills live. */
    private static Path copy(Path jar) throws IOException {
        Path copy = Files.createTempFile("skill", ".jar");
        copy.toFile().deleteOnExit();
        return Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Give the jars of a folder with what tells whether they have changed. */
    static Map<Path, String> stamps(Path folder) {
        Map<Path, String> stamps = new TreeMap<>();
        for (Path jar : jars(folder)) {
            try {
                stamps.put(jar, Files.size(jar) + " " + Files.getLastModifiedTime(jar));
            } catch (IOException e) {
                // Taken away since the folder was listed.
                stamps.remove(jar);
            }
        }
        return stamps;
    }

    List<Skill> skills() {
        return jars.stream().flatMap(jar -> jar.skills().stream()).toList();
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
