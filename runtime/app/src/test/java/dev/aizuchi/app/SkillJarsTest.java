package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.care.CareSkill;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SkillJarsTest {
    private static final String SERVICE = "META-INF/services/dev.aizuchi.skill.Skill";

    @TempDir
    private Path folder;

    @Test
    void a_skill_lives_in_a_class_loader_of_its_own() throws IOException, ReflectiveOperationException {
        careJar("care.jar");

        SkillJars found = SkillJars.in(folder);

        assertThat(found.problems()).isEmpty();
        assertThat(found.skills()).singleElement().satisfies(skill -> {
            assertThat(skill.spec().name()).isEqualTo("care");
            assertThat(skill.getClass()).isNotSameAs(CareSkill.class);
            assertThatThrownBy(() -> skill.getClass().getClassLoader().loadClass("dev.aizuchi.core.Agent"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThat(skill.getClass().getClassLoader().loadClass(Skill.class.getName()))
                    .isSameAs(Skill.class);
        });
    }

    @Test
    void a_broken_jar_is_told_and_the_others_live() throws IOException {
        careJar("a-care.jar");
        Files.writeString(folder.resolve("b-broken.jar"), "no jar");
        write("c-wrong.jar", SERVICE, "com.example.Missing".getBytes(StandardCharsets.UTF_8));
        Files.writeString(folder.resolve("notes.txt"), "left alone");

        SkillJars found = SkillJars.in(folder);

        assertThat(found.skills()).hasSize(1);
        assertThat(found.problems())
                .hasSize(2)
                .anySatisfy(problem -> assertThat(problem).contains("b-broken.jar"));
        assertThat(found.problems()).anySatisfy(problem -> assertThat(problem).contains("c-wrong.jar", "Missing"));
    }

    @Test
    void no_folder_means_no_skills() {
        assertThat(SkillJars.in(folder.resolve("skills.d"))).isEqualTo(new SkillJars(List.of(), List.of()));
    }

    @Test
    void a_jar_is_loaded_when_it_is_put_there_and_unloaded_when_it_is_taken_away() throws IOException {
        List<List<Skill>> exchanged = new ArrayList<>();
        List<String> told = new ArrayList<>();
        SkillWatch watch = watch(exchanged::add, told, name -> true);
        watch.look();
        assertThat(exchanged).isEmpty();

        careJar("care.jar");
        watch.look();
        assertThat(exchanged).as("a jar that may still be copied").isEmpty();
        watch.look();
        assertThat(exchanged)
                .singleElement()
                .satisfies(skills -> assertThat(skills)
                        .extracting(skill -> skill.spec().name())
                        .containsExactly("other", "care"));

        Files.delete(folder.resolve("care.jar"));
        watch.look();
        watch.look();
        assertThat(exchanged).last().satisfies(skills -> assertThat(skills).hasSize(1));
        watch.look();
        assertThat(exchanged).hasSize(2);
        assertThat(told).isEmpty();
    }

    @Test
    void what_cannot_be_loaded_while_it_runs_is_told_once_and_changes_nothing() throws IOException {
        List<String> told = new ArrayList<>();
        SkillWatch watch = watch(
                skills -> {
                    throw new IllegalArgumentException("skills a and b both declare the intent x");
                },
                told,
                name -> !name.equals("care"));
        Files.writeString(folder.resolve("broken.jar"), "no jar");
        careJar("care.jar");
        watch.look();
        watch.look();
        watch.look();
        assertThat(told)
                .hasSize(3)
                .anySatisfy(line -> assertThat(line).contains("broken.jar"))
                .anySatisfy(line -> assertThat(line).contains("care is not named"))
                .anySatisfy(line -> assertThat(line).contains("stay as they were"));
    }

    private SkillWatch watch(Consumer<List<Skill>> exchange, List<String> told, Predicate<String> wanted) {
        Skill other = () -> SkillSpec.named("other").on("nothing", turn -> Reply.nothing());
        return new SkillWatch(folder, SkillJars.in(folder), List.of(other), wanted, exchange, told::add);
    }

    /** Pack the care skill as its own jar. */
    private void careJar(String name) throws IOException {
        Path code = Path.of(
                URLs.path(CareSkill.class.getProtectionDomain().getCodeSource().getLocation()));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            if (Files.isDirectory(code)) {
                try (Stream<Path> files = Files.walk(code)) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        add(jar, code.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                    }
                }
            } else {
                try (java.util.jar.JarFile from = new java.util.jar.JarFile(code.toFile())) {
                    for (JarEntry entry :
                            from.stream().filter(one -> !one.isDirectory()).toList()) {
                        try (InputStream in = from.getInputStream(entry)) {
                            add(jar, entry.getName(), in.readAllBytes());
                        }
                    }
                }
            }
        }
    }

    private void write(String jar, String entry, byte[] bytes) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(folder.resolve(jar)))) {
            add(out, entry, bytes);
        }
    }

    private static void add(JarOutputStream jar, String name, byte[] bytes) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        jar.write(bytes);
        jar.closeEntry();
    }

    private static final class URLs {
        static String path(URL url) {
            try {
                return Path.of(url.toURI()).toString();
            } catch (java.net.URISyntaxException e) {
                throw new AssertionError(e);
            }
        }
    }
}
