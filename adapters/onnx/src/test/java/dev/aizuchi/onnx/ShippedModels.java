package dev.aizuchi.onnx;

import java.nio.file.Files;
import java.nio.file.Path;

/** Find the models of the repository, from whichever folder the tests run. */
final class ShippedModels {
    private ShippedModels() {}

    static Path encoder() {
        return folder().resolve("encoder-ja");
    }

    static Path silero() {
        return folder().resolve("silero-vad").resolve("silero_vad.onnx");
    }

    private static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path models = at.resolve("models");
            if (Files.isDirectory(models.resolve("encoder-ja"))) {
                return models;
            }
        }
        throw new IllegalStateException("run the tests inside the repository: its models folder is needed");
    }
}
