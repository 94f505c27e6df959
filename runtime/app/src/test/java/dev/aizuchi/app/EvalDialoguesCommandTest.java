package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.testkit.evaluation.DialogueReport;
import dev.aizuchi.testkit.evaluation.ExpectedDialogue;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class EvalDialoguesCommandTest {
    private static final double WITH_ENCODER = 0.53;
    private static final double BY_WORDS_ALONE = 0.55;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void most_dialogues_of_the_development_set_go_as_expected() {
        try (TextEncoder encoder = Home.here().encoder()) {
            assertPassed(encoder, WITH_ENCODER);
        }
    }

    @Test
    void without_the_encoder_they_go_by_words_alone() {
        assertPassed(null, BY_WORDS_ALONE);
    }

    @Test
    void a_share_below_the_least_ends_with_one() throws IOException {
        String dialogues = """
                {"id":"a","domain":"care","turns":[{"user":"お水を持ってきて","expect":{"action":"bring_water"}}]}
                {"id":"b","domain":"care","turns":[{"user":"お水を持ってきて","expect":{"action":"bring_tea"}}]}
                """;
        assertThat(execute(dialogues, "--least", "0.6")).isOne();
        assertThat(out.toString()).contains("b (plain)", "2 dialogues: 1 passed (50.0 %)");
        assertThat(execute(dialogues, "--least", "0.5")).isZero();
        assertThat(execute(dialogues, "--json")).isZero();
        assertThat(out.toString()).contains("\"failed\":[{\"id\":\"b\"", "\"came\":{\"behaviour\":\"do_action\"");
    }

    @Test
    void what_cannot_be_measured_is_told() throws IOException {
        assertThat(execute("# nothing\n")).isNotZero();
        assertThat(execute("{\"id\":\"a\",\"turns\":[{\"user\":\"はい\"}]}", "--repeat", "0"))
                .isNotZero();
    }

    private int execute(String dialogues, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.jsonl"), dialogues);
        CommandLine command = new CommandLine(new EvalDialoguesCommand()).setOut(new PrintWriter(out, true));
        command.setExecutionExceptionHandler((e, line, result) -> 2);
        return command.execute(Stream.concat(Stream.of(file.toString(), "--no-encoder"), Stream.of(options))
                .toArray(String[]::new));
    }

    private static void assertPassed(@Nullable TextEncoder encoder, double least) {
        Domains domains = new Domains(new Plugins().skills(), encoder, null);
        DialogueReport report = EvalDialoguesCommand.evaluation(domains)
                .run(ExpectedDialogue.in(Path.of("../../skills/evaluation/dialogues-dev.jsonl")), 1);
        String failed = report.failed().stream().map(Object::toString).collect(Collectors.joining("\n"));
        assertThat(report.passed().share()).as(report.summary() + "\n" + failed).isGreaterThanOrEqualTo(least);
    }
}
