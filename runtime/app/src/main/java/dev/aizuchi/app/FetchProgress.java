package dev.aizuchi.app;

import dev.aizuchi.models.Progress;
import dev.aizuchi.models.ProgressListener;
import java.io.PrintWriter;
import java.util.Locale;

/** Draw a progress bar on a terminal; elsewhere write a line at each tenth. */
final class FetchProgress implements ProgressListener, AutoCloseable {
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final boolean terminal;
    private int lastTenth = -1;
    private boolean open;

    FetchProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void onProgress(Progress progress) {
        if (progress instanceof Progress.Downloading downloading) {
            draw(downloading);
            return;
        }
        close();
        if (progress instanceof Progress.Retrying retrying) {
            err.println(retrying.file() + ": " + retrying.reason() + "; trying again in "
                    + retrying.pause().toSeconds() + " s");
        } else if (progress instanceof Progress.Waiting waiting) {
            err.println("another fetch is under way; waiting for " + waiting.lock());
        } else if (progress instanceof Progress.Unpacking unpacking) {
            err.println("checking and unpacking " + unpacking.file());
        } else if (progress instanceof Progress.Pinned pinned) {
            err.println(pinned.file() + ": sha256 " + pinned.sha256() + " pinned in " + pinned.lockFile());
        }
        err.flush();
    }

    /** End the line of the bar. */
    @Override
    public void close() {
        if (open) {
            err.println();
            err.flush();
            open = false;
        }
    }

    private void draw(Progress.Downloading downloading) {
        double part = downloading.total() > 0 ? (double) downloading.done() / downloading.total() : 0;
        if (terminal) {
            int filled = (int) (part * WIDTH);
            err.print(String.format(
                    Locale.ROOT,
                    "\r%s [%s%s] %.1f MB",
                    downloading.file(),
                    "#".repeat(filled),
                    " ".repeat(WIDTH - filled),
                    downloading.done() / 1e6));
            err.flush();
            open = true;
        } else if ((int) (part * 10) != lastTenth) {
            lastTenth = (int) (part * 10);
            err.println(String.format(Locale.ROOT, "%s %d %%", downloading.file(), lastTenth * 10));
            err.flush();
        }
    }
}
