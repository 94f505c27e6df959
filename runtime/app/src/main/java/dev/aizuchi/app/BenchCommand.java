package dev.aizuchi.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measure on this machine what BENCHMARKS.md claims of another. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure the runtime on this machine.",
        subcommands = {BenchLoopCommand.class, BenchModelCommand.class})
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                new CommandLine(spec),
                "name what to measure: " + String.join(", ", spec.subcommands().keySet()));
    }
}
