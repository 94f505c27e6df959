package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.app.site.SitePackException;
import dev.aizuchi.app.site.SiteTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runtime as a robot runs it, with {@code site-pack} in its configuration. */
@Timeout(60)
final class SitePackConfigTest {
    private static final String CONFIG = """
            site: { speaker: 101号室 }
            robot: { use: simulated }
            site-pack: my-site
            skills: [care, conversation, policy]
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        new SiteTemplate("my-site").write(folder.resolve("my-site"));
    }

    @Test
    void what_the_pack_says_is_heard() throws InterruptedException {
        assertThat(said("ありがとう", CONFIG)).isEqualTo("お役に立ててうれしいです。");
        assertThat(said("今日の天気はどうですか", CONFIG)).contains("スタッフにおたずねください");
        assertThat(said("面会は何時までですか", CONFIG)).contains("午後4時");
        assertThat(said("ラウンジはどこですか", CONFIG)).contains("談話室は2階にあります");
        assertThat(said("ダイニングの電気をつけて", CONFIG)).contains("食堂の明かり");
    }

    @Test
    void what_agent_yaml_says_itself_wins() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("other"));
        Files.writeString(folder.resolve("other/guide.md"), "# 本部案内\n\n面会は午後7時までです。\n");
        String own = CONFIG.replace("101号室 }", "101号室, ask-whom: 事務の者 }") + "documents: other\n";
        assertThat(said("今日の天気はどうですか", own)).contains("事務の者におたずねください");
        assertThat(said("面会は何時までですか", own)).contains("本部案内").contains("午後7時");
    }

    @Test
    void a_broken_pack_ends_the_start() throws IOException {
        Files.writeString(folder.resolve("my-site/texts/care.properties"), "ned=では。\n");
        assertThatThrownBy(() -> said("ありがとう", CONFIG))
                .isInstanceOf(SitePackException.class)
                .hasMessageContaining("texts/care.properties:1: unknown key ned; did you mean end?");
    }

    @Test
    void the_command_line_gives_exit_codes() throws IOException {
        Path pack = folder.resolve("my-site");
        assertThat(Main.commandLine().execute("site", "check", "--no-encoder", pack.toString()))
                .isZero();
        Files.writeString(pack.resolve("site.yaml"), "nmae: 園\n");
        assertThat(Main.commandLine().execute("site", "check", "--no-encoder", pack.toString()))
                .isEqualTo(1);
        assertThat(Main.commandLine().execute("site", "new", "my-site", "--into", folder.toString()))
                .isEqualTo(2);
        assertThat(Main.commandLine().execute("site", "new", "../my-site")).isEqualTo(2);
    }

    private String said(String heard, String config) throws InterruptedException {
        return OneUtterance.answer(config, folder, heard);
    }
}
