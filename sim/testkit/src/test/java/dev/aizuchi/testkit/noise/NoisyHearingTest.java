package dev.aizuchi.testkit.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.aizuchi.speech.Recognition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoisyHearingTest {
    private static final RecogniserErrors SHIPPED = RecogniserErrors.shipped();
    private static final Circumstance LOUD = new Circumstance(Background.PINK, 0);
    private static final List<String> SENTENCES = List.of(
            "お水を持ってきてください",
            "トイレに行きたいです",
            "看護師さんを呼んでもらえますか",
            "電気を消してください",
            "胸のあたりが少し苦しいです",
            "売店はどちらでしょうか",
            "毛布が二十枚足りません",
            "田中さんと約束しています");

    @Test
    void the_same_seed_hears_the_same_and_another_seed_something_else() {
        assertThat(heard(hearing(LOUD, 7))).isEqualTo(heard(hearing(LOUD, 7)));
        assertThat(heard(hearing(LOUD, 7))).isNotEqualTo(heard(hearing(LOUD, 8)));
    }

    @Test
    void the_louder_the_noise_the_more_is_misheard() {
        double quiet = rate(Circumstance.QUIET);
        double some = rate(new Circumstance(Background.PINK, 10));
        double loud = rate(LOUD);
        assertThat(quiet).isLessThan(some);
        assertThat(some).isLessThan(loud);
        assertThat(rate(new Circumstance(Background.PINK, 5))).isBetween(some, loud);
    }

    @Test
    void a_cut_beginning_is_gone_and_the_rest_is_left() {
        RecogniserErrors none = ErrorLearner.learn(List.of(
                new HeardSentence(Circumstance.QUIET, "お水をください", "お水をください", 0.9),
                new HeardSentence(Circumstance.QUIET, "止まって", "止まって", 0.9)));
        NoisyHearing late = new NoisyHearing(none, Circumstance.QUIET, Duration.ofMillis(400), 1);
        assertThat(late.hear("お水をください").map(Recognition::text)).contains("をください");
    }

    @Test
    void learns_what_was_dropped_changed_made_up_and_lost() {
        RecogniserErrors learnt = ErrorLearner.learn(List.of(
                new HeardSentence(LOUD, "水を飲みたい", "水飲みたい", 0.6),
                new HeardSentence(LOUD, "水を飲みたい", "水を飲みたい", 0.9),
                new HeardSentence(LOUD, "鍵を探して", "柿を探して", 0.5),
                new HeardSentence(LOUD, "鍵を探して", "", 0)));
        ErrorRates rates = learnt.rates().get(0);
        assertThat(rates.sentences()).isEqualTo(4);
        assertThat(rates.lost()).isEqualTo(0.25);
        assertThat(rates.dropped()).isEqualTo(0.5);
        assertThat(learnt.confusions().get("ぎ")).containsEntry("き", 1);
        assertThat(learnt.spellings().get("みず")).containsEntry("水", 2);
    }

    @Test
    void what_was_learnt_is_read_as_it_was_written() {
        StringBuilder written = new StringBuilder();
        SHIPPED.write(written);
        assertThat(written).contains("[rates]\nclean\t0.0\t", "[confusions]", "[spellings]");
        assertThat(SHIPPED.rates()).extracting(rate -> rate.in().background()).contains(Background.values());
    }

    @Test
    void errors_that_were_learnt_make_as_many_of_sentences_that_were_not() {
        List<HeardSentence> sentences = new ArrayList<>();
        NoisyHearing real = hearing(LOUD, 3);
        IntStream.range(0, 60)
                .mapToObj(i -> SENTENCES.get(i % SENTENCES.size()))
                .forEach(said -> sentences.add(new HeardSentence(LOUD, said, text(real.hear(said)), 0.5)));
        ModelCheck check = ModelCheck.of(sentences).get(0);
        assertThat(check.sentences()).isEqualTo(60);
        assertThat(check.modelled().kanaErrorRate()).isCloseTo(check.real().kanaErrorRate(), within(0.08));
    }

    private static NoisyHearing hearing(Circumstance in, long seed) {
        return new NoisyHearing(SHIPPED, in, Duration.ZERO, seed);
    }

    private static List<String> heard(NoisyHearing hearing) {
        return SENTENCES.stream().map(said -> text(hearing.hear(said))).toList();
    }

    private static String text(Optional<Recognition> heard) {
        return heard.map(Recognition::text).orElse("");
    }

    private static double rate(Circumstance in) {
        NoisyHearing hearing = hearing(in, 1);
        int wrong = 0;
        int morae = 0;
        for (int round = 0; round < 40; round++) {
            for (String said : SENTENCES) {
                int[] errors = ErrorLearner.errors(said, text(hearing.hear(said)));
                wrong += errors[0];
                morae += errors[1];
            }
        }
        return (double) wrong / morae;
    }
}
