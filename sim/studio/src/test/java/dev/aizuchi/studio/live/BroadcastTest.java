package dev.aizuchi.studio.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BroadcastTest {
    private final Broadcast broadcast = new Broadcast();

    @Test
    void a_page_that_comes_late_gets_what_happened_and_the_state_as_it_is_now() throws IOException {
        broadcast.event(event("heard"));
        broadcast.passing(event("progressed"));
        broadcast.state(state(1));
        broadcast.state(state(2));

        assertThat(served(""))
                .contains("event: hello", "{\"kind\":\"heard\"}", "{\"x\":2}")
                .doesNotContain("progressed");
    }

    @Test
    void only_what_has_changed_is_sent_again() {
        ObjectNode before = state(1).put("y", 5);

        assertThat(FloorView.changes(before, state(2).put("y", 5))).isEqualTo(state(2));
        assertThat(FloorView.changes(before, before.deepCopy()).isEmpty()).isTrue();
    }

    @Test
    void a_page_that_takes_nothing_is_cut_off_and_holds_nobody_up() throws Exception {
        CountDownLatch stalled = new CountDownLatch(1);
        CountDownLatch freed = new CountDownLatch(1);
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int b) {
                stalled.countDown();
                awaitQuietly(freed);
            }
        };
        Thread page = new Thread(() -> serve(slow));
        page.start();
        stalled.await();

        for (int i = 0; i < 2_000; i++) {
            broadcast.event(event("heard"));
        }

        assertThat(broadcast.isWatched()).isTrue();
        freed.countDown();
        page.join();
        assertThat(broadcast.isWatched()).isFalse();
    }

    @Test
    void no_page_is_served_any_more_once_it_has_ended() throws IOException {
        broadcast.close();

        assertThat(broadcast.serve(new ByteArrayOutputStream(), "")).isFalse();
    }

    /** Serve one page until it has what waits for it: the flush after that ends the stream. */
    private String served(String last) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {
            @Override
            public void flush() throws IOException {
                throw new IOException("the page is gone");
            }
        };
        try {
            broadcast.serve(out, last);
        } catch (IOException e) {
            assertThat(e).hasMessage("the page is gone");
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private void serve(OutputStream out) {
        try {
            broadcast.serve(out, "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ObjectNode event(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind);
    }

    private static ObjectNode state(int x) {
        return JsonNodeFactory.instance.objectNode().put("x", x);
    }
}
