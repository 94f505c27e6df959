package @package@;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.testkit.scenario.Rehearsal;
import dev.aizuchi.testkit.scenario.ScenarioTest;
import dev.aizuchi.testkit.TestAgent;
import dev.aizuchi.testkit.conformance.Finding.Severity;
import dev.aizuchi.testkit.conformance.SkillConformance;
import java.util.List;
import org.junit.jupiter.api.Test;

class @Class@SkillTest {
    @Test
    void leads_there_and_says_so_only_then() {
        TestAgent.with(new @Class@Skill())
                .hears("将棋がしたい")
                .says("ご案内します")
                .commands("navigate")
                .completes("navigate")
                .says("着きました");
    }

    @Test
    void keeps_the_rules() {
        assertThat(SkillConformance.check(new @Class@Skill(), List.of(), PhraseInterpreter::of))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
    }

    @ScenarioTest("src/test/scenarios")
    void scenarios(Rehearsal rehearsal) {
        rehearsal.by(new @Class@Skill());
    }
}
