package dev.aizuchi.testkit.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Test each scenario of files and folders by itself; the method takes a {@link Rehearsal} and says who plays it.
 *
 * <pre>{@code
 * @ScenarioTest("src/main/resources/scenarios")
 * void scenarios(Rehearsal rehearsal) {
 *     rehearsal.by(new CareSkill());
 * }
 * }</pre>
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(EachScenario.class)
public @interface ScenarioTest {
    /** Name files, and folders of {@code *.yaml}, from the module's folder on. */
    String[] value();
}
