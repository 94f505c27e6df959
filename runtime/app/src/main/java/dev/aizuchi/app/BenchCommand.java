package dev.aizuchi.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measure on this machine what BENCHMARKS.md claims of another. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure the runtime on this machine.",
        subcommands = {
            BenchBusCommand.class,
            BenchLoopCommand.class,
            BenchModelCommand.class,
            BenchTurnCommand.class,
            BenchWorldCommand.class
        })
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new MissingSubcommandException(spec, "name what to measure");
    }
}
