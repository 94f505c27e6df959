package dev.aizuchi.llama;

import dev.aizuchi.language.Generation;
import dev.aizuchi.language.Generation.Reason;
import dev.aizuchi.language.LanguageModel;
import dev.aizuchi.language.Prompt;
import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Have a server write; asked one request at a time, on a thread of its own.
 *
 * <p>The server need not run when this is opened: a robot starts without it, and says its fixed sentences.
 */
final class ServerModel implements LanguageModel {
    private static final Map<Integer, String> CURES = Map.of(
            400, "it does not take the request: the prompt is longer than its context, or it knows no such grammar",
            401, "it asks for a key: name a file with it as api-key-file",
            404, "it knows no such model or path: the address ends in /v1, and model names one that it has",
            429, "it has too much to do",
            503, "it is still loading its model");

    private final ServerSettings settings;
    private final Constraints constraints;
    private final @Nullable String key;
    private final HttpClient client;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread asking = new Thread(task, "model server");
        asking.setDaemon(true);
        return asking;
    });
    private volatile @Nullable Relay current;
    private volatile boolean closed;

    private ServerModel(ServerSettings settings, Constraints constraints, @Nullable String key) {
        this.settings = settings;
        this.constraints = constraints;
        this.key = key;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                // Wherever the machine's proxy stands, nothing goes there; a redirect could lead off the device as
                // well.
                .followRedirects(HttpClient.Redirect.NEVER);
        this.client = settings.allowRemote()
                ? builder.build()
                : builder.proxy(HttpClient.Builder.NO_PROXY).build();
    }

    /**
     * Set up the way to a server.
     *
     * @throws AdapterException when the grammar or the key cannot be read
     */
    static ServerModel open(ServerSettings settings) {
        try {
            String key = settings.apiKeyFile() == null
                    ? null
                    : Files.readString(settings.apiKeyFile()).strip();
            return new ServerModel(settings, Constraints.of(settings.grammar()), key);
        } catch (IOException e) {
            throw new AdapterException(
                    "api-key-file " + settings.apiKeyFile() + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public Generation generate(Prompt prompt, Generation.Limits limits) {
        Relay relay = new Relay(limits);
        synchronized (thread) {
            if (closed) {
                relay.end(Reason.FAILED, "the model is closed");
            } else {
                thread.execute(() -> begin(prompt, limits, relay));
            }
        }
        return relay;
    }

    private void begin(Prompt prompt, Generation.Limits limits, Relay relay) {
        current = relay;
        if (closed) {
            relay.cancel();
        } else if (!relay.isOver()) {
            ask(prompt, limits, relay);
        }
    }

    /** Servers keep what they have read by themselves: one word is asked for and thrown away. */
    @Override
    public void prepare(Prompt prompt) {
        generate(prompt, new Generation.Limits(1, Duration.ofMinutes(1)));
    }

    private void ask(Prompt prompt, Generation.Limits limits, Relay relay) {
        try {
            String body = new ChatRequest(settings).body(prompt, constraints.of(prompt), limits.tokens());
            CompletableFuture<HttpResponse<InputStream>> asked =
                    client.sendAsync(request(body, limits), BodyHandlers.ofInputStream());
            relay.onGivenUp(() -> asked.cancel(true));
            HttpResponse<InputStream> response = asked.get();
            if (response.statusCode() != 200) {
                response.body().close();
                fail(
                        relay,
                        "answers " + response.statusCode() + ": "
                                + CURES.getOrDefault(response.statusCode(), "its own log says why"));
                return;
            }
            new EventStream(response.body(), relay, settings.stallTimeout()).read();
        } catch (IllegalArgumentException e) {
            relay.end(Reason.FAILED, String.valueOf(e.getMessage()));
        } catch (ExecutionException e) {
            broken(relay, e.getCause() == null ? e : e.getCause());
        } catch (IOException e) {
            broken(relay, e);
        } catch (CancellationException e) {
            relay.end(Reason.CANCELLED, "");
        } catch (InterruptedException e) {
            relay.end(Reason.CANCELLED, "");
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(String body, Generation.Limits limits) {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.address().resolve(path()))
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .timeout(limits.time())
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return request.build();
    }

    private String path() {
        String base = settings.address().getPath();
        return (base.endsWith("/") ? base : base + "/") + "chat/completions";
    }

    private void fail(Relay relay, String why) {
        relay.end(Reason.FAILED, "the server at " + settings.address().getAuthority() + " " + why);
    }

    private void broken(Relay relay, Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
            fail(relay, "takes no connection: start it, or mend the address");
        } else if (cause instanceof HttpTimeoutException) {
            relay.end(Reason.TIMED_OUT, "");
        } else {
            fail(relay, "broke off: " + cause.getMessage());
        }
    }

    @Override
    public void close() {
        synchronized (thread) {
            closed = true;
            thread.shutdown();
        }
        Relay running = current;
        if (running != null) {
            running.cancel();
        }
    }
}
