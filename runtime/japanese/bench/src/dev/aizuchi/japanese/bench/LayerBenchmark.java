package dev.aizuchi.japanese.bench;

import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.dialect.PlainForms;
import dev.aizuchi.japanese.fence.Fence;
import dev.aizuchi.japanese.reading.SpeechReader;
import dev.aizuchi.japanese.value.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time one sentence of about 20 characters; the sample mode gives the percentiles. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class LayerBenchmark {
    private static final LocalDateTime REFERENCE = LocalDateTime.parse("2024-05-01T10:00");

    private final List<String> sentences = lines();
    private final Morphology morphology = new Morphology();
    private final Values values = new Values(morphology);
    private final SpeechReader reader = new SpeechReader(morphology);
    private final PlainForms forms = PlainForms.standard();
    private final Fence fence = Fence.standard();
    private int next;

    private static List<String> lines() {
        try {
            return Files.readAllLines(Path.of(System.getProperty("sentences", "sentences.txt")));
        } catch (IOException e) {
            throw new IllegalStateException("run it by bench/run.sh", e);
        }
    }

    private String sentence() {
        next = (next + 1) % sentences.size();
        return sentences.get(next);
    }

    @Benchmark
    public Object values() {
        return values.find(sentence(), REFERENCE);
    }

    @Benchmark
    public Object read() {
        return reader.read(sentence());
    }

    /** Learn the facts and judge one sentence, as for each reply. */
    @Benchmark
    public Object fence() {
        return fence.reply(List.of("面会は午前十時からです。"), "面会は何時からですか", 2).push("面会は午前十時からです。");
    }

    @Benchmark
    public Object plain() {
        return forms.plain(sentence());
    }
}
