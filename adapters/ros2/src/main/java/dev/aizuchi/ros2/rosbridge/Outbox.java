package dev.aizuchi.ros2.rosbridge;

import java.net.http.WebSocket;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/** Send texts one after the other, as the library asks for; confined to the thread of the link. */
final class Outbox {
    private final Mainstay thread;
    private final Consumer<String> broken;
    private final Queue<String> waiting = new ArrayDeque<>();
    private long length;
    private boolean sending;

    Outbox(Mainstay thread, Consumer<String> broken) {
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

    private void next(WebSocket socket) {
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
