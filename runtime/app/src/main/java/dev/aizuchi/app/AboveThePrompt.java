package dev.aizuchi.app;

import java.io.Writer;
import org.jline.reader.LineReader;

/** Print whole lines above the line that is being typed. */
final class AboveThePrompt extends Writer {
    private final LineReader reader;
    private final StringBuilder line = new StringBuilder();

    AboveThePrompt(LineReader reader) {
        this.reader = reader;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        line.append(characters, offset, length);
        int end = line.lastIndexOf("\n");
        if (end >= 0) {
            reader.printAbove(line.substring(0, end));
            line.delete(0, end + 1);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
