package dev.aizuchi.models;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Serve HTTP as badly as a test asks for: each connection gets the next answer, the last one again and again. */
final class TestServer implements AutoCloseable {
    /** One request with its header names in lower case. */
    record Request(String line, Map<String, String> headers) {
        /** Give the first byte asked for. */
        int from() {
            String range = headers.getOrDefault("range", "bytes=0-");
            return Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        }
    }

    /** Answer on the open connection, which is closed afterwards. */
    @FunctionalInterface
    interface Answer {
        void give(Request request, Socket connection) throws IOException;
    }

    private final ServerSocket socket;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    TestServer(Answer... answers) {
        this.answers.addAll(List.of(answers));
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("test-server", this::accept);
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    List<Request> requests() {
        return requests;
    }

    /** Answer honestly, with ranges and a version. */
    static Answer file(byte[] bytes, String etag) {
        return (request, connection) -> {
            boolean same = request.headers().getOrDefault("if-range", etag).equals(etag);
            int from = same ? request.from() : 0;
            if (from >= bytes.length) {
                write(connection, "416 Range Not Satisfiable", "Content-Range: bytes */" + bytes.length, new byte[0]);
            } else {
                write(connection, head(bytes, from, etag), Arrays.copyOfRange(bytes, from, bytes.length));
            }
        };
    }

    /** Give the right headers and some bytes, then cut the connection. */
    static Answer cutAfter(int count, byte[] bytes, String etag) {
        return (request, connection) -> {
            int from = request.from();
            write(
                    connection,
                    head(bytes, from, etag),
                    Arrays.copyOfRange(bytes, from, Math.min(from + count, bytes.length)));
        };
    }

    /** Give the right headers and some bytes, then nothing until the other side hangs up. */
    static Answer stallAfter(int count, byte[] bytes, String etag) {
        return (request, connection) -> {
            cutAfter(count, bytes, etag).give(request, connection);
            awaitHangUp(connection);
        };
    }

    /** Know no ranges: the whole file, whatever is asked for. */
    static Answer wholeFile(byte[] bytes) {
        return (request, connection) -> write(connection, "200 OK", "Content-Length: " + bytes.length, bytes);
    }

    static Answer status(String status, String... headers) {
        return (request, connection) ->
                write(connection, status, "Content-Length: 0\r\n" + String.join("\r\n", headers), new byte[0]);
    }

    static void write(Socket connection, String status, String headers, byte[] body) throws IOException {
        write(connection, "HTTP/1.1 " + status + "\r\n" + headers + "\r\nConnection: close\r\n\r\n", body);
    }

    private static void write(Socket connection, String head, byte[] body) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(head.replace("\r\n\r\nConnection", "\r\nConnection").getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    static void awaitHangUp(Socket connection) throws IOException {
        while (connection.getInputStream().read() >= 0) {
            // More of the request; nothing to answer.
        }
    }

    private static String head(byte[] bytes, int from, String etag) {
        String range = from == 0
                ? "200 OK\r\n"
                : "206 Partial Content\r\nContent-Range: bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length
                        + "\r\n";
        String version = etag.isEmpty() ? "" : "ETag: " + etag + "\r\n";
        return "HTTP/1.1 " + range + version + "Content-Length: " + (bytes.length - from)
                + "\r\nConnection: close\r\n\r\n";
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
                start("test-connection", () -> serve(connection, answer));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket connection, Answer answer) {
        try (connection) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
            String first = in.readLine();
            Map<String, String> headers = new TreeMap<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                String[] header = line.split(": *", 2);
                headers.put(header[0].toLowerCase(java.util.Locale.ROOT), header[1]);
            }
            if (first != null) {
                Request request = new Request(first, headers);
                requests.add(request);
                answer.give(request, connection);
            }
        } catch (IOException e) {
            // The other side has hung up, which some tests ask for.
        }
    }

    private static void start(String name, Runnable run) {
        Thread thread = new Thread(run, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
