package dev.aizuchi.llama;

import de.kherud.llama.InferenceParameters;
import de.kherud.llama.LlamaIterator;
import de.kherud.llama.LlamaModel;
import de.kherud.llama.LlamaOutput;
import de.kherud.llama.ModelParameters;
import de.kherud.llama.Pair;
import dev.aizuchi.language.Generation;
import dev.aizuchi.language.Generation.Reason;
import dev.aizuchi.language.LanguageModel;
import dev.aizuchi.language.Prompt;
import dev.aizuchi.language.Prompt.Constraint;
import dev.aizuchi.plugin.AdapterException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Write with llama.cpp in this process, on a thread of its own.
 *
 * <p>The library keeps a native thread and most of its memory after it is closed, and that thread keeps the JVM up:
 * open one model for the life of a process, and end the process by {@link System#exit}.
 */
final class InProcessModel implements LanguageModel {
    /** The library answers a cancel only between tokens, so a long prompt is read in parts of so many characters. */
    private static final int PART = 200;

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final LlamaModel model;
    private final LlamaSettings settings;
    private final Constraints constraints;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread writing = new Thread(task, "llama");
        writing.setDaemon(true);
        return writing;
    });
    /** What the library last read, on its thread. */
    private String lastPrompt = "";

    private int[] lastTokens = {};
    private volatile boolean closing;

    private InProcessModel(LlamaModel model, LlamaSettings settings, Constraints constraints) {
        this.model = model;
        this.settings = settings;
        this.constraints = constraints;
    }

    /**
     * Load a model.
     *
     * @throws AdapterException when it cannot be: the file, the memory or the platform does not allow it
     */
    static InProcessModel open(LlamaSettings settings) {
        Constraints constraints = Constraints.of(settings.grammar());
        ModelFile file = ModelFile.of(settings, MemoryGuard.ofThisMachine());
        LlamaLibrary.load(settings.library());
        ModelParameters parameters = new ModelParameters()
                .setModel(file.path().toString())
                .setThreads(settings.threads())
                .setThreadsBatch(settings.threads())
                .setCtxSize(settings.context());
        if (settings.gpuLayers() > 0) {
            parameters.setGpuLayers(settings.gpuLayers());
        }
        settings.lora().forEach(adapter -> parameters.addLoraAdapter(adapter.toString()));
        try {
            return new InProcessModel(new LlamaModel(parameters.disableLog()), settings, constraints);
        } catch (RuntimeException e) {
            throw new AdapterException(
                    "llama.cpp cannot load " + file.path() + " (" + e.getMessage()
                            + "): the file is damaged, newer than the library, or a lora does not belong to it;"
                            + " ./aizuchi models verify reads its hash",
                    e);
        }
    }

    @Override
    public Generation generate(Prompt prompt, Generation.Limits limits) {
        Relay relay = new Relay(limits);
        submit(relay, () -> write(prompt, limits, relay));
        return relay;
    }

    @Override
    public void prepare(Prompt prompt) {
        if (settings.keepsPrefix()) {
            Relay relay = new Relay(new Generation.Limits(1, Duration.ofMinutes(5)));
            submit(relay, () -> readAhead(text(prompt), relay));
        }
    }

    private void submit(Relay relay, Runnable task) {
        synchronized (thread) {
            if (closing) {
                relay.end(Reason.FAILED, "the model is closed");
            } else {
                thread.execute(() -> guarded(relay, task));
            }
        }
    }

    private void guarded(Relay relay, Runnable task) {
        if (closing) {
            relay.end(Reason.CANCELLED, "");
        } else if (!relay.isOver()) {
            try {
                task.run();
            } catch (IllegalArgumentException e) {
                relay.end(Reason.FAILED, String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                // Only the class: the message may quote the prompt.
                relay.end(Reason.FAILED, "llama.cpp failed with " + e.getClass().getName());
            }
        }
    }

    private void write(Prompt prompt, Generation.Limits limits, Relay relay) {
        InferenceParameters parameters = parameters(prompt, limits);
        String text = text(prompt);
        int[] tokens = model.encode(text);
        if (tokens.length + limits.tokens() > settings.context()) {
            throw new IllegalArgumentException(
                    "the prompt has " + tokens.length + " tokens and the answer may have " + limits.tokens()
                            + ", but the context holds " + settings.context() + ": raise context, or say less");
        }
        relay.prompt(tokens.length, settings.keepsPrefix() ? alike(tokens, lastTokens) : 0);
        readAhead(text, relay);
        if (relay.isOver()) {
            return;
        }
        lastTokens = tokens;
        StringBuilder written = new StringBuilder();
        LlamaIterator pieces = model.generate(parameters.setPrompt(text)).iterator();
        while (pieces.hasNext()) {
            LlamaOutput piece = pieces.next();
            written.append(piece.text);
            if (closing || !relay.offer(piece.text)) {
                pieces.cancel();
                relay.end(Reason.CANCELLED, "");
                return;
            }
        }
        int count = model.encode(written.toString()).length;
        relay.written(count);
        relay.end(count >= limits.tokens() ? Reason.LENGTH : Reason.COMPLETE, "");
    }

    /** Have the library read a prompt in parts, so that a cancel need not wait for all of it. */
    private void readAhead(String text, Relay relay) {
        if (!settings.keepsPrefix()) {
            return;
        }
        int known = commonPrefix(text, lastPrompt);
        lastPrompt = text;
        for (int end = known + PART; end < text.length() - PART / 2 && !relay.isOver() && !closing; end += PART) {
            int cut = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
            InferenceParameters part = new InferenceParameters(text.substring(0, cut))
                    .setNPredict(0)
                    .setCachePrompt(true);
            model.generate(part).forEach(piece -> {});
        }
    }

    private InferenceParameters parameters(Prompt prompt, Generation.Limits limits) {
        InferenceParameters parameters = new InferenceParameters("")
                .setNPredict(limits.tokens())
                .setTemperature((float) settings.temperature())
                .setSeed(settings.seed())
                .setCachePrompt(settings.keepsPrefix());
        if (!format().stop().isEmpty()) {
            parameters.setStopStrings(format().stop());
        }
        Constraint form = constraints.of(prompt);
        if (form instanceof Constraint.Gbnf gbnf) {
            parameters.setGrammar(gbnf.grammar());
        } else if (form instanceof Constraint.JsonSchema schema) {
            parameters.setGrammar(LlamaModel.jsonSchemaToGrammar(schema.schema()));
        }
        return parameters;
    }

    private String text(Prompt prompt) {
        if (format() != PromptFormat.TEMPLATE) {
            return format().write(prompt);
        }
        List<Pair<String, String>> messages = prompt.turns().stream()
                .map(turn -> new Pair<>(PromptFormat.role(turn), PromptFormat.harmless(turn.text())))
                .toList();
        return model.applyTemplate(new InferenceParameters("")
                .setMessages(PromptFormat.instructions(prompt), messages)
                .setUseChatTemplate(true));
    }

    private PromptFormat format() {
        return PromptFormat.named(settings.format());
    }

    private static int alike(int[] one, int[] other) {
        int same = Arrays.mismatch(one, other);
        return same < 0 ? one.length : same;
    }

    private static int commonPrefix(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    /** End what is being written, and let the library go once it has noticed. */
    @Override
    public void close() {
        synchronized (thread) {
            if (closing) {
                return;
            }
            closing = true;
            thread.execute(model::close);
            thread.shutdown();
        }
        try {
            thread.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
