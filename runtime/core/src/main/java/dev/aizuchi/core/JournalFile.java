package dev.aizuchi.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Append whole lines to a file that is rotated by size; a line is there wholly or not at all. */
final class JournalFile implements Journal.Disk, AutoCloseable {
    private final Path directory;
    private final long maxBytes;
    private final int keep;
    private FileChannel channel;
    /** End of the last whole line; what a failed write left behind lies beyond. */
    private long good;

    private JournalFile(Path directory, long maxBytes, int keep) throws IOException {
        this.directory = directory;
        this.maxBytes = maxBytes;
        this.keep = keep;
        this.channel = openChannel();
        this.good = channel.size();
    }

    static JournalFile open(Path directory, long maxBytes, int keep) throws IOException {
        Files.createDirectories(directory);
        JournalFile file = new JournalFile(directory, maxBytes, keep);
        file.mend();
        return file;
    }

    @Override
    public String name() {
        return path().toString();
    }

    private Path path() {
        return directory.resolve("journal.jsonl");
    }

    /** Append lines and force them to the disk; after an exception none of them counts as written. */
    @Override
    public void append(List<String> lines) throws IOException {
        if (!channel.isOpen()) {
            channel = openChannel();
            good = channel.size();
        }
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        if (good > 0 && good + bytes.length > maxBytes) {
            rotate();
        }
        if (channel.size() != good) {
            channel.truncate(good);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long at = good;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
        channel.force(false);
        good = at;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // All lines were forced; there is nothing left to lose.
        }
    }

    private void mend() throws IOException {
        long size = good;
        good = endOfLastLine(size);
        if (good < size) {
            channel.truncate(good);
            append(List.of("{\"event\":\"journal_mended\",\"bytes\":" + (size - good) + "}"));
        }
    }

    private long endOfLastLine(long size) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = size; end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    private void rotate() throws IOException {
        channel.close();
        for (int age = keep; age > 1; age--) {
            move(older(age - 1), older(age));
        }
        move(path(), older(1));
        channel = openChannel();
        good = 0;
    }

    private Path older(int age) {
        return directory.resolve("journal." + age + ".jsonl");
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private FileChannel openChannel() throws IOException {
        return FileChannel.open(path(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
