package dev.aizuchi.mcap;

import dev.aizuchi.mcap.IndexRecord.ChunkIndex;
import dev.aizuchi.mcap.McapRecord.Message;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Hold messages in the order of their times, or a chunk that is read once its first message is due.
 *
 * @param offset where in the file they stand; decides between messages of one time
 */
record Run(@Nullable ChunkIndex unread, Queue<Message> messages, long offset) {
    static Run unread(ChunkIndex chunk) {
        return new Run(chunk, new ArrayDeque<>(), chunk.offset());
    }

    static Run of(List<Message> messages, long offset) {
        List<Message> ordered = messages.stream()
                .sorted(Comparator.comparing(Message::logTime, Long::compareUnsigned))
                .toList();
        return new Run(null, new ArrayDeque<>(ordered), offset);
    }

    /** Give the time of the next message, or, of an unread chunk, the earliest that it may have. */
    long due() {
        return unread == null ? messages.element().logTime() : unread.startTime();
    }
}
