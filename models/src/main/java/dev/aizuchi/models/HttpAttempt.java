package dev.aizuchi.models;

import dev.aizuchi.models.ModelEntry.Download;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Make one connection and take what it brings (RFC 9110, 13.1.5 If-Range and 14 Range Requests).
 *
 * <p>An IOException means that another attempt may do better; a ModelException that none will.
 */
final class HttpAttempt {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (?:([0-9]+)-[0-9]+|\\*)/([0-9]+|\\*)");

    private final String model;
    private final Download download;
    private final PartFile part;
    private final HttpClient client;
    private final Duration stallTimeout;
    private final Disk disk;
    private final ProgressListener listener;

    HttpAttempt(
            String model,
            Download download,
            PartFile part,
            HttpClient client,
            Duration stallTimeout,
            Disk disk,
            ProgressListener listener) {
        this.model = model;
        this.download = download;
        this.part = part;
        this.client = client;
        this.stallTimeout = stallTimeout;
        this.disk = disk;
        this.listener = listener;
    }

    void run() throws IOException, InterruptedException {
        long have = part.length();
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
                client.send(request(have), HttpResponse.BodyHandlers.ofPublisher());
        try (BodyQueue body = new BodyQueue(stallTimeout)) {
            response.body().subscribe(body);
            HttpHeaders headers = response.headers();
            int status = response.statusCode();
            if (isPage(headers) && status < 300) {
                throw refused("a web page came instead of the file", "is there a login page in between?");
            } else if (status == 200) {
                startAnew(body, headers);
            } else if (status == 206) {
                goOn(body, headers, have);
            } else if (status != 416 || !isWhole(headers, have)) {
                refuse(status);
            }
        }
    }

    private HttpRequest request(long have) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(download.url()).timeout(stallTimeout).header("User-Agent", "Aizuchi");
        Optional<String> version = part.version();
        // Without a version the server cannot say that the file has changed; then only a known hash would tell.
        if (have > 0 && (version.isPresent() || !download.sha256().isEmpty())) {
            request.header("Range", "bytes=" + have + "-");
            version.ifPresent(it -> request.header("If-Range", it));
        }
        return request.build();
    }

    private void startAnew(BodyQueue body, HttpHeaders headers) throws IOException, InterruptedException {
        long total = headers.firstValueAsLong("Content-Length").orElse(0);
        checkAhead(total, 0);
        try (FileChannel out = part.restart()) {
            // What If-Range may name later: a strong ETag, else the date.
            part.remember(headers.firstValue("ETag")
                    .filter(tag -> !tag.startsWith("W/"))
                    .or(() -> headers.firstValue("Last-Modified")));
            receive(body, out, 0, total);
        }
    }

    private void goOn(BodyQueue body, HttpHeaders headers, long have) throws IOException, InterruptedException {
        Matcher range = contentRange(headers);
        if (!range.matches() || range.group(1) == null || Long.parseLong(range.group(1)) != have) {
            part.delete();
            throw new IOException("the server sent another part than asked for");
        }
        long total = range.group(2).equals("*") ? 0 : Long.parseLong(range.group(2));
        checkAhead(total, have);
        try (FileChannel out = part.append()) {
            receive(body, out, have, total);
        }
    }

    /** Judge "nothing beyond": right when the part file is the whole file, else the part is of no use. */
    private boolean isWhole(HttpHeaders headers, long have) throws IOException {
        Matcher range = contentRange(headers);
        boolean whole = range.matches() && range.group(2).equals(Long.toString(have));
        if (!whole) {
            part.delete();
        }
        return whole;
    }

    private static Matcher contentRange(HttpHeaders headers) {
        return CONTENT_RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
    }

    private void checkAhead(long total, long have) throws IOException {
        if (total > 0) {
            checkLength(total);
            // An archive and what is in it stand side by side for a while.
            disk.require(model, part.folder(), total * 2 - have);
        }
    }

    private void receive(BodyQueue body, FileChannel out, long from, long total)
            throws IOException, InterruptedException {
        long limit = total > 0 ? total : download.limit();
        long done = from;
        for (List<ByteBuffer> buffers = body.next(); !buffers.isEmpty(); buffers = body.next()) {
            done += write(out, buffers, total - done);
            if (done > limit) {
                throw wrongLength("more than " + limit + " bytes came");
            }
            listener.onProgress(new Progress.Downloading(download.fileName(), done, total));
        }
        if (done == 0) {
            throw new IOException("the server sent nothing");
        }
        if (done < total) {
            throw new IOException("the connection was cut after " + Reasons.size(done) + " of " + Reasons.size(total));
        }
        checkLength(done);
        out.force(true);
    }

    private long write(FileChannel out, List<ByteBuffer> buffers, long missing) throws IOException {
        long written = 0;
        try {
            for (ByteBuffer buffer : buffers) {
                while (buffer.hasRemaining()) {
                    written += out.write(buffer);
                }
            }
            return written;
        } catch (IOException e) {
            part.delete();
            throw disk.full(model, part.folder(), Math.max(missing, 0), Reasons.of(e), e);
        }
    }

    private void checkLength(long length) throws IOException {
        if (download.bytes() > 0 && length != download.bytes()) {
            throw wrongLength(length + " bytes instead of " + download.bytes());
        }
    }

    private ModelException wrongLength(String reason) throws IOException {
        part.delete();
        return new ModelException("model " + model + ": " + download.url() + " has the wrong length: " + reason
                + "; nothing was kept. See a newer catalogue, or use --from with the right file");
    }

    /** Let a busy server be asked again; tell what to do about the rest. */
    private void refuse(int status) throws IOException {
        String reason = "the server answered " + status;
        if (status >= 500 || status == 408 || status == 416 || status == 429) {
            throw new IOException(reason);
        }
        throw refused(reason, cure(status));
    }

    private ModelException refused(String reason, String cure) {
        return new ModelException("model " + model + ": " + download.url() + ": " + reason + "; " + cure);
    }

    private static boolean isPage(HttpHeaders headers) {
        return headers.firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    private static String cure(int status) {
        if (status == 407) {
            return "the proxy wants a login: HTTPS_PROXY=http://name:password@host:port and"
                    + " AIZUCHI_JAVA_OPTIONS=-Djdk.http.auth.tunneling.disabledSchemes=";
        }
        if (status >= 300 && status < 400) {
            return "the redirect goes in circles or from https to http and is not followed; name another address with"
                    + " --catalogue, or use --from";
        }
        return "the file has moved or is not for you: see a newer catalogue, name another address with --catalogue, or"
                + " use --from";
    }
}
