package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.Talker;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RobotVoiceTest {
    private final Mouth mouth = new Mouth();
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private final RobotVoice voice = new RobotVoice(mouth, text -> text.replace("荻", "おぎ"), System::nanoTime);

    @AfterEach
    void close() {
        voice.close();
    }

    @Test
    void a_text_is_said_sentence_by_sentence_as_the_site_reads_its_names() throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        voice.speak("荻の間です。右へどうぞ。", Manner.USUAL, begun::incrementAndGet, ended::add);
        assertThat(mouth.said.take()).isEqualTo("おぎの間です。");
        assertThat(voice.said()).isEmpty();
        mouth.ends("");
        assertThat(mouth.said.take()).isEqualTo("右へどうぞ。");
        assertThat(voice.said()).isEqualTo("荻の間です。");
        mouth.ends("");
        assertThat(ended.take()).isEmpty();
        assertThat(voice.said()).isEqualTo("荻の間です。右へどうぞ。");
        assertThat(begun).hasValue(1);
    }

    @Test
    void a_sentence_that_a_pause_cut_short_is_said_again() throws InterruptedException {
        voice.speak("右です。左です。", Manner.USUAL, () -> {}, ended::add);
        mouth.said.take();
        mouth.ends("");
        assertThat(mouth.said.take()).isEqualTo("左です。");
        voice.pause();
        assertThat(mouth.cut.take()).isEqualTo("左です。");
        assertThat(ended).isEmpty();
        voice.goOn();
        assertThat(mouth.said.take()).isEqualTo("左です。");
        mouth.ends("");
        assertThat(ended.take()).isEmpty();
    }

    @Test
    void after_a_cut_nothing_more_of_it_is_said_and_what_was_said_is_known() throws InterruptedException {
        voice.speak("右です。左です。前です。", Manner.USUAL, () -> {}, ended::add);
        mouth.said.take();
        mouth.ends("");
        mouth.said.take();
        voice.cut();
        assertThat(ended.take()).isEmpty();
        assertThat(voice.said()).isEqualTo("右です。");
        voice.speak("はい。", Manner.USUAL, () -> {}, ended::add);
        assertThat(mouth.said.take()).isEqualTo("はい。");
    }

    @Test
    void what_keeps_it_from_speaking_is_told() throws InterruptedException {
        voice.speak("右です。左です。", Manner.USUAL, () -> {}, ended::add);
        mouth.said.take();
        mouth.ends("no link");
        assertThat(ended.take()).isEqualTo("no link");
        assertThat(mouth.said).isEmpty();
    }

    /** A device that speaks until a test ends it. */
    private static final class Mouth implements Talker {
        final BlockingQueue<String> said = new LinkedBlockingQueue<>();
        final BlockingQueue<String> cut = new LinkedBlockingQueue<>();
        private String now = "";
        private CompletableFuture<String> ending = CompletableFuture.completedFuture("");

        @Override
        public synchronized CompletionStage<String> say(String sentence) {
            assertThat(ending).as("one after the other").isDone();
            now = sentence;
            ending = new CompletableFuture<>();
            said.add(sentence);
            return ending;
        }

        @Override
        public synchronized void cut() {
            if (ending.complete("")) {
                cut.add(now);
            }
        }

        synchronized void ends(String fault) {
            ending.complete(fault);
        }
    }
}
