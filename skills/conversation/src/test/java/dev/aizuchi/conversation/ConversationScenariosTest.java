package dev.aizuchi.conversation;

import dev.aizuchi.testkit.scenario.Scenarios;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

final class ConversationScenariosTest {
    private static final Path SHIPPED = Path.of("src/main/resources/dev/aizuchi/conversation/scenarios");

    @TestFactory
    Stream<DynamicTest> scenarios() {
        return Scenarios.under(SHIPPED).with(new ConversationSkill(), new PolicySkill());
    }
}
