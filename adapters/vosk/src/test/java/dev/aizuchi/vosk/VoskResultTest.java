package dev.aizuchi.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aizuchi.speech.Recognition.Hypothesis;
import dev.aizuchi.speech.Recognition.Word;
import dev.aizuchi.speech.SpeechRecognizer.Scored;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class VoskResultTest {
    private static final String ONE = """
            {"result": [
              {"conf": 0.9, "start": 2.0, "end": 2.4, "word": "お水"},
              {"conf": 1.000001, "start": 2.4, "end": 2.5, "word": "[unk]"},
              {"conf": 0.5, "start": 2.5, "end": 2.6, "word": "を"}],
             "text": "お水 [unk] を"}""";

    /** Shares of likelihood: about 0.665, 0.245 and 0.090. */
    private static final String THREE = """
            {"alternatives": [
              {"confidence": 100.0, "text": "お水 を", "result": [
                {"start": 0.1, "end": 0.5, "word": "お水"}, {"start": 0.5, "end": 0.6, "word": "を"}]},
              {"confidence": 99.0, "text": "お水 の", "result": [
                {"start": 0.1, "end": 0.5, "word": "お水"}, {"start": 0.5, "end": 0.6, "word": "の"}]},
              {"confidence": 98.0, "text": "お 水 を", "result": [
                {"start": 0.1, "end": 0.2, "word": "お"}, {"start": 0.2, "end": 0.5, "word": "水"},
                {"start": 0.5, "end": 0.6, "word": "を"}]}]}""";

    @Test
    void leaves_blanks_and_unknown_words_out_of_the_text() {
        assertThat(VoskResult.partial("{\"partial\": \"お水 [unk] を\"}")).isEqualTo("お水を");
        assertThat(VoskResult.partial("{\"partial\": \"\"}")).isEmpty();
    }

    @Test
    void keeps_unknown_words_among_the_words() {
        Hypothesis only = VoskResult.hypotheses(ONE, Duration.ZERO).get(0);
        assertThat(only.text()).isEqualTo("お水を");
        assertThat(only.words()).extracting(Word::text).containsExactly("お水", "[unk]", "を");
        assertThat(only.confidence()).as("mean of the known words").isCloseTo(0.7, within(1e-6));
        assertThat(only.words().get(1).confidence()).isEqualTo(1);
    }

    @Test
    void counts_time_from_the_begin_of_the_utterance() {
        Hypothesis only = VoskResult.hypotheses(ONE, Duration.ofMillis(1_500)).get(0);
        assertThat(only.words().get(0).start()).isEqualTo(Duration.ofMillis(500));
        assertThat(only.words().get(0).end()).isEqualTo(Duration.ofMillis(900));
    }

    @Test
    void trusts_a_word_as_far_as_the_hypotheses_agree_on_it() {
        Hypothesis best = VoskResult.hypotheses(THREE, Duration.ZERO).get(0);
        assertThat(best.words().get(0).confidence()).isCloseTo(0.910, within(0.001));
        assertThat(best.words().get(1).confidence()).isCloseTo(0.755, within(0.001));
    }

    @Test
    void gives_each_text_once() {
        assertThat(VoskResult.hypotheses(THREE, Duration.ZERO))
                .extracting(Hypothesis::text)
                .isEqualTo(List.of("お水を", "お水の"));
    }

    @Test
    void scores_each_text_by_its_best_hypothesis() {
        assertThat(VoskResult.scored(THREE)).containsExactly(new Scored("お水を", 100), new Scored("お水の", 99));
        assertThat(VoskResult.scored("{\"alternatives\": []}")).isEmpty();
    }
}
