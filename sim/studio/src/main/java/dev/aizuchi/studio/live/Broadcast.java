package dev.aizuchi.studio.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Send events to every page that is open, as server-sent events (HTML Living Standard, 9.2).
 *
 * <p>Callable from any thread; sending never waits: a page that is too slow is cut off, and its browser connects again.
 * What happened is kept for a while, so that a page shows it from the beginning or from where it was cut off.
 */
public final class Broadcast implements AutoCloseable {
    /** Pages at once; each holds a thread of the server. */
    static final int PAGES = 16;

    private static final int KEPT = 1_000;
    private static final int WAITING = KEPT + 200;
    private static final long PING_SECONDS = 10;

    private record Message(long id, String name, String data) {}

    /** One page that is open. */
    private static final class Page {
        private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(WAITING);
        private volatile boolean open = true;

        void offer(Message message) {
            open &= waiting.offer(message);
        }
    }

    private final String run = UUID.randomUUID().toString();
    private final Deque<Message> kept = new ArrayDeque<>();
    private final List<Page> pages = new ArrayList<>();
    private ObjectNode state = JsonNodeFactory.instance.objectNode();
    private long sent;
    private boolean closed;

    /** Send a fact, and keep it for pages that come later. */
    synchronized void event(JsonNode event) {
        Message message = new Message(++sent, "event", event.toString());
        kept.add(message);
        if (kept.size() > KEPT) {
            kept.remove();
        }
        pages.forEach(page -> page.offer(message));
    }

    /** Send what is of interest only now. */
    synchronized void passing(JsonNode event) {
        Message message = new Message(0, "event", event.toString());
        pages.forEach(page -> page.offer(message));
    }

    /** Send what has changed since the last state. */
    synchronized void state(ObjectNode now) {
        ObjectNode changed = FloorView.changes(state, now);
        state = now;
        if (!changed.isEmpty()) {
            Message message = new Message(0, "state", changed.toString());
            pages.forEach(page -> page.offer(message));
        }
    }

    /** Tell whether anybody looks. */
    synchronized boolean isWatched() {
        return !pages.isEmpty();
    }

    /**
     * Serve a page on the caller's thread until it goes away or this is closed.
     *
     * @param last the id of the last event that the page has, or ""
     * @return whether there was room for it
     */
    public boolean serve(OutputStream out, String last) throws IOException {
        Page page = new Page();
        if (!open(page, last)) {
            return false;
        }
        try {
            while (page.open) {
                Message next = page.waiting.poll(PING_SECONDS, TimeUnit.SECONDS);
                out.write(next == null ? ":\n\n".getBytes(StandardCharsets.UTF_8) : bytes(next));
                if (page.waiting.isEmpty()) {
                    out.flush();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(page);
        }
        return true;
    }

    private synchronized boolean open(Page page, String last) {
        if (closed || pages.size() >= PAGES) {
            return false;
        }
        long known = known(last);
        ObjectNode hello = JsonNodeFactory.instance.objectNode();
        hello.put("run", run).put("from", known);
        page.offer(new Message(0, "hello", hello.toString()));
        page.offer(new Message(0, "state", state.toString()));
        kept.stream().filter(message -> message.id > known).forEach(page::offer);
        pages.add(page);
        return true;
    }

    /** An id of another run of the studio tells nothing. */
    private long known(String last) {
        if (!last.startsWith(run + "-")) {
            return 0;
        }
        try {
            return Long.parseLong(last.substring(run.length() + 1));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private synchronized void close(Page page) {
        pages.remove(page);
    }

    private byte[] bytes(Message message) {
        String id = message.id == 0 ? "" : "id: " + run + "-" + message.id + "\n";
        return (id + "event: " + message.name + "\ndata: " + message.data + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /** End all pages. */
    @Override
    public synchronized void close() {
        closed = true;
        pages.forEach(page -> {
            page.open = false;
            page.waiting.clear();
            page.offer(new Message(0, "bye", "{}"));
            page.open = false;
        });
    }
}
