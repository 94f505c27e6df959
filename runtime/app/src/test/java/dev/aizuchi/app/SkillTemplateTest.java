package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.testkit.conformance.SkillConformance;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SkillTemplateTest {
    @TempDir
    private Path folder;

    @Test
    void writes_all_files_with_the_names_put_in() throws IOException {
        SkillTemplate.of("fetch_tea", null).write(folder.resolve("fetch-tea"));

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .hasSize(12)
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern("@\\w+@"))
                    .anySatisfy(file -> assertThat(file)
                            .endsWithRaw(Path.of("src/main/java/com/example/fetchtea/FetchTeaSkill.java")));
        }
        assertThat(folder.resolve("fetch-tea/src/main/resources/META-INF/services/dev.aizuchi.skill.Skill"))
                .hasContent("com.example.fetchtea.FetchTeaSkill");
    }

    /** The skills that are shipped grow, and a newcomer's first command must not fail on what they have taken. */
    @Test
    void keeps_the_rules_beside_the_skills_that_are_shipped() throws Exception {
        SkillTemplate.of("play_games", null).write(folder.resolve("games"));
        Path classes = folder.resolve("games/src/main/resources");
        List<String> arguments = new ArrayList<>(
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none"));
        try (Stream<Path> files = Files.walk(folder.resolve("games/src/main/java"))) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        try (URLClassLoader loader = new URLClassLoader(
                        new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
                TextEncoder encoder = Home.here().encoder()) {
            Skill skill = (Skill) loader.loadClass("com.example.playgames.PlayGamesSkill")
                    .getConstructor()
                    .newInstance();
            assertThat(SkillConformance.check(
                            skill, new Plugins().beside(skill), intents -> Home.learn(intents, encoder)))
                    .isEmpty();
        }
    }

    /** The versions that the parent pom takes; they would grow apart unseen. */
    @Test
    void names_the_test_libraries_that_the_project_uses() throws IOException {
        SkillTemplate.of("tea", null).write(folder.resolve("tea"));
        String ours = Files.readString(Home.here().directory().resolve("pom.xml"));
        java.util.regex.Pattern.compile("<artifactId>(?:junit-jupiter|assertj-core)</artifactId>\\s*<version>([^<]+)")
                .matcher(Files.readString(folder.resolve("tea/pom.xml")))
                .results()
                .forEach(version -> assertThat(ours).contains("<version>" + version.group(1) + "</version>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tea", "fetch-tea", "", "1tea", "お茶", "../tea"})
    void refuses_what_is_no_name(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> SkillTemplate.of(name, null));
    }

    @Test
    void refuses_our_own_package() {
        assertThatIllegalArgumentException().isThrownBy(() -> SkillTemplate.of("tea", "dev.aizuchi.tea"));
    }
}
