package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;

class MainTest {
    @Test
    void commands_are_listed_by_the_names_that_they_have() {
        assertThat(Main.commands())
                .isNotEmpty()
                .allSatisfy((name, command) ->
                        assertThat(command.getAnnotation(Command.class).name()).isEqualTo(name));
    }

    @Test
    void a_named_command_is_the_only_one_read() {
        assertThat(Main.commandLine("run").getSubcommands()).containsOnlyKeys("run");
        assertThat(Main.commandLine("--help").getSubcommands()).hasSameSizeAs(Main.commands());
    }
}
