package dev.aizuchi.app.top;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Follow a journal that is being written: give what came since it was last asked. */
public final class JournalTail {
    private final Path file;
    private long read;

    /** Follow the journal of a directory, or one file. */
    public JournalTail(Path journal) {
        this.file = Files.isDirectory(journal) ? journal.resolve("journal.jsonl") : journal;
    }

    /** Give the whole lines that are new; after a rotation, those of the new file. */
    public void read(Consumer<String> lines) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() < read) {
                read = 0;
            }
            in.seek(read);
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int size = in.read(buffer); size > 0; size = in.read(buffer)) {
                for (int i = 0; i < size; i++) {
                    line.write(buffer[i]);
                    if (buffer[i] == '\n') {
                        read += line.size();
                        lines.accept(line.toString(StandardCharsets.UTF_8).strip());
                        line.reset();
                    }
                }
            }
        }
    }
}
