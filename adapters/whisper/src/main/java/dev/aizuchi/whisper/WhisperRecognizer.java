package dev.aizuchi.whisper;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.SpeechRecognizer;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Recognise utterances as a whole; callable from any thread, each session by one.
 *
 * <p>Gives no partial texts. Sessions share the model and one thread for decoding ahead, in which at most one task of
 * each session waits. Closing gives up what is being decoded, within the time of one run of the encoder, and makes the
 * sessions hear nothing more.
 */
public final class WhisperRecognizer implements SpeechRecognizer {
    private final Decoder decoder;
    private final Credibility credibility;
    private final WhisperSettings settings;
    private final ThreadPoolExecutor executor;
    private volatile boolean closed;

    private WhisperRecognizer(Decoder decoder, WhisperSettings settings) {
        this.decoder = decoder;
        this.settings = settings;
        this.credibility = new Credibility(settings.maxNoSpeech(), settings.minLogProbability());
        // What is discarded when the recogniser closes is run by the session that wants it.
        this.executor = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                WhisperRecognizer::thread,
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /**
     * Load a model; takes from a tenth of a second to a few.
     *
     * @throws AdapterException when it is missing or damaged, or this platform has no natives; the message names the
     *     path and the cure
     */
    public static WhisperRecognizer open(WhisperSettings settings) {
        return new WhisperRecognizer(Decoder.load(settings), settings);
    }

    /** Begin to listen; phrases are of no use to a recogniser that knows the language. */
    @Override
    public Session open(List<String> phrases) {
        if (closed) {
            throw new IllegalStateException("the recogniser is closed");
        }
        return new WhisperSession(
                decoder, credibility, background(), String.join("、", settings.words()), settings.minLevelDb());
    }

    @Override
    public void close() {
        closed = true;
        executor.shutdownNow();
        decoder.close();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "whisper");
        thread.setDaemon(true);
        return thread;
    }

    private WhisperSession.Background background() {
        return new WhisperSession.Background() {
            @Override
            public void run(FutureTask<?> task) {
                executor.execute(task);
            }

            @Override
            public void forget(FutureTask<?> task) {
                task.cancel(false);
                executor.remove(task);
            }
        };
    }
}
