package dev.aizuchi.japanese.value;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.number.Counter;
import dev.aizuchi.japanese.number.Counters;
import dev.aizuchi.japanese.number.Kansuji;
import dev.aizuchi.japanese.number.NumberSpeech;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Say what holds for every number and every minute: said and heard it is the same again. */
final class RoundTripTest {
    private static final Values VALUES = new Values(new Morphology());
    private static final NumberSpeech SPEECH = new NumberSpeech();
    private static final Counters COUNTERS = new Counters();

    @Property(tries = 2_000)
    void every_number_in_kanji(@ForAll @LongRange(max = 1_000_000_000_000L) long number) {
        assertThat(only(Kansuji.of(number)).value().wire()).isEqualTo(String.valueOf(number));
    }

    @Property(tries = 2_000)
    void every_number_in_kana(@ForAll @LongRange(max = 1_000_000_000_000L) long number) {
        assertThat(only(SPEECH.of(BigDecimal.valueOf(number))).value().wire()).isEqualTo(String.valueOf(number));
    }

    @Property(tries = 1_000)
    void every_sum_of_money_in_kana(@ForAll @LongRange(max = 100_000_000L) long number) {
        FoundValue found = only(SPEECH.of(BigDecimal.valueOf(number), counter("円")) + "です");
        assertThat(found.kind()).isEqualTo(Kind.MONEY);
        assertThat(found.value().wire()).isEqualTo(String.valueOf(number));
    }

    @Test
    void every_minute_of_a_day_in_kana_and_in_kanji() {
        IntStream.range(0, 24 * 60).forEach(minute -> {
            LocalTime time = LocalTime.of(minute / 60, minute % 60);
            String kana = said(time.getHour(), "時") + (time.getMinute() == 0 ? "" : said(time.getMinute(), "分"));
            String kanji = Kansuji.of(time.getHour()) + "時"
                    + (time.getMinute() == 0 ? "" : Kansuji.of(time.getMinute()) + "分");
            for (String text : List.of(kana, kanji, time.getHour() + ":" + String.format("%02d", time.getMinute()))) {
                FoundValue found = only(text);
                assertThat(found.kind()).as(text).isEqualTo(Kind.TIME);
                assertThat(meanings(found)).as(text).contains(time.toString());
            }
        });
    }

    @Test
    void every_day_of_a_year_in_kana() {
        LocalDateTime reference = LocalDateTime.parse("2024-01-01T00:00");
        IntStream.range(0, 366).mapToObj(reference.toLocalDate()::plusDays).forEach(day -> {
            String text = said(day.getMonthValue(), "月") + said(day.getDayOfMonth(), "日");
            List<FoundValue> found = VALUES.find(text, reference).values();
            assertThat(found).as(text).hasSize(1);
            assertThat(found.get(0).value().wire()).as(text).isEqualTo(day.toString());
        });
    }

    private static List<String> meanings(FoundValue found) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(found.value()),
                        found.alternatives().stream().map(FoundValue.Alternative::value))
                .map(Value::wire)
                .toList();
    }

    private static FoundValue only(String text) {
        List<FoundValue> found = VALUES.find(text).values();
        assertThat(found).as(text).hasSize(1);
        assertThat(found.get(0).start()).isZero();
        return found.get(0);
    }

    private static String said(int number, String counter) {
        return Kana.hiragana(SPEECH.of(BigDecimal.valueOf(number), counter(counter)));
    }

    private static Counter counter(String name) {
        return Objects.requireNonNull(COUNTERS.named(name));
    }
}
