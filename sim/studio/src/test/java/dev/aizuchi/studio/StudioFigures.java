package dev.aizuchi.studio;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures what the studio costs; its name keeps it out of the tests: mvn -Pbrowser -Dtest=StudioFigures. */
@Tag("browser")
class StudioFigures {
    private static final int LOADS = 20;
    private static final Duration WATCHED = Duration.ofSeconds(25);

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    @TempDir
    private Path reports = Path.of("");

    @Test
    void measures_the_first_paint_and_the_processor_time_of_watching() throws InterruptedException {
        try (TestStudio running = new TestStudio(StudioSettings.local(0), reports, 1);
                Chromium browser = new Chromium()) {
            double[] paints = new double[LOADS];
            double[] lives = new double[LOADS];
            for (int i = 0; i < LOADS; i++) {
                browser.open(running.studio.address(), "?" + i);
                lives[i] = browser.live();
                paints[i] = browser.firstPaint();
            }
            tell("first contentful paint", paints);
            tell("until live", lives);
            browse(running, browser);
        }
    }

    private void browse(TestStudio running, Chromium browser) throws InterruptedException {
        browser.open(running.studio.address(), "favicon.svg");
        drive(running);
        share("floor and agent alone, robot driving", browser);
        browser.open(running.studio.address(), "");
        browser.live();
        // Until the page has settled.
        new CountDownLatch(1).await(10, TimeUnit.SECONDS);
        share("one page open, robot standing", browser);
        drive(running);
        share("one page open, robot driving", browser);
    }

    /** Fetching water takes three quarters of a minute, most of it on the way. */
    private static void drive(TestStudio running) {
        new Browsing(running.studio.address()).post("/api/live/say", "{\"text\":\"お水を持ってきて\"}");
    }

    private void share(String what, Chromium browser) throws InterruptedException {
        long server = machine.getProcessCpuTime();
        Duration page = browser.cpu();
        long begun = System.nanoTime();
        new CountDownLatch(1).await(WATCHED.toMillis(), TimeUnit.MILLISECONDS);
        double took = System.nanoTime() - begun;
        print(
                "%-40s server %5.2f %%, browser %5.2f %% of one core",
                what,
                100 * (machine.getProcessCpuTime() - server) / took,
                100 * browser.cpu().minus(page).toNanos() / took);
    }

    private static void tell(String what, double[] millis) {
        Arrays.sort(millis);
        print(
                "%-40s p50 %.0f ms, p95 %.0f ms, most %.0f ms",
                what, millis[LOADS / 2], millis[LOADS * 95 / 100], millis[LOADS - 1]);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
