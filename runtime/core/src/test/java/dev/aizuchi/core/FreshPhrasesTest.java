package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.SpeechRecognizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FreshPhrasesTest {
    private final List<String> told = new ArrayList<>();
    private List<String> phrases = List.of("お水");

    @Test
    void other_phrases_are_expected_after_the_end_of_an_utterance() {
        try (FreshPhrases session = new FreshPhrases(new Telling(), () -> phrases)) {
            session.accept(AudioFrame.silence());
            phrases = List.of("はい", "いいえ");
            session.accept(AudioFrame.silence());
            session.finish();
            session.accept(AudioFrame.silence());
        }
        assertThat(told)
                .containsExactly(
                        "open [お水]",
                        "frame [お水]",
                        "frame [お水]",
                        "finish [お水]",
                        "close [お水]",
                        "open [はい, いいえ]",
                        "frame [はい, いいえ]",
                        "close [はい, いいえ]");
    }

    @Test
    void the_same_phrases_keep_their_session() {
        try (FreshPhrases session = new FreshPhrases(new Telling(), () -> List.of("お水"))) {
            session.finish();
            session.finish();
        }
        assertThat(told).containsExactly("open [お水]", "finish [お水]", "finish [お水]", "close [お水]");
    }

    private final class Telling implements SpeechRecognizer {
        @Override
        public Session open(List<String> expected) {
            told.add("open " + expected);
            return new Session() {
                @Override
                public Optional<String> accept(AudioFrame frame) {
                    told.add("frame " + expected);
                    return Optional.empty();
                }

                @Override
                public Optional<Recognition> finish() {
                    told.add("finish " + expected);
                    return Optional.empty();
                }

                @Override
                public void close() {
                    told.add("close " + expected);
                }
            };
        }

        @Override
        public void close() {}
    }
}
