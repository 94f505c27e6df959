package dev.aizuchi.testkit.scenario;

import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.testkit.LearntOnce;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Call a {@link ScenarioTest} once for each scenario; what the skills' phrases mean is learnt with the first. */
final class EachScenario implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext method) {
        return method.getRequiredTestMethod().isAnnotationPresent(ScenarioTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext method) {
        LearntOnce learner = new LearntOnce(PhraseInterpreter::of);
        return Stream.of(method.getRequiredTestMethod()
                        .getAnnotation(ScenarioTest.class)
                        .value())
                .flatMap(path -> Scenarios.under(Path.of(path)).list().stream())
                .map(scenario -> new Invocation(new Rehearsal(scenario, learner)));
    }

    /** One call, for one scenario. */
    private record Invocation(Rehearsal rehearsal) implements TestTemplateInvocationContext, ParameterResolver {
        @Override
        public String getDisplayName(int index) {
            return rehearsal.scenario().name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext call) {
            return parameter.getParameter().getType() == Rehearsal.class;
        }

        @Override
        public Rehearsal resolveParameter(ParameterContext parameter, ExtensionContext call) {
            return rehearsal;
        }
    }
}
