package dev.aizuchi.care;

import dev.aizuchi.conversation.ConversationSkill;
import dev.aizuchi.conversation.PolicySkill;
import dev.aizuchi.testkit.scenario.Rehearsal;
import dev.aizuchi.testkit.scenario.ScenarioTest;

final class CareScenariosTest {
    private static final String SHIPPED = "src/main/resources/dev/aizuchi/care/scenarios";

    @ScenarioTest(SHIPPED)
    void scenarios(Rehearsal rehearsal) {
        rehearsal.by(new CareSkill(), new ConversationSkill(), new PolicySkill());
    }
}
