package dev.aizuchi.llama;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Play a server that speaks the OpenAI protocol, well or badly. */
final class PlayedServer implements AutoCloseable {

    /** What the server does with one request. */
    @FunctionalInterface
    interface Play {
        void answer(HttpExchange exchange, JsonNode request) throws IOException, InterruptedException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch released = new CountDownLatch(1);
    private final CountDownLatch left = new CountDownLatch(1);
    final List<JsonNode> requests = new CopyOnWriteArrayList<>();
    final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile Play play = this::write;

    PlayedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/chat/completions", this::serve);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    PlayedServer playing(Play other) {
        play = other;
        return this;
    }

    private void serve(HttpExchange exchange) throws IOException {
        JsonNode request = Json.MAPPER.readTree(exchange.getRequestBody());
        requests.add(request);
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        try (exchange) {
            play.answer(exchange, request);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Write as long as is asked for, held to the form that is asked for; notices when the reader leaves. */
    void write(HttpExchange exchange, JsonNode request) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        int most = request.path("max_tokens").asInt();
        String form = request.has("grammar") ? "はい。" : request.has("response_format") ? "{\"mood\":\"good\"}" : "";
        try {
            if (!form.isEmpty()) {
                send(out, chunk(form, "stop"));
            } else {
                for (int i = 0; i < most; i++) {
                    send(out, chunk("あ", ""));
                }
                send(out, chunk("", "length"));
            }
            send(
                    out,
                    "{\"choices\":[],\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":"
                            + (form.isEmpty() ? most : 2) + ",\"prompt_tokens_details\":{\"cached_tokens\":9}}}");
            send(out, "[DONE]");
        } catch (IOException e) {
            left.countDown();
        }
    }

    /** Say a little, then nothing, until the test ends or the reader leaves. */
    void stall(HttpExchange exchange, JsonNode request) throws IOException, InterruptedException {
        exchange.sendResponseHeaders(200, 0);
        send(exchange.getResponseBody(), chunk("はい、", ""));
        released.await();
    }

    /** Send lines as they are, and end. */
    static Play raw(String lines) {
        return (exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(lines.getBytes(StandardCharsets.UTF_8));
        };
    }

    static Play status(int code) {
        return (exchange, request) -> exchange.sendResponseHeaders(code, -1);
    }

    static String chunk(String text, String reason) {
        ObjectNode chunk = Json.MAPPER.createObjectNode();
        ObjectNode choice = chunk.putArray("choices").addObject();
        choice.putObject("delta").put("content", text);
        choice.put("finish_reason", reason.isEmpty() ? null : reason);
        return chunk.toString();
    }

    static void send(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Wait until a reader has left while it was written to. */
    void awaitLeft() throws InterruptedException {
        left.await();
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
