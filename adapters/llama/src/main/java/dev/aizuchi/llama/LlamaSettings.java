package dev.aizuchi.llama;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Set up a model that runs in this process, by llama.cpp.
 *
 * @param model a GGUF file, or a folder that holds exactly one (of a model in parts, the first)
 * @param format how prompts are written: {@code template} (the model's own), {@code chatml}, {@code gemma},
 *     {@code llama3}, {@code plain}
 * @param threads how many to compute with; 0 leaves one core to the ears
 * @param context the most tokens of prompt and answer together; 0 is 2,048
 * @param gpuLayers how many layers go to the accelerator, where {@code library} was built for one
 * @param temperature 0 takes the likeliest word each time
 * @param seed of the sampling
 * @param lora adapters in GGUF that were trained for this model
 * @param grammar a GBNF file, or a JSON schema in a file whose name ends in {@code .json}, for prompts that bring none
 * @param prefixCache whether the beginning of a prompt is kept for the next; absent is yes
 * @param reserveMb what must stay free for the rest of the machine; 0 is 256
 * @param ignoreMemory whether to load even where the memory seems too small
 * @param library a folder with a {@code libjllama} of one's own, built for CUDA or Vulkan
 */
public record LlamaSettings(
        Path model,
        String format,
        int threads,
        int context,
        int gpuLayers,
        double temperature,
        int seed,
        List<Path> lora,
        @Nullable Path grammar,
        @Nullable Boolean prefixCache,
        int reserveMb,
        boolean ignoreMemory,
        @Nullable Path library) {
    private static final int CONTEXT = 2_048;
    private static final int RESERVE_MB = 256;

    public LlamaSettings {
        Objects.requireNonNull(model, "model is missing: a GGUF file, or model:ID");
        format = format == null
                ? PromptFormat.TEMPLATE.key()
                : PromptFormat.named(format).key();
        threads = threads == 0 ? Math.max(1, Runtime.getRuntime().availableProcessors() - 1) : threads;
        context = context == 0 ? CONTEXT : context;
        reserveMb = reserveMb == 0 ? RESERVE_MB : reserveMb;
        lora = lora == null ? List.of() : List.copyOf(lora);
        if (threads < 1 || context < 64 || gpuLayers < 0 || reserveMb < 0 || !(temperature >= 0 && temperature <= 2)) {
            throw new IllegalArgumentException(
                    "threads must be 1 or more, context 64 or more, gpu-layers and reserve-mb not"
                            + " negative, temperature from 0 to 2");
        }
    }

    /** Take a model as it is on most machines. */
    public static LlamaSettings of(Path model, String format) {
        return new LlamaSettings(model, format, 0, 0, 0, 0, 0, List.of(), null, null, 0, false, null);
    }

    boolean keepsPrefix() {
        return prefixCache == null || prefixCache;
    }
}
