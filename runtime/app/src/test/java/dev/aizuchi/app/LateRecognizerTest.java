package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LateRecognizerTest {
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final Counting counting = new Counting();
    private final CompletableFuture<String> told = new CompletableFuture<>();

    @Test
    void what_was_said_before_it_was_there_is_heard() {
        LateRecognizer late = new LateRecognizer(this::load, told::complete);
        SpeechRecognizer.Session session = late.open(List.of("はい"));
        late.begin();
        session.accept(AudioFrame.silence());
        session.accept(AudioFrame.silence());
        assertThat(counting.opened).isEmpty();
        loaded.countDown();
        assertThat(session.finish().orElseThrow().text()).isEqualTo("2");
        session.accept(AudioFrame.silence());
        assertThat(session.finish().orElseThrow().text()).isEqualTo("1");
        assertThat(counting.opened).containsExactly(List.of("はい"));
        late.close();
        assertThat(counting.closed).isTrue();
    }

    @Test
    void nothing_is_opened_before_it_is_begun() {
        loaded.countDown();
        LateRecognizer late = new LateRecognizer(this::load, told::complete);
        late.open(List.of()).close();
        late.close();
        assertThat(counting.closed).isFalse();
    }

    @Test
    void one_that_cannot_be_opened_is_told_of_and_throws_where_it_is_asked() throws Exception {
        LateRecognizer late = new LateRecognizer(
                () -> {
                    throw new ConfigException("no such model");
                },
                told::complete);
        SpeechRecognizer.Session session = late.open(List.of());
        late.begin();
        assertThat(told.get(10, TimeUnit.SECONDS)).contains("no such model").contains("first hears alone");
        assertThat(session.accept(AudioFrame.silence())).isEmpty();
        assertThatThrownBy(session::finish).hasRootCauseMessage("no such model");
        late.close();
    }

    private SpeechRecognizer load() {
        try {
            loaded.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return counting;
    }

    /** Hears how many frames an utterance has. */
    private static final class Counting implements SpeechRecognizer {
        private final List<List<String>> opened = new ArrayList<>();
        private boolean closed;

        @Override
        public Session open(List<String> phrases) {
            opened.add(phrases);
            return new Session() {
                private int frames;

                @Override
                public Optional<String> accept(AudioFrame frame) {
                    frames++;
                    return Optional.empty();
                }

                @Override
                public Optional<Recognition> finish() {
                    Recognition heard = Recognition.ofText(Integer.toString(frames));
                    frames = 0;
                    return Optional.of(heard);
                }

                @Override
                public void close() {}
            };
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
