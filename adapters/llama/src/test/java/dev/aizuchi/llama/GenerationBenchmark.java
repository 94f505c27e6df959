package dev.aizuchi.llama;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import de.kherud.llama.ModelParameters;
import dev.aizuchi.language.Generation;
import dev.aizuchi.language.Generation.Limits;
import dev.aizuchi.language.Prompt;
import dev.aizuchi.language.Prompt.Message;
import dev.aizuchi.language.Prompt.Speaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Measure a model through the port against the bare library, in turns in one process. No test of {@code mvn verify}:
 * the profile {@code llama} runs it, on the model that {@code -Dllama.model=FILE} names and in the format of
 * {@code -Dllama.format=NAME}; without one, on the tiny model with random weights.
 */
@Tag("benchmark")
class GenerationBenchmark {
    private static final int TOKENS = 64;
    private static final int ROUNDS = 9;
    private static final int CALLS = 1_000;
    private static final Limits LONG = new Limits(TOKENS, Duration.ofMinutes(5));
    private static final Limits ONE = new Limits(1, Duration.ofMinutes(5));

    @Test
    @SuppressWarnings("SystemOut")
    void measures() throws IOException, InterruptedException {
        String named = System.getProperty("llama.model", "");
        String format = System.getProperty("llama.format", "chatml");
        Path file = named.isEmpty() ? TinyModel.write(Files.createTempFile("tiny", ".gguf"), true) : Path.of(named);
        LlamaSettings settings =
                new LlamaSettings(file, format, 0, 2_048, 0, 0, 1, List.of(), null, null, 0, false, null);
        long before = resident();
        long begun = System.nanoTime();
        InProcessModel model = InProcessModel.open(settings);
        tell("load_ms", millis(System.nanoTime() - begun));
        latencies(model);
        tell("resident_mb_beyond_the_jvm", (resident() - before) / 1_000.0);
        leak(model);
        ratio(model, settings, file);
        model.close();
    }

    private static void ratio(InProcessModel model, LlamaSettings settings, Path file) {
        LlamaModel bare = new LlamaModel(new ModelParameters()
                .setModel(file.toString())
                .setThreads(settings.threads())
                .setThreadsBatch(settings.threads())
                .setCtxSize(settings.context())
                .disableLog());
        Prompt prompt = prompt("昔の話を聞かせてください。");
        String text = PromptFormat.named(settings.format()).write(prompt);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            // The first to go changes with each round.
            double one = round % 2 == 0 ? port(model, prompt) : library(bare, text);
            double other = round % 2 == 0 ? library(bare, text) : port(model, prompt);
            ours.add(round % 2 == 0 ? one : other);
            theirs.add(round % 2 == 0 ? other : one);
            ratios.add(ours.get(round) / theirs.get(round));
        }
        tell("pieces_a_second_through_the_port", median(ours));
        tell("pieces_a_second_of_the_bare_library", median(theirs));
        tell("ratio", median(ratios));
        bare.close();
    }

    private static double port(InProcessModel model, Prompt prompt) {
        Generation generation = model.generate(prompt, LONG);
        int pieces = generation.next().isPresent() ? 1 : 0;
        long begun = System.nanoTime();
        while (generation.next().isPresent()) {
            pieces++;
        }
        return pieces / seconds(begun);
    }

    private static double library(LlamaModel bare, String text) {
        int pieces = 0;
        long begun = 0;
        for (LlamaOutput piece : bare.generate(new InferenceParameters(text)
                .setNPredict(TOKENS)
                .setTemperature(0)
                .setSeed(1)
                .setCachePrompt(true))) {
            if (begun == 0) {
                begun = System.nanoTime();
            } else if (!piece.text.isEmpty()) {
                pieces++;
            }
        }
        return (pieces + 1) / seconds(begun);
    }

    private static void latencies(InProcessModel model) throws InterruptedException {
        Generation cold = model.generate(prompt("おはようございます。"), ONE);
        drain(cold);
        tell("first_piece_cold_ms", cold.ending().usage().first().toNanos() / 1e6);
        List<Double> warm = new ArrayList<>();
        List<Double> cancels = new ArrayList<>();
        List<Double> idle = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Generation one = model.generate(prompt("今日は" + (char) ('あ' + i) + "ですね。"), ONE);
            drain(one);
            warm.add(one.ending().usage().first().toNanos() / 1e6);
            Generation cut = model.generate(prompt("長い話を。"), new Limits(400, Duration.ofMinutes(5)));
            boolean begun = cut.next().isPresent();
            Thread canceller = new Thread(cut::cancel);
            long at = System.nanoTime();
            canceller.start();
            while (begun && cut.next().isPresent()) {
                // Until the cancel has arrived.
            }
            cancels.add(millis(System.nanoTime() - at));
            canceller.join();
            Generation next = model.generate(prompt("長い話を。"), ONE);
            drain(next);
            idle.add(millis(System.nanoTime() - at));
        }
        tell("prompt_tokens", cold.ending().usage().promptTokens());
        tell("first_piece_cached_prefix_ms_p50", median(warm));
        tell("first_piece_cached_prefix_ms_worst", Collections.max(warm));
        tell("cancel_ms_p50", median(cancels));
        tell("cancel_ms_worst", Collections.max(cancels));
        tell("cancel_until_the_next_piece_ms_p50", median(idle));
    }

    private static void leak(InProcessModel model) throws IOException {
        long after = 0;
        for (int i = 0; i < CALLS; i++) {
            drain(model.generate(prompt("はい" + i % 50), new Limits(2, Duration.ofMinutes(5))));
            if (i == CALLS / 10) {
                after = resident();
            }
        }
        tell("resident_mb_gained_over_the_last_900_of_1000_calls", (resident() - after) / 1_000.0);
    }

    private static void drain(Generation generation) {
        while (generation.next().isPresent()) {
            // Only the time is of interest.
        }
    }

    private static Prompt prompt(String said) {
        return Prompt.of(
                "あなたは、人の話し相手をするロボットです。です・ますで、一文か二文の短い返事をします。下の事実のほかは、数字、時刻、場所、人の名前を言いません。",
                List.of("今日は水曜日です。"),
                List.of(
                        new Message(Speaker.PERSON, "今日は冷えるね"),
                        new Message(Speaker.ROBOT, "本当に冷えますね。"),
                        new Message(Speaker.PERSON, said)));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    /** Give the resident memory in kB, where Linux tells it. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElse(0)
                : 0;
    }

    private static void tell(String what, double value) {
        System.out.println(String.format(Locale.ROOT, "%s %.2f", what, value));
    }
}
