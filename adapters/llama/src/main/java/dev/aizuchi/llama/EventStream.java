package dev.aizuchi.llama;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.language.Generation.Reason;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/**
 * Read an answer as it comes: server-sent events, each a chunk in JSON, the last {@code [DONE]}.
 *
 * <p>Source: the WHATWG HTML standard, server-sent events; the streamed chunks of the OpenAI chat completions.
 */
final class EventStream {
    private static final int LONGEST_LINE = 1 << 20;

    private final InputStream in;
    private final Relay relay;
    private final Duration stall;
    private @Nullable Reason finished;

    EventStream(InputStream in, Relay relay, Duration stall) {
        this.in = new BufferedInputStream(in);
        this.relay = relay;
        this.stall = stall;
    }

    /** Read to the end, and say how it ended. Gives up when the reader does, and when the server falls silent. */
    void read() throws IOException {
        relay.onGivenUp(this::close);
        Timer timer = new Timer("model server silence", true);
        try (in) {
            TimerTask silence = watch(timer);
            for (String line = line(); line != null; line = line()) {
                silence.cancel();
                if (line.startsWith("data:")
                        && event(line.substring("data:".length()).strip())) {
                    return;
                }
                silence = watch(timer);
            }
            if (finished == null) {
                relay.end(Reason.FAILED, "the server ended its answer in the middle; its own log says why");
            } else {
                relay.end(finished, "");
            }
        } finally {
            timer.cancel();
        }
    }

    private TimerTask watch(Timer timer) {
        TimerTask task = new TimerTask() {
            @Override
            public void run() {
                relay.end(
                        Reason.FAILED,
                        "the server has said nothing for " + stall.toMillis() + " ms; its own log says why");
                close();
            }
        };
        timer.schedule(task, stall.toMillis());
        return task;
    }

    /** Take one event; true when it was the last. */
    private boolean event(String data) {
        if (data.equals("[DONE]")) {
            relay.end(finished == null ? Reason.COMPLETE : finished, "");
            return true;
        }
        try {
            JsonNode chunk = Json.MAPPER.readTree(data);
            if (chunk.has("error")) {
                // Its message may quote the prompt.
                relay.end(Reason.FAILED, "the server failed while it wrote; its own log says why");
                return true;
            }
            return !take(chunk);
        } catch (JsonProcessingException e) {
            relay.end(Reason.FAILED, "the server sends what is no JSON: does it speak the OpenAI protocol?");
            return true;
        }
    }

    /** Take a chunk; false when nobody waits for more. */
    private boolean take(JsonNode chunk) {
        JsonNode usage = chunk.path("usage");
        if (usage.isObject()) {
            relay.prompt(
                    usage.path("prompt_tokens").asInt(),
                    usage.path("prompt_tokens_details").path("cached_tokens").asInt());
            relay.written(usage.path("completion_tokens").asInt());
        }
        JsonNode choice = chunk.path("choices").path(0);
        JsonNode reason = choice.path("finish_reason");
        if (reason.isTextual()) {
            finished = reason.asText().equals("length") ? Reason.LENGTH : Reason.COMPLETE;
        }
        String text = choice.path("delta").path("content").asText("");
        return text.isEmpty() ? !relay.isOver() : relay.offer(text);
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n') {
                return line.toString(StandardCharsets.UTF_8).strip();
            }
            if (line.size() >= LONGEST_LINE) {
                throw new IOException("a line without end");
            }
            line.write(c);
        }
        return line.size() == 0 ? null : line.toString(StandardCharsets.UTF_8).strip();
    }

    private void close() {
        try {
            in.close();
        } catch (IOException e) {
            // It is broken already, and nobody reads it any more.
        }
    }
}
