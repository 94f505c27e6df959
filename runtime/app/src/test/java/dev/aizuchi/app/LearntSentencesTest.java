package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.PhraseMemory.Spoken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearntSentencesTest {
    private static final String SENTENCE = "お茶をください";

    private final AtomicInteger read = new AtomicInteger();

    @TempDir
    private Path directory;

    @Test
    void a_second_start_reads_no_sentence_again() {
        assertThat(start()).isEqualTo(start());
        assertThat(read).hasValue(1);
    }

    @Test
    void a_damaged_file_is_made_anew() throws Exception {
        Spoken first = start();
        byte[] kept = Files.readAllBytes(file());
        kept[kept.length / 2] ^= 1;
        Files.write(file(), kept);
        assertThat(start()).isEqualTo(first);
        assertThat(read).hasValue(2);
        start();
        assertThat(read).hasValue(2);
    }

    private Spoken start() {
        try (LearntSentences sentences = new LearntSentences(file())) {
            Spoken spoken = sentences.of(SENTENCE, () -> {
                read.incrementAndGet();
                return new Spoken(SENTENCE, "おちゃをください");
            });
            sentences.keep();
            return spoken;
        }
    }

    private Path file() {
        return directory.resolve("sentences");
    }
}
