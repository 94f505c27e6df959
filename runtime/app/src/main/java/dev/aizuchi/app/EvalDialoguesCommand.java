package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.testkit.evaluation.Percentiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hold whole dialogues and compare each turn with what is expected of it. */
@Command(
        name = "dialogues",
        mixinStandardHelpOptions = true,
        description = {
            "Hold the dialogues of a file with the simulated robot and compare what comes with what is expected.",
            "Files: what converse reads, one dialogue a line, with a kind, and in a turn {\"expect\":{\"behaviour\",\"action\",",
            "\"slots\",\"says\",\"not_says\",\"not_action\",\"state\"}}; a list means any of its values. A dialogue passes when",
            "all its turns are as expected. Exit code 1 when fewer pass than --least, or one comes out otherwise when repeated."
        })
final class EvalDialoguesCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "JSON lines")
    private List<Path> files = List.of();

    @Option(names = "--repeat", defaultValue = "1", description = "hold each dialogue so often")
    private int repeat = 1;

    @Option(names = "--least", defaultValue = "0", description = "the share that has to pass, from 0 to 1")
    private double least;

    @Option(names = "--totals", description = "do not list what failed: a test set is spent by it")
    private boolean totals;

    @Option(names = "--json", description = "one JSON object instead of a table")
    private boolean json;

    @Option(names = "--no-encoder", description = "match by words alone, without the encoder model")
    private boolean noEncoder;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Map<String, int[]> kinds = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final List<String> flakes = new ArrayList<>();
    private final List<Double> millis = new ArrayList<>();
    private int passed;
    private int held;

    @Override
    public Integer call() throws IOException {
        try (Closer closer = new Closer()) {
            Domains domains = new Domains(
                    new Plugins().skills(),
                    noEncoder ? null : closer.keep(Home.here().encoder()),
                    null);
            for (Path file : files) {
                hold(file, domains);
            }
        }
        report();
        return flakes.isEmpty() && passed >= least * held ? 0 : 1;
    }

    private void hold(Path file, Domains domains) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank() && !lines.get(i).startsWith("#")) {
                try {
                    hold(Json.MAPPER.readTree(lines.get(i)), domains);
                } catch (JsonLines.BadLineException | com.fasterxml.jackson.core.JacksonException e) {
                    throw new ConfigException(file + ":" + (i + 1) + ": " + e.getMessage(), e);
                }
            }
        }
    }

    private void hold(JsonNode dialogue, Domains domains) {
        String name =
                dialogue.path("id").asText("?") + " (" + dialogue.path("kind").asText("plain") + ")";
        List<String> wrong = new ArrayList<>();
        JsonNode first = ConverseCommand.answer(dialogue, domains, millis::add).path("turns");
        for (int i = 0; i < first.size(); i++) {
            JsonNode turn = dialogue.path("turns").get(i);
            JsonNode came = first.get(i);
            if (turn.has("expect")) {
                new ExpectedTurn(turn.get("expect"))
                        .differences(came)
                        .forEach(difference -> wrong.add(
                                "  " + said(turn) + " → 「" + came.path("say").asText() + "」: " + difference));
            }
        }
        for (int i = 1; i < repeat; i++) {
            if (!ConverseCommand.answer(dialogue, domains, millis::add)
                    .path("turns")
                    .equals(first)) {
                flakes.add(name);
                break;
            }
        }
        count(dialogue, wrong.isEmpty());
        if (!wrong.isEmpty()) {
            failures.add(name + "\n" + String.join("\n", wrong));
        }
    }

    private static String said(JsonNode turn) {
        return turn.has("user") ? "「" + turn.get("user").asText() + "」" : turn.toString();
    }

    private void count(JsonNode dialogue, boolean passes) {
        held++;
        passed += passes ? 1 : 0;
        for (String group : List.of(
                dialogue.path("domain").asText(""), dialogue.path("kind").asText("plain"))) {
            int[] counts = kinds.computeIfAbsent(group, none -> new int[2]);
            counts[0] += passes ? 1 : 0;
            counts[1]++;
        }
    }

    private void report() {
        // The first dialogues pay for the start of the process.
        Percentiles turn =
                Percentiles.of(millis.stream().skip(millis.size() / 10).mapToDouble(Double::doubleValue));
        if (json) {
            ObjectNode node = Json.MAPPER.createObjectNode();
            node.put("dialogues", held).put("passed", passed).put("repeat", repeat);
            Json.put(node.putObject("turn_ms"), turn);
            flakes.forEach(node.putArray("flakes")::add);
            failures.forEach(node.putArray("failures")::add);
            spec.commandLine().getOut().println(node);
            return;
        }
        Terminal terminal = new Terminal(spec.commandLine().getOut(), Terminal.wantsColour());
        if (!totals) {
            failures.forEach(terminal::line);
        }
        flakes.forEach(flake -> terminal.line("not the same each time: " + flake));
        terminal.line(String.format(
                Locale.ROOT,
                "%d of %d dialogues as expected (%.1f %%), each held %d times; a turn p50 %.1f, p95 %.1f, p99 %.1f ms",
                passed,
                held,
                100.0 * passed / Math.max(1, held),
                repeat,
                turn.p50(),
                turn.p95(),
                turn.p99()));
        StringBuilder byKind = new StringBuilder("by kind:");
        kinds.forEach((kind, counts) -> byKind.append(' ')
                .append(kind)
                .append(' ')
                .append(counts[0])
                .append('/')
                .append(counts[1]));
        terminal.line(byKind.toString());
    }
}
