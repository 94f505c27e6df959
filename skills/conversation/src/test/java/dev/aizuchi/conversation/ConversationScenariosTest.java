package dev.aizuchi.conversation;

import dev.aizuchi.testkit.scenario.Rehearsal;
import dev.aizuchi.testkit.scenario.ScenarioTest;

final class ConversationScenariosTest {
    private static final String SHIPPED = "src/main/resources/dev/aizuchi/conversation/scenarios";

    @ScenarioTest(SHIPPED)
    void scenarios(Rehearsal rehearsal) {
        rehearsal.by(new ConversationSkill(), new PolicySkill());
    }
}
