package dev.aizuchi.app;

import dev.aizuchi.app.DoctorCommand.Finding;
import dev.aizuchi.app.DoctorCommand.State;
import dev.aizuchi.language.Generation;
import dev.aizuchi.language.LanguageModel;
import dev.aizuchi.language.Prompt;
import dev.aizuchi.language.Prompt.Message;
import dev.aizuchi.language.Prompt.Speaker;
import dev.aizuchi.plugin.AdapterException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Try the generator of a configuration with one word. */
final class DoctorGenerator {
    private static final Generation.Limits ONE_WORD = new Generation.Limits(8, Duration.ofSeconds(60));

    private DoctorGenerator() {}

    static Finding check(@Nullable Path config) {
        if (config == null) {
            return new Finding("generator", State.NOTE, "off; --config tries the one of a configuration");
        }
        ConfigFile file = ConfigFile.read(
                config, Home.here().paths(config.toAbsolutePath().resolveSibling("")));
        AgentConfig.Use use = file.agent().generator();
        if (use == null) {
            return new Finding("generator", State.NOTE, "off; a line generator: in " + config + " switches it on");
        }
        try (LanguageModel model = new Plugins().open(file, use, "/generator", LanguageModel.class)) {
            return check(use.use(), model);
        } catch (AdapterException e) {
            return new Finding("generator", State.BROKEN, String.valueOf(e.getMessage()));
        }
    }

    private static Finding check(String name, LanguageModel model) {
        Generation generation =
                model.generate(Prompt.of("", List.of(), List.of(new Message(Speaker.PERSON, "こんにちは"))), ONE_WORD);
        while (generation.next().isPresent()) {
            // Only that it writes, and how fast, is of interest.
        }
        Generation.Ending ending = generation.ending();
        if (ending.reason() == Generation.Reason.FAILED || ending.reason() == Generation.Reason.TIMED_OUT) {
            return new Finding(
                    "generator",
                    State.BROKEN,
                    name + " " + ending.reason().name().toLowerCase(Locale.ROOT) + " " + ending.message());
        }
        return new Finding(
                "generator",
                State.GOOD,
                name + " writes its first word after " + ending.usage().first().toMillis() + " ms and "
                        + ending.usage().tokens() + " in "
                        + ending.usage().total().toMillis() + " ms");
    }
}
