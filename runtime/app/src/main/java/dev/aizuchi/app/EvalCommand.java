package dev.aizuchi.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measure how well it hears and understands, on material of one's own. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description = "Evaluate the runtime's parts on your own material.",
        subcommands = {
            EvalSpeechCommand.class,
            EvalIntentsCommand.class,
            EvalStopsCommand.class,
            EvalUnderstandCommand.class,
            EvalSurenessCommand.class,
            EvalDialoguesCommand.class,
            EvalTurnsCommand.class,
            EvalNoiseCommand.class
        })
final class EvalCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new MissingSubcommandException(spec, "name what to evaluate");
    }
}
