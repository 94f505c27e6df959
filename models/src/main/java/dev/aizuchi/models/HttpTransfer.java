package dev.aizuchi.models;

import dev.aizuchi.models.ModelEntry.Download;
import java.io.IOException;
import java.net.http.HttpClient;
import javax.net.ssl.SSLHandshakeException;

/** Bring files over HTTP into part files, over as many connections as it takes. */
final class HttpTransfer {
    private static final String CURE =
            "what has come is kept: fetch again to go on, or fetch on another machine and use --from";
    private static final String TLS_CURE = "a proxy that opens TLS needs its certificate: AIZUCHI_JAVA_OPTIONS="
            + "\"-Djavax.net.ssl.trustStore=FILE -Djavax.net.ssl.trustStorePassword=PASSWORD\"";

    private final FetchOptions options;
    private final HttpClient client;
    private final Disk disk;
    private final ProgressListener listener;

    HttpTransfer(FetchOptions options, Disk disk, ProgressListener listener) {
        this.options = options;
        this.client = options.client();
        this.disk = disk;
        this.listener = listener;
    }

    /** Return when all bytes are in the part file; what an earlier fetch has left there is gone on from. */
    void fetch(String model, Download download, PartFile part) throws IOException {
        long most = part.length();
        int fruitless = 0;
        while (true) {
            try {
                new HttpAttempt(model, download, part, client, options.stallTimeout(), disk, listener).run();
                return;
            } catch (IOException e) {
                // Counted from the furthest byte ever seen: a server that always starts anew and always breaks ends it.
                fruitless = part.length() > most ? 1 : fruitless + 1;
                most = Math.max(most, part.length());
                giveUpOrPause(model, download, fruitless, e);
            } catch (InterruptedException e) {
                throw interrupted(model, download, e);
            }
        }
    }

    private void giveUpOrPause(String model, Download download, int fruitless, IOException failure) {
        String reason = Reasons.of(failure);
        boolean tls = failure instanceof SSLHandshakeException;
        if (fruitless >= options.attempts() || Reasons.isUnresolved(failure) || Reasons.isCertificate(failure)) {
            throw failed(model, download, reason, tls ? TLS_CURE : CURE, failure);
        }
        listener.onProgress(new Progress.Retrying(download.fileName(), reason, options.waitAfter(fruitless)));
        try {
            Thread.sleep(options.waitAfter(fruitless).toMillis());
        } catch (InterruptedException e) {
            throw interrupted(model, download, e);
        }
    }

    private static ModelException interrupted(String model, Download download, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return failed(model, download, "interrupted", "what has come is kept: fetch again to go on", cause);
    }

    private static ModelException failed(String model, Download download, String reason, String cure, Exception cause) {
        return new ModelException("model " + model + ": " + download.url() + ": " + reason + "; " + cure, cause);
    }
}
