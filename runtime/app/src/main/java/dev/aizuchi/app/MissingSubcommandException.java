package dev.aizuchi.app;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Say that a command was given without the one below it that does something. */
final class MissingSubcommandException extends ParameterException {
    private static final long serialVersionUID = 1L;

    /** Ask for one; {@code wanted} begins the message: name what to do. */
    MissingSubcommandException(CommandSpec spec, String wanted) {
        super(
                spec.commandLine(),
                wanted + ": " + String.join(", ", spec.subcommands().keySet()));
    }
}
