package dev.aizuchi.voice.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EngineTest {
    private static final double[] STATIC = {1};
    private static final double[] CHANGE = {-0.5, 0, 0.5};
    private static final Label SILENCE = Label.of(
            "xx^xx-sil+a=xx/A:xx+xx+xx/B:xx-xx_xx/C:xx_xx+xx/D:02+xx_xx/E:xx_xx!xx_xx-xx/F:xx_xx#xx_xx@xx_xx|xx_xx"
                    + "/G:1_1%0_xx_xx/H:xx_xx/I:xx-xx@xx+xx&xx-xx|xx+xx/J:1_1/K:1+1-1");
    private static final Label VOWEL =
            Label.of("xx^sil-a+sil=xx/A:0+1+1/B:xx-xx_xx/C:02_xx+xx/D:xx+xx_xx/E:xx_xx!xx_xx-xx/F:1_1#0_xx@1_1|1_1"
                    + "/G:xx_xx%xx_xx_xx/H:xx_xx/I:1-1@1+1&1-1|1+1/J:xx_xx/K:1+1-1");

    private static byte[] mei() throws IOException {
        try (InputStream in = Objects.requireNonNull(HmmVoice.class.getResourceAsStream("../mei_normal.htsvoice"))) {
            return in.readAllBytes();
        }
    }

    private static int frames(Label label) throws IOException {
        Utterance utterance = new HmmEngine(HmmVoice.read(mei(), "mei")).utter(List.of(SILENCE, label, SILENCE));
        return Arrays.stream(utterance.durations().get(1)).sum();
    }

    @ParameterizedTest
    @CsvSource({
        "*-a+*, x^k-a+i=x, true",
        "*-a+*, x^k-o+a=x, false",
        "*/A:-?+*, x/A:-3+1, true",
        "*/A:-?+*, x/A:-13+1, false",
        "*-1?, K:1+1-12, true",
        "*-1?, K:1+1-123, false"
    })
    void patterns_match_whole_labels(String pattern, String label, boolean matches) {
        assertThat(new ContextPattern(pattern).matches(label)).isEqualTo(matches);
    }

    @Test
    void a_course_without_changes_is_what_is_expected_of_each_frame() {
        Trajectory trajectory = new Trajectory(3, 1);
        for (int t = 0; t < 3; t++) {
            trajectory.expect(t, STATIC, t * t, 2);
        }

        assertThat(trajectory.solve(new boolean[3], Double.NaN)).containsExactly(new double[] {0, 1, 4}, within(1e-9));
    }

    @Test
    void a_change_that_is_expected_to_be_nothing_makes_a_step_soft() {
        Trajectory trajectory = new Trajectory(6, 3);
        for (int t = 0; t < 6; t++) {
            trajectory.expect(t, STATIC, t < 3 ? 0 : 1, 1);
            if (t > 0 && t < 5) {
                trajectory.expect(t, CHANGE, 0, 10);
            }
        }
        double[] course = trajectory.solve(new boolean[6], Double.NaN);

        assertThat(course[2]).isGreaterThan(0.1);
        assertThat(course[3]).isLessThan(0.9);
        assertThat(course[0] + course[5]).isCloseTo(1, within(1e-9));
    }

    @Test
    void a_course_is_widened_to_the_variance_of_the_speaker() {
        Trajectory trajectory = new Trajectory(4, 1);
        for (int t = 0; t < 4; t++) {
            trajectory.expect(t, STATIC, t % 2, 1);
        }
        double[] course = trajectory.solve(new boolean[] {true, true, true, true}, 1);

        assertThat(course).containsExactly(new double[] {-0.5, 1.5, -0.5, 1.5}, within(1e-9));
    }

    @Test
    void the_filter_is_the_exponential_of_its_cepstrum() {
        double[] cepstrum = {0, 0.5, -0.3, 0.2};
        double warping = 0.3;
        double[] coefficients = new double[4];
        MelFilter.coefficients(cepstrum, warping, coefficients);
        MelFilter filter = new MelFilter(4, warping);
        double w = 1;
        double re = 0;
        double im = 0;
        for (int n = 0; n < 2_000; n++) {
            double out = filter.filter(n == 0 ? Math.exp(coefficients[0]) : 0, coefficients);
            re += out * Math.cos(w * n);
            im -= out * Math.sin(w * n);
        }
        double warped = w + 2 * Math.atan(warping * Math.sin(w) / (1 - warping * Math.cos(w)));
        double expected = 0.5 * Math.cos(warped) - 0.3 * Math.cos(2 * warped) + 0.2 * Math.cos(3 * warped);

        assertThat(0.5 * Math.log(re * re + im * im)).isCloseTo(expected, within(0.01));
    }

    @Test
    void a_phoneme_lasts_longer_when_slow_and_as_long_as_it_is_told() throws IOException {
        Prosody slow = new Prosody(0.5, 0, 1, 0, 0);

        assertThat(frames(new Label(VOWEL.context(), slow, 0))).isEqualTo(2 * frames(VOWEL));
        assertThat(frames(new Label(VOWEL.context(), Prosody.PLAIN, 500))).isEqualTo(100);
    }

    @Test
    void a_file_that_is_cut_off_is_named() throws IOException {
        byte[] cut = Arrays.copyOf(mei(), 300_000);

        assertThatThrownBy(() -> HmmVoice.read(cut, "cut.htsvoice"))
                .isInstanceOf(AdapterException.class)
                .hasMessageContaining("cut.htsvoice");
    }
}
