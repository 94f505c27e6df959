package dev.aizuchi.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.conversation.ConversationSkill;
import dev.aizuchi.conversation.PolicySkill;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.onnx.OnnxTextEncoder;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.evaluation.ExpectedConduct;
import dev.aizuchi.testkit.evaluation.UnderstandingEvaluation;
import dev.aizuchi.testkit.evaluation.UnderstandingReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hold the agent's conduct to floors on the development set. */
final class UnderstandTest {
    private static final double BEHAVIOUR = 0.92;
    private static final double ACTION = 0.87;

    @Test
    void conducts_itself_as_expected_on_most_of_the_development_set() {
        try (TextEncoder encoder = OnnxTextEncoder.open(Path.of("../../models/encoder-ja"))) {
            UnderstandingReport report = new UnderstandingEvaluation(
                            Setup.on("reception"),
                            List.of(new ReceptionSkill(), new ConversationSkill(), new PolicySkill()),
                            intents -> PhraseInterpreter.of(intents, encoder))
                    .run(ExpectedConduct.in(Path.of("evaluation/understand-dev.jsonl")));
            assertThat(report.behaviour()).as(report.summary()).isGreaterThan(BEHAVIOUR);
            assertThat(report.action()).as(report.summary()).isGreaterThan(ACTION);
            assertThat(report.unsafeActs()).isEmpty();
            assertThat(report.emergenciesMissed()).isEmpty();
        }
    }
}
