package dev.aizuchi.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.language.TextEncoder;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hold the whole agent, with the encoder that ships, to what people say around requests. */
final class UnderstandingTest {
    private static TextEncoder encoder;
    private static Evaluation evaluation;

    @BeforeAll
    static void learn() {
        encoder = Evaluation.encoder();
        evaluation = Evaluation.withEncoder(encoder);
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void all_of_the_development_set_is_understood() {
        assertThat(Evaluation.lines("dev")).hasSizeGreaterThan(250).allSatisfy(line -> {
            Evaluation.Outcome outcome = evaluation.outcome(line);
            assertThat(outcome.isRight(line))
                    .as(line + " came out as " + outcome)
                    .isTrue();
        });
    }

    @Test
    void most_of_the_held_out_set_is_understood_and_hardly_anything_done_unasked() {
        int right = 0;
        int unasked = 0;
        List<Evaluation.Line> lines = Evaluation.lines("heldout");
        for (Evaluation.Line line : lines) {
            Evaluation.Outcome outcome = evaluation.outcome(line);
            right += outcome.isRight(line) ? 1 : 0;
            unasked += outcome.isWrongAct(line) ? 1 : 0;
        }
        // Totals only: whoever looks at the lines can no longer hold them out.
        assertThat(right).isGreaterThanOrEqualTo(lines.size() * 90 / 100);
        assertThat(unasked).isLessThanOrEqualTo(lines.size() * 2 / 100);
    }
}
