package dev.aizuchi.disaster;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hold the agent's conduct to floors on the development sets. */
final class UnderstandTest {
    private static final double BEHAVIOUR = 0.9;
    private static final double ACTION = 0.85;

    @Test
    void conducts_itself_as_expected_on_most_of_the_development_sets() {
        try (TextEncoder encoder = encoder()) {
            UnderstandingReport report = evaluation(encoder).run(rows("dev", "dev-2"));
            assertThat(report.behaviour()).as(report.summary()).isGreaterThan(BEHAVIOUR);
            assertThat(report.action()).as(report.summary()).isGreaterThan(ACTION);
            assertThat(report.unsafeActs()).isEmpty();
            assertThat(report.emergenciesMissed()).isEmpty();
        }
    }

    /** Open the encoder that ships; the caller closes it. */
    private static TextEncoder encoder() {
        return OnnxTextEncoder.open(Path.of("../../models/encoder-ja"));
    }

    private static UnderstandingEvaluation evaluation(TextEncoder encoder) {
        return new UnderstandingEvaluation(
                Setup.on("rescue"),
                List.of(new DisasterSkill(), new ConversationSkill(), new PolicySkill()),
                intents -> PhraseInterpreter.of(intents, encoder));
    }

    private static List<ExpectedConduct> rows(String... parts) {
        return Stream.of(parts)
                .flatMap(part -> ExpectedConduct.in(Path.of("evaluation", "understand-" + part + ".jsonl")).stream())
                .toList();
    }
}
