package dev.aizuchi.recording;

import dev.aizuchi.core.EventJson;
import dev.aizuchi.core.Journal.SpeechTexts;
import dev.aizuchi.japanese.mask.Seal;
import dev.aizuchi.mcap.Compression;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Say where and how much to record.
 *
 * @param directory where the files lie; made when missing
 * @param maxBytes size at which a new file is begun
 * @param keep number of files that are kept, the one that is written included
 * @param compression of the files
 * @param speechTexts how much is written of what people said
 * @param seal keeps what was masked beside the text, for who has the key
 * @param about tells in each file what it is of, by name
 */
public record RecordingSettings(
        Path directory,
        long maxBytes,
        int keep,
        Compression compression,
        SpeechTexts speechTexts,
        Optional<Seal> seal,
        Map<String, String> about) {
    private static final long LEAST_BYTES = 65_536;

    public RecordingSettings {
        // In one order, whatever Java writes it.
        about = Collections.unmodifiableMap(new TreeMap<>(about));
        if (maxBytes < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "a recording needs at least " + LEAST_BYTES + " bytes a file, but max-bytes is " + maxBytes);
        }
        if (keep < 1) {
            throw new IllegalArgumentException("a recording keeps at least 1 file, but keep is " + keep);
        }
    }

    /** Record all, as for a simulated run: nobody in it is a person. */
    public static RecordingSettings simulated(Path directory, Map<String, String> about) {
        return new RecordingSettings(
                directory,
                Long.MAX_VALUE,
                Integer.MAX_VALUE,
                Compression.LZ4,
                SpeechTexts.PLAIN,
                Optional.empty(),
                about);
    }

    EventJson json() {
        return new EventJson(speechTexts, seal);
    }
}
