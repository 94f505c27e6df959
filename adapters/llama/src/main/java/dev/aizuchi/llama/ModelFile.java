package dev.aizuchi.llama;

import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Find the file of a model and see that it can be loaded here, before anything is. */
record ModelFile(Path path) {

    /**
     * Find a model's file.
     *
     * @throws AdapterException when it is missing, no model, lacks a chat template that it needs, or is too large
     */
    static ModelFile of(LlamaSettings settings, MemoryGuard memory) {
        Path file = file(settings.model());
        settings.lora().forEach(ModelFile::mustExist);
        try {
            GgufHeader header = GgufHeader.read(file);
            if (settings.format().equals(PromptFormat.TEMPLATE.key()) && !header.chatTemplate()) {
                throw new AdapterException(
                        file + " has no chat template, so it was not taught to talk; set format to what its"
                                + " model card says (chatml, gemma, llama3), or to plain");
            }
            long cache = header.cacheBytesPerToken() * settings.context();
            Optional<String> objection = memory.objection(size(file, settings.lora()), cache, settings.reserveMb());
            if (objection.isPresent() && !settings.ignoreMemory()) {
                throw new AdapterException(file + " does not fit into the memory: " + objection.get());
            }
            return new ModelFile(file);
        } catch (IOException e) {
            throw new AdapterException(
                    file + " is no model in GGUF: " + e.getMessage()
                            + "; llama.cpp's convert_hf_to_gguf.py makes one of other formats",
                    e);
        }
    }

    private static Path file(Path named) {
        if (!Files.isDirectory(named)) {
            mustExist(named);
            return named;
        }
        try (Stream<Path> children = Files.list(named)) {
            // Of a model in parts, the first names the others.
            List<Path> models = children.filter(child -> child.toString().endsWith(".gguf"))
                    .filter(child -> !child.toString().matches(".*-(?!00001-of-)[0-9]{5}-of-[0-9]{5}\\.gguf"))
                    .toList();
            if (models.size() == 1) {
                return models.get(0);
            }
            throw new AdapterException(
                    named + " holds " + models.size() + " files in GGUF; name one of them as the model");
        } catch (IOException e) {
            throw new AdapterException("the folder " + named + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void mustExist(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new AdapterException(
                    file + " is not there; ./aizuchi models list shows what can be fetched, or name a GGUF"
                            + " file of your own");
        }
    }

    private static long size(Path file, List<Path> lora) throws IOException {
        long size = 0;
        String first = String.valueOf(file.getFileName());
        if (first.matches(".*-00001-of-[0-9]{5}\\.gguf")) {
            String stem = first.substring(0, first.length() - "00001-of-00000.gguf".length());
            try (Stream<Path> parts = Files.list(file.toAbsolutePath().resolveSibling(""))) {
                for (Path part : parts.filter(
                                it -> String.valueOf(it.getFileName()).startsWith(stem))
                        .toList()) {
                    size += Files.size(part);
                }
            }
        } else {
            size = Files.size(file);
        }
        for (Path adapter : lora) {
            size += Files.size(adapter);
        }
        return size;
    }
}
