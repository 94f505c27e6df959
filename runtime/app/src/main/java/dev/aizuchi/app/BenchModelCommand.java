package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.onnx.OnnxTextEncoder;
import dev.aizuchi.testkit.evaluation.Memory;
import dev.aizuchi.testkit.evaluation.Percentiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measure the encoder and the matching of intents. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        description = {
            "Measure the sentence encoder and the matching of the skills' phrases, on one thread.",
            "encode_ms: tokenise and encode one sentence. judge_ms: the same and match it. turn_ms: as a dialogue does it,",
            "which asks the encoder only where words do not settle it. words_ms: without the encoder, for comparison.",
            "joules_per_1000: of the whole processor package (RAPL), null where it cannot be read."
        })
final class BenchModelCommand implements Callable<Integer> {
    private static final int WARM_UP = 3;
    private static final int BATCH = 256;

    @Option(names = "--json", description = "write one JSON object")
    private boolean json;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "times each sentence is taken (default: ${DEFAULT-VALUE})")
    private int rounds = 20;

    @Option(
            names = "--encoder",
            paramLabel = "MODEL",
            description = "model id or folder of the encoder (default: ${DEFAULT-VALUE})")
    private String model = Home.ENCODER;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<String> sentences = SpokenLoop.resource("bench/sentences.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        List<Interpreter.Intent> intents = Understanding.skillIntents();
        ObjectNode report = Json.MAPPER.createObjectNode();
        report.put("java", Runtime.version().toString());
        report.put("cores", Runtime.getRuntime().availableProcessors());
        Interpreter byWords = PhraseInterpreter.of(intents);
        put(report, "words_ms", sentences, byWords::interpret);
        double before = Memory.residentMegabytes().orElse(Double.NaN);
        double opened = millis(() -> Home.here().encoder(model).close());
        long begun = System.nanoTime();
        try (OnnxTextEncoder encoder = Home.here().encoder(model)) {
            report.put("computed_by", encoder.placement().toString());
            report.put("load_first_ms", Json.rounded(opened));
            report.put("load_again_ms", Json.rounded((System.nanoTime() - begun) / 1e6));
            put(report, "encode_ms", sentences, encoder::encode);
            report.put("resident_mb", Json.rounded(Memory.residentMegabytes().orElse(Double.NaN) - before));
            throughput(report, encoder, sentences);
            report.put("learn_anew_ms", Json.rounded(millis(() -> PhraseInterpreter.of(intents, encoder))));
            Home.learn(intents, encoder);
            begun = System.nanoTime();
            Interpreter interpreter = Home.learn(intents, encoder);
            report.put("learn_cached_ms", Json.rounded((System.nanoTime() - begun) / 1e6));
            put(report, "judge_ms", sentences, interpreter::explain);
            put(report, "turn_ms", sentences, interpreter::interpret);
        }
        Json.print(report, spec.commandLine().getOut(), json);
        return 0;
    }

    private static void throughput(ObjectNode report, OnnxTextEncoder encoder, List<String> sentences) {
        List<String> batch = IntStream.range(0, BATCH)
                .mapToObj(i -> sentences.get(i % sentences.size()))
                .toList();
        Energy energy = new Energy();
        double millis = millis(() -> encoder.encodeAll(batch));
        report.put("batch_sentences_per_s", Json.rounded(BATCH * 1_000 / millis));
        report.put("cpu_s_per_1000", Json.rounded(energy.processorSeconds() * 1_000 / BATCH));
        report.put("joules_per_1000", Json.rounded(energy.joules() * 1_000 / BATCH));
    }

    private static double millis(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    private void put(ObjectNode report, String name, List<String> sentences, Consumer<String> work) {
        for (int i = 0; i < WARM_UP; i++) {
            sentences.forEach(work);
        }
        double[] millis = new double[sentences.size() * rounds];
        for (int i = 0; i < millis.length; i++) {
            String sentence = sentences.get(i % sentences.size());
            millis[i] = millis(() -> work.accept(sentence));
        }
        Percentiles percentiles = Percentiles.of(Arrays.stream(millis));
        ObjectNode node = report.putObject(name).put("n", percentiles.n());
        Json.put(node, percentiles);
    }
}
