package dev.aizuchi.japanese.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hold the cutting of streams: early, whole, never inside brackets or numbers. */
final class SentenceStreamTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "はい。お茶ですね。|はい。/お茶ですね。",
                "「はい。行きます」と言いました。終わり|「はい。行きます」と言いました。/終わり",
                "「分かりました。」次です|「分かりました。」/次です",
                "本当ですか！？よかった|本当ですか！？/よかった",
                "体温は36.5度です。|体温は36.5度です。",
                "薬は一回に二、三錠です。|薬は一回に二、三錠です。",
                "お待たせいたしました、お茶です|お待たせいたしました、/お茶です",
                "はい、お茶です|はい、お茶です",
                "OK!ですか|OK!/ですか"
            })
    void cuts_where_one_can_pause(String text, String units) {
        assertThat(cut(text, 1)).containsExactly(units.split("/", -1));
    }

    @Property
    void loses_nothing_however_the_text_comes(@ForAll String text, @ForAll @IntRange(min = 1, max = 9) int size) {
        assertThat(String.join("", cut(text, size))).isEqualTo(text);
        assertThat(cut(text, size)).isEqualTo(cut(text, 1));
    }

    private static List<String> cut(String text, int size) {
        SentenceStream stream = new SentenceStream();
        List<String> units = new ArrayList<>();
        for (int at = 0; at < text.length(); at += size) {
            units.addAll(stream.push(text.substring(at, Math.min(text.length(), at + size))));
        }
        String rest = stream.end();
        if (!rest.isEmpty()) {
            units.add(rest);
        }
        return units;
    }
}
