package dev.aizuchi.app;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tell systemd that the runtime is ready, alive and ending; nobody, where it was not started by systemd.
 *
 * <p>By systemd's own library, which lies wherever systemd runs: the JDK has no datagram sockets of Unix, and a process
 * for each sign of life would cost more than the sign.
 */
final class ServiceNotice {
    private static final System.Logger LOG = System.getLogger(ServiceNotice.class.getName());
    /** Three signs of life fit into what the watchdog waits for. */
    private static final int SIGNS = 3;

    private final Consumer<String> tell;
    private final LongSupplier nanos;
    private final long every;
    private long last;

    /** The one function of libsystemd that is needed; its documentation is sd_notify(3). */
    interface Systemd extends Library {
        int sd_notify(int unset, String state);
    }

    /**
     * Tell somebody.
     *
     * @param watchdog who hears nothing for so long restarts the runtime; zero for nobody
     * @param nanos a clock that only goes forward
     */
    ServiceNotice(Consumer<String> tell, Duration watchdog, LongSupplier nanos) {
        this.tell = tell;
        this.nanos = nanos;
        this.every = watchdog.toNanos() / SIGNS;
        this.last = nanos.getAsLong() - every;
    }

    /** Tell systemd, if an environment says that it listens. */
    static ServiceNotice of(Map<String, String> environment) {
        Duration watchdog = watchdog(environment.getOrDefault("WATCHDOG_USEC", ""));
        if (environment.getOrDefault("NOTIFY_SOCKET", "").isEmpty()) {
            return new ServiceNotice(state -> {}, Duration.ZERO, System::nanoTime);
        }
        try {
            Systemd systemd =
                    Native.load("libsystemd.so.0", Systemd.class, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));
            return new ServiceNotice(state -> systemd.sd_notify(0, state), watchdog, System::nanoTime);
        } catch (UnsatisfiedLinkError e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "systemd is not told of anything, since libsystemd.so.0 cannot be loaded: install libsystemd0,"
                            + " or take Type=notify and WatchdogSec= out of the unit");
            return new ServiceNotice(state -> {}, Duration.ZERO, System::nanoTime);
        }
    }

    private static Duration watchdog(String micros) {
        return micros.matches("\\d{1,18}") ? Duration.ofNanos(Long.parseLong(micros) * 1_000) : Duration.ZERO;
    }

    /** Tell that the start is over, and what it has come to. */
    void ready(String status) {
        tell.accept("READY=1\nSTATUS=" + status);
    }

    /** Tell in one line what {@code systemctl status} shows. */
    void status(String status) {
        tell.accept("STATUS=" + status.replace('\n', ' '));
    }

    /** Tell that the runtime was asked to end. */
    void stopping() {
        tell.accept("STOPPING=1");
    }

    /** Give a sign of life, if it is time for one; on the thread whose life is watched. */
    void alive() {
        long now = nanos.getAsLong();
        if (every > 0 && now - last >= every) {
            last = now;
            tell.accept("WATCHDOG=1");
        }
    }
}
