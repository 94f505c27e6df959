package dev.aizuchi.app;

import dev.aizuchi.app.Terminal.Tone;
import dev.aizuchi.app.top.JournalSamples;
import dev.aizuchi.app.top.JournalTail;
import dev.aizuchi.app.top.Samples;
import dev.aizuchi.app.top.TopPage;
import dev.aizuchi.telemetry.MetricsSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Watch a running robot in the terminal. */
@Command(
        name = "top",
        mixinStandardHelpOptions = true,
        description = {
            "Watch a running robot: its state, the stages of the last turn, stops, refusals, faults, battery.",
            "Reads its metrics (metrics: in agent.yaml), or its journal while it is written. Ctrl-C ends.",
            "Exit code 1 when nobody answers."
        })
final class TopCommand implements Callable<Integer> {
    private static final String CLEAR = "\u001b[H\u001b[J";
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(3);

    @Option(names = "--url", paramLabel = "URL", description = "where the metrics are (default: ${DEFAULT-VALUE})")
    private URI url = URI.create("http://127.0.0.1:" + MetricsSettings.USUAL_PORT + "/metrics");

    @Option(names = "--token-file", paramLabel = "FILE", description = "the token that the metrics ask for")
    private @Nullable Path tokenFile;

    @Option(names = "--journal", paramLabel = "DIR", description = "follow this journal instead of the metrics")
    private @Nullable Path journal;

    @Option(names = "--every", paramLabel = "S", description = "seconds between two looks (default: ${DEFAULT-VALUE})")
    private double every = 1;

    @Option(names = "--once", description = "look once and end")
    private boolean once;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final JournalSamples counted = new JournalSamples();

    @Override
    public Integer call() throws InterruptedException {
        if (!(every >= 0.1 && every <= 3_600)) {
            throw new ParameterException(spec.commandLine(), "--every must be from 0.1 to 3600");
        }
        boolean screen = Terminal.wantsColour() && !once;
        Terminal terminal = new Terminal(spec.commandLine().getOut(), Terminal.wantsColour());
        JournalTail tail = journal == null ? null : new JournalTail(journal);
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(LONGEST_ANSWER).build();
        while (true) {
            try {
                Samples samples = tail == null ? metrics(client) : counted(tail);
                show(terminal, screen, TopPage.lines(samples));
            } catch (IOException | IllegalArgumentException e) {
                spec.commandLine().getErr().println("aizuchi: " + complaint(e));
                if (once) {
                    return 1;
                }
            }
            if (once) {
                return 0;
            }
            TimeUnit.MILLISECONDS.sleep((long) (every * 1_000));
        }
    }

    private Samples counted(JournalTail tail) throws IOException {
        tail.read(counted::line);
        return counted.samples();
    }

    private Samples metrics(HttpClient client) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(LONGEST_ANSWER);
        if (tokenFile != null) {
            request.header("Authorization", "Bearer " + MetricsConfig.token(tokenFile));
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 401) {
            throw new IOException("a token is asked for: name the file with --token-file");
        }
        if (response.statusCode() != 200) {
            throw new IOException("the answer is " + response.statusCode() + "; is this a robot's /metrics?");
        }
        return Samples.parse(response.body());
    }

    private String complaint(Exception e) {
        String where = journal == null ? url.toString() : journal.toString();
        String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String cure = journal == null
                ? "is the robot running, with metrics: { port: 9464 } in its agent.yaml?"
                : "is this its journal.directory?";
        return where + ": " + why + "; " + cure;
    }

    private static void show(Terminal terminal, boolean screen, List<TopPage.Line> lines) {
        StringBuilder page = new StringBuilder(screen ? CLEAR : "");
        for (TopPage.Line line : lines) {
            String text = String.format(Locale.ROOT, "%-10s %s", line.name(), line.text());
            page.append(
                            switch (line.urgency()) {
                                case CALM -> text;
                                case LOOK -> terminal.paint(Tone.WARNING, text);
                                case ALARM -> terminal.paint(Tone.ERROR, text);
                            })
                    .append(System.lineSeparator());
        }
        terminal.line(page.toString());
    }
}
