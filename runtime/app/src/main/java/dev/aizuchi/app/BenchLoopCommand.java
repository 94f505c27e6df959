package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.testkit.evaluation.Percentiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measure the spoken loop: from a voice's end to the first command at the robot and the first sound of the answer, and
 * from a stop word to standstill.
 */
@Command(
        name = "loop",
        mixinStandardHelpOptions = true,
        description = {
            "Play recorded commands and stop words to the whole loop in real time and measure it.",
            "command_ms: end of speech → first command at the robot's end of MQTT, with the wait for the turn's end.",
            "first_audio_ms: end of speech → first sound of the answer at the loudspeaker, likewise.",
            "stop_ms: end of the stop word → the robot stands. understanding_ms: the interpreter alone."
        })
final class BenchLoopCommand implements Callable<Integer> {
    private static final Duration LONGEST = Duration.ofSeconds(8);
    /** Long enough for the robot to be at full speed when the stop word comes. */
    private static final long UNDER_WAY_MILLIS = 2_500;

    private static final String ERRAND = "お水を持ってきてください";

    @Option(names = "--json", description = "write one JSON object")
    private boolean json;

    @Option(names = "--limit", paramLabel = "N", description = "play only the first N of each kind")
    private int limit = Integer.MAX_VALUE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Double> commandMillis = new ArrayList<>();
    private final List<Double> firstAudioMillis = new ArrayList<>();
    /** From a sentence that is decided on to its first sound. */
    private final List<Double> voiceMillis = new ArrayList<>();

    /** When the next answer began to sound (System.nanoTime). */
    private volatile CompletableFuture<Long> sounding = new CompletableFuture<>();

    private final List<Double> waitMillis = new ArrayList<>();
    private final List<Double> understandingMillis = new ArrayList<>();
    private final List<Double> stopMillis = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        Probe probe = new Probe();
        try (SpokenLoop loop = new SpokenLoop(1, SpokenLoop.Mouth.SILENT, probe::wrap, List.of(this::note))) {
            for (BenchRecording recording : BenchRecording.all(limit)) {
                if (recording.isStop()) {
                    stop(loop, probe, recording);
                } else {
                    command(loop, probe, recording);
                }
                reset(loop);
            }
        }
        report();
        return missed.isEmpty() ? 0 : 1;
    }

    private void command(SpokenLoop loop, Probe probe, BenchRecording recording) throws InterruptedException {
        probe.forget();
        sounding = new CompletableFuture<>();
        long end = recording.playTo(loop);
        long arrived = probe.awaitCommand(end + LONGEST.toNanos());
        long spoke = sounding.completeOnTimeout(
                        0L, Math.max(0, end + LONGEST.toNanos() - System.nanoTime()), TimeUnit.NANOSECONDS)
                .join();
        if (arrived == 0 || spoke == 0) {
            missed.add(recording.file());
        } else {
            commandMillis.add((arrived - end) / 1e6);
            firstAudioMillis.add((spoke - end) / 1e6);
        }
    }

    private void stop(SpokenLoop loop, Probe probe, BenchRecording recording) throws InterruptedException {
        probe.forget();
        loop.runtime().agent().hear(ERRAND);
        if (probe.awaitCommand(System.nanoTime() + LONGEST.toNanos()) == 0) {
            missed.add(recording.file() + " (the errand before it)");
            return;
        }
        TimeUnit.MILLISECONDS.sleep(UNDER_WAY_MILLIS);
        long end = recording.playTo(loop);
        long stood = probe.awaitStandstill(end + LONGEST.toNanos());
        if (stood == 0) {
            missed.add(recording.file());
        } else {
            stopMillis.add((stood - end) / 1e6);
        }
    }

    /** End what is going on, so that each recording begins alike. */
    private void reset(SpokenLoop loop) throws InterruptedException {
        loop.runtime().agent().stop("bench");
        loop.awaitQuiet(LONGEST);
        loop.runtime().agent().hear("再開");
        loop.awaitQuiet(LONGEST);
        // What was stopped is offered again, which would be the question that the next recording answers.
        loop.runtime().agent().hear("いいえ");
        loop.awaitQuiet(LONGEST);
        TimeUnit.MILLISECONDS.sleep(500);
    }

    private void note(DialogueEvent event) {
        if (event instanceof DialogueEvent.Understood understood) {
            understandingMillis.add(understood.took().toNanos() / 1e6);
        } else if (event instanceof DialogueEvent.Heard heard && !heard.took().isZero()) {
            waitMillis.add(heard.took().toNanos() / 1e6);
        } else if (event instanceof DialogueEvent.Sounding first) {
            sounding.complete(System.nanoTime());
            voiceMillis.add(first.took().toNanos() / 1e6);
        }
    }

    private void report() {
        ObjectNode report = Json.MAPPER.createObjectNode();
        report.put("java", Runtime.version().toString());
        report.put("cores", Runtime.getRuntime().availableProcessors());
        put(report, "command_ms", commandMillis);
        put(report, "first_audio_ms", firstAudioMillis);
        put(report, "end_of_voice_to_text_ms", waitMillis);
        put(report, "sentence_to_first_audio_ms", voiceMillis);
        put(report, "understanding_ms", understandingMillis);
        put(report, "stop_ms", stopMillis);
        missed.forEach(report.putArray("missed")::add);
        Json.print(report, spec.commandLine().getOut(), json);
    }

    private static void put(ObjectNode report, String name, List<Double> values) {
        Percentiles percentiles = Percentiles.of(values.stream().mapToDouble(Double::doubleValue));
        report.putObject(name)
                .put("n", percentiles.n())
                .put("p50", tenths(percentiles.p50()))
                .put("p95", tenths(percentiles.p95()))
                .put("p99", tenths(percentiles.p99()));
    }

    private static double tenths(double millis) {
        return Double.isNaN(millis) ? millis : Math.round(millis * 10) / 10.0;
    }
}
