package dev.aizuchi.recording;

import dev.aizuchi.mcap.McapFile;
import dev.aizuchi.mcap.McapRecord;
import dev.aizuchi.mcap.Selection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Read back what was recorded. */
public final class Recording {
    private Recording() {}

    /**
     * Give the lines of the journal that a recording holds, in their order.
     *
     * @param problems is told what is damaged, and so left out
     */
    public static void journal(Path path, Consumer<String> lines, Consumer<String> problems) throws IOException {
        try (McapFile file = McapFile.open(path)) {
            Set<String> topics = file.channels().stream()
                    .filter(channel -> channel.metadata().containsKey(Topic.JOURNAL))
                    .map(McapRecord.Channel::topic)
                    .collect(Collectors.toSet());
            if (!topics.isEmpty()) {
                file.forEach(
                        Selection.of(topics.toArray(String[]::new)),
                        (channel, message) -> lines.accept(message.data().utf8()));
            }
            file.damages().forEach(problems);
        }
    }
}
