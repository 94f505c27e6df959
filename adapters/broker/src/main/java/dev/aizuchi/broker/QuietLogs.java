package dev.aizuchi.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import org.slf4j.LoggerFactory;

/**
 * Pass the warnings of the broker, and of what else logs by SLF4J, to {@link System.Logger} and drop the rest, which
 * would be printed to the terminal.
 *
 * <p>Only the text is passed on, never what a client sent: the broker does not log payloads.
 */
public final class QuietLogs extends AppenderBase<ILoggingEvent> {
    private static final System.Logger LOG = System.getLogger("dev.aizuchi.broker");

    private QuietLogs() {}

    /** Take the place of all appenders of the process's Logback; does nothing the second time. */
    public static synchronized void install() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext logback)) {
            // The program has chosen another back end for SLF4J, and with it what is shown.
            return;
        }
        Logger root = logback.getLogger(Logger.ROOT_LOGGER_NAME);
        if (root.getAppender("aizuchi") != null) {
            return;
        }
        logback.reset();
        root.setLevel(Level.WARN);
        QuietLogs appender = new QuietLogs();
        appender.setName("aizuchi");
        appender.setContext(logback);
        appender.start();
        root.addAppender(appender);
    }

    @Override
    protected void append(ILoggingEvent event) {
        System.Logger.Level level = event.getLevel().isGreaterOrEqual(Level.ERROR)
                ? System.Logger.Level.ERROR
                : System.Logger.Level.WARNING;
        IThrowableProxy thrown = event.getThrowableProxy();
        LOG.log(
                level,
                () -> event.getLoggerName() + ": " + event.getFormattedMessage()
                        + (thrown == null ? "" : " (" + thrown.getClassName() + ": " + thrown.getMessage() + ")"));
    }
}
