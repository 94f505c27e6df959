package dev.aizuchi.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.conversation.ConversationSkill;
import dev.aizuchi.conversation.PolicySkill;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.testkit.scenario.Rehearsal;
import dev.aizuchi.testkit.scenario.ScenarioTest;
import dev.aizuchi.testkit.scenario.Scenarios;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReceptionScenariosTest {
    private static final String SHIPPED = "src/main/resources/dev/aizuchi/reception/scenarios";

    private final ReceptionSkill skill = new ReceptionSkill();

    @ScenarioTest(SHIPPED)
    void scenarios(Rehearsal rehearsal) {
        rehearsal.by(this::onlyDeclaredActs, skill, new ConversationSkill(), new PolicySkill());
    }

    @Test
    void there_are_enough_of_them_and_each_shows_something_else() {
        assertThat(Scenarios.under(Path.of(SHIPPED)).list())
                .hasSizeGreaterThanOrEqualTo(25)
                .extracting(scenario -> scenario.name())
                .doesNotHaveDuplicates();
    }

    private void onlyDeclaredActs(List<DialogueEvent> events) {
        assertThat(events)
                .filteredOn(DialogueEvent.Commanded.class::isInstance)
                .extracting(event -> ((DialogueEvent.Commanded) event).action().getClass())
                .allSatisfy(act -> assertThat(skill.spec().needs()).contains(act));
    }
}
