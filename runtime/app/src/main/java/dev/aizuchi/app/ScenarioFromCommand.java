package dev.aizuchi.app;

import dev.aizuchi.testkit.replay.Replay;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Make a scenario of what happened. */
@Command(
        name = "from",
        mixinStandardHelpOptions = true,
        description = {
            "Make a scenario of a journal, of a live or of a simulated run: what was said and sensed, when, and all that",
            "came of it as what is expected. Lines of the journal that cannot be read are told and left out.",
            "Names, numbers and addresses of people get invented ones in their place, the same for the same."
        })
final class ScenarioFromCommand implements Callable<Integer> {
    @Mixin
    private ReplayOptions options = new ReplayOptions();

    @Option(names = "--out", paramLabel = "FILE", description = "write here (default: standard output)")
    private @Nullable Path out;

    @Option(names = "--name", paramLabel = "TEXT", description = "one sentence that tells what it shows")
    private @Nullable String name;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        ReplayOptions.Chosen chosen = options.read(err);
        Replay replay = options.replay(chosen);
        String yaml = replay.scenario(name == null ? chosen.name() : name);
        if (replay.standIns() > 0) {
            err.println(
                    "aizuchi: " + replay.standIns() + " names and numbers have stand-ins; read it before you share it");
        }
        if (out == null) {
            spec.commandLine().getOut().print(yaml);
            spec.commandLine().getOut().flush();
        } else {
            Files.writeString(out, yaml);
        }
        return 0;
    }
}
