package dev.aizuchi.care;

import dev.aizuchi.conversation.ConversationSkill;
import dev.aizuchi.conversation.PolicySkill;
import dev.aizuchi.testkit.scenario.Scenarios;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class CareScenariosTest {
    private static final Path SHIPPED = Path.of("src/main/resources/dev/aizuchi/care/scenarios");

    @TestFactory
    Stream<DynamicTest> scenarios() {
        return Scenarios.under(SHIPPED).with(new CareSkill(), new ConversationSkill(), new PolicySkill());
    }
}
