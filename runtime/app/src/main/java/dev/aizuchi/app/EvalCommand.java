package dev.aizuchi.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measure how well it hears and understands, on material of one's own. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description = "Evaluate the runtime's parts on your own material.",
        subcommands = {EvalSpeechCommand.class, EvalIntentsCommand.class, EvalStopsCommand.class})
final class EvalCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                new CommandLine(spec),
                "name what to evaluate: " + String.join(", ", spec.subcommands().keySet()));
    }
}
