package dev.aizuchi.app;

import dev.aizuchi.core.Journal;
import dev.aizuchi.japanese.mask.Seal;
import dev.aizuchi.mcap.Compression;
import dev.aizuchi.recording.RecordingSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Say where runs are recorded, how much is kept, and how much of people's words stands in it.
 *
 * @param maxBytes size at which a new file is begun; 100 MB where it is left out
 * @param keep number of files; 10 where it is left out
 * @param audio whether sound is recorded too, of people alone who have agreed to it; needs {@code people}
 * @param maskKey file with the key that brings masked data back; without it they are gone
 */
record RecordingConfig(
        Path directory,
        long maxBytes,
        int keep,
        @Nullable Compression compression,
        Journal.SpeechTexts speechTexts,
        boolean audio,
        @Nullable Path maskKey) {
    RecordingConfig {
        Objects.requireNonNull(directory, "directory is missing");
        maxBytes = maxBytes == 0 ? 100_000_000 : maxBytes;
        keep = keep == 0 ? 10 : keep;
        speechTexts = Objects.requireNonNullElse(speechTexts, Journal.SpeechTexts.NONE);
        if (maskKey != null && speechTexts != Journal.SpeechTexts.MASKED) {
            throw new IllegalArgumentException("mask-key is for speech-texts: masked");
        }
        // Tells what is out of range while the file and the line are known.
        var unused = settings(directory, maxBytes, keep, compression, speechTexts, Optional.empty(), Map.of());
    }

    /** Open the key and give what a recorder needs; {@code about} is written into each file. */
    RecordingSettings settings(Map<String, String> about) {
        return settings(
                directory,
                maxBytes,
                keep,
                compression,
                speechTexts,
                Optional.ofNullable(maskKey).map(Keys::seal),
                about);
    }

    private static RecordingSettings settings(
            Path directory,
            long maxBytes,
            int keep,
            @Nullable Compression compression,
            Journal.SpeechTexts speechTexts,
            Optional<Seal> seal,
            Map<String, String> about) {
        return new RecordingSettings(
                directory,
                maxBytes,
                keep,
                compression == null ? Compression.LZ4 : compression,
                speechTexts,
                seal,
                about);
    }
}
