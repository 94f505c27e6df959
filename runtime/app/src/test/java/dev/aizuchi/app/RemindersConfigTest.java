package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The runtime as a robot runs it, with {@code reminders} in its configuration. */
@Timeout(60)
final class RemindersConfigTest {
    private static final String CONFIG = """
            site: { speaker: 101号室 }
            robot: { use: simulated }
            reminders: { file: kept/reminders.sealed, key: reminders.key }
            skills: [care, conversation, policy]
            """;

    @TempDir
    private Path folder;

    @Test
    void what_one_run_promised_the_next_one_takes_back() throws Exception {
        assertThat(said("1時間後に知らせて")).contains("お知らせします");
        Path file = folder.resolve("kept/reminders.sealed");
        long withOne = Files.size(file);
        assertThat(said("お知らせはもういりません")).isEqualTo("承知しました。やめておきます。");
        while (Files.size(file) == withOne) {
            Thread.onSpinWait();
        }
        assertThat(Files.getPosixFilePermissions(folder.resolve("reminders.key")))
                .hasSize(2);
    }

    @Test
    void another_key_ends_the_start_with_the_line_and_the_cure() throws Exception {
        assertThat(said("1時間後に知らせて")).isNotEmpty();
        Files.write(folder.resolve("reminders.key"), new byte[32]);
        assertThatThrownBy(() -> said("ありがとう"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("agent.yaml:3")
                .hasMessageContaining("bring the key back");
    }

    @Test
    void a_lost_key_is_not_made_anew() throws Exception {
        assertThat(said("1時間後に知らせて")).isNotEmpty();
        Files.delete(folder.resolve("reminders.key"));
        assertThatThrownBy(() -> said("ありがとう")).isInstanceOf(ConfigException.class);
        assertThat(folder.resolve("reminders.key")).doesNotExist();
    }

    private String said(String heard) throws InterruptedException {
        return OneUtterance.answer(CONFIG, folder, heard);
    }
}
