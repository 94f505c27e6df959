package dev.aizuchi.ros2.rosbridge;

import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Send texts one after the other, as the library asks for; confined to the thread of the link. */
final class Outbox {
    private final BusThread thread;
    private final Consumer<String> broken;
    private final Queue<String> waiting = new ArrayDeque<>();
    private long length;
    private final CompletableFuture<Void> idle = new CompletableFuture<>();
    private boolean sending;
    private boolean last;

    Outbox(BusThread thread, Consumer<String> broken) {
        this.thread = thread;
        this.broken = broken;
    }

    void send(WebSocket socket, String text) {
        length += text.length();
        if (length > Notation.LONGEST) {
            broken.accept("the bridge takes no more");
            return;
        }
        waiting.add(text);
        next(socket);
    }

    /** Take this for the end: done when all has gone out. */
    CompletableFuture<Void> idle() {
        last = true;
        tellIdle();
        return idle;
    }

    private void tellIdle() {
        if (last && !sending && waiting.isEmpty()) {
            idle.complete(null);
        }
    }

    private void next(WebSocket socket) {
        tellIdle();
        String text = sending ? null : waiting.poll();
        if (text == null) {
            return;
        }
        sending = true;
        var unused = socket.sendText(text, true)
                .whenComplete((sent, failure) -> thread.post(() -> {
                    sending = false;
                    length -= text.length();
                    if (failure == null) {
                        next(socket);
                    } else {
                        broken.accept(String.valueOf(failure.getMessage()));
                    }
                }));
    }
}
