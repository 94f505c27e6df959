package dev.aizuchi.app;

import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.TextEncoder;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Hold the options by which sentences are understood. */
final class Understanding {
    @Option(names = "--no-encoder", description = "match by words alone, without the encoder model")
    private boolean noEncoder;

    @Option(
            names = "--encoder",
            paramLabel = "MODEL",
            description = "model id or folder of the encoder (default: ${DEFAULT-VALUE})")
    private String encoder = Home.ENCODER;

    @Option(
            names = "--caution",
            paramLabel = "careful|open",
            description = {
                "careful: only what words or rules settle, as a robot acts (the default of the runtime);",
                "open: the likeliest intent unless the sentence belongs to none"
            })
    private Interpreter.Caution caution = Interpreter.Caution.CAREFUL;

    Interpreter.Caution caution() {
        return caution;
    }

    String wireCaution() {
        return caution.name().toLowerCase(Locale.ROOT);
    }

    /** Begin with another caution; what the command line says comes later and counts. */
    Understanding usually(Interpreter.Caution usual) {
        caution = usual;
        return this;
    }

    /** Open the encoder, unless it is not wanted. */
    @Nullable
    TextEncoder encoder(Closer closer) {
        return noEncoder ? null : closer.keep(Home.here().encoder(encoder));
    }

    /** Give the intents of all skills that are found. */
    static List<Interpreter.Intent> skillIntents() {
        return new Plugins()
                .usual().stream()
                        .flatMap(skill -> skill.spec().examples().stream())
                        .toList();
    }
}
