package dev.aizuchi.disaster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.conversation.ConversationSkill;
import dev.aizuchi.conversation.PolicySkill;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.testkit.scenario.Rehearsal;
import dev.aizuchi.testkit.scenario.ScenarioTest;
import dev.aizuchi.testkit.scenario.Scenarios;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class DisasterScenariosTest {
    private static final String SHIPPED = "src/main/resources/dev/aizuchi/disaster/scenarios";
    private static final String MANIFEST = "/META-INF/aizuchi/disaster/skill.yaml";

    private final Set<String> declared = declared();

    @ScenarioTest(SHIPPED)
    void scenarios(Rehearsal rehearsal) {
        rehearsal.by(this::onlyDeclaredActs, new DisasterSkill(), new ConversationSkill(), new PolicySkill());
    }

    @Test
    void there_are_enough_of_them_and_each_shows_something_else() {
        assertThat(Scenarios.under(Path.of(SHIPPED)).list())
                .hasSizeGreaterThanOrEqualTo(28)
                .extracting(scenario -> scenario.name())
                .doesNotHaveDuplicates();
    }

    private void onlyDeclaredActs(List<DialogueEvent> events) {
        assertThat(events)
                .filteredOn(DialogueEvent.Commanded.class::isInstance)
                .extracting(event -> ((DialogueEvent.Commanded) event).action().name())
                .isSubsetOf(declared);
    }

    /** The manifest names the acts of one robot too, which the code knows only as its own. */
    private static Set<String> declared() {
        try (InputStream in = Objects.requireNonNull(DisasterSkill.class.getResourceAsStream(MANIFEST), MANIFEST)) {
            Matcher needs = Pattern.compile("(?m)^needs: \\[(.*)]$")
                    .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(needs.find()).isTrue();
            return Set.of(needs.group(1).split(", "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
