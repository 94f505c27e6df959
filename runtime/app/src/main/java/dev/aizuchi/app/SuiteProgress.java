package dev.aizuchi.app;

import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.ScenarioSuite;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.Consumer;

/** Show how far a suite has come, on one line of a terminal; a pipe gets nothing. */
final class SuiteProgress implements Consumer<Played>, AutoCloseable {
    private static final int WIDTH = 30;

    private final PrintWriter err;
    private final int size;
    private final boolean shown = Terminal.wantsColour();
    private int done;
    private int wrong;

    SuiteProgress(PrintWriter err, int size) {
        this.err = err;
        this.size = size;
    }

    @Override
    public void accept(Played played) {
        done++;
        wrong += ScenarioSuite.isWrong(played) ? 1 : 0;
        if (shown) {
            int filled = done * WIDTH / size;
            err.print(String.format(
                    Locale.ROOT,
                    "\r[%s%s] %d of %d, %d wrong",
                    "#".repeat(filled),
                    " ".repeat(WIDTH - filled),
                    done,
                    size,
                    wrong));
            err.flush();
        }
    }

    /** Tell of something else, on a line of its own. */
    void tell(String line) {
        err.println((shown ? "\r\u001b[K" : "") + line);
        err.flush();
    }

    @Override
    public void close() {
        if (shown) {
            err.println();
            err.flush();
        }
    }
}
