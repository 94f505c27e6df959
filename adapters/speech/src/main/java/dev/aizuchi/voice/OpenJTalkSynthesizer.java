package dev.aizuchi.voice;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.SpeechSynthesizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Speak with the program Open JTalk, one run of it a sentence; about a twentieth of the speech's length on a desktop
 * core.
 *
 * <p>Text goes in and sound comes out through pipes: no shell, and nothing that was said touches the disk. A run that
 * takes too long is killed, as is one that is under way when the voice is closed.
 */
public final class OpenJTalkSynthesizer implements SpeechSynthesizer {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    /** The program reads one line of at most 1,022 bytes; a character has three, rare ones four. */
    private static final int LONGEST = 250;
    /** Two minutes at 48 kHz: more than any sentence, and an end to a program that never stops writing. */
    private static final int MOST_BYTES = 2 * 60 * 48_000 * 2;

    private static final int ERROR_BYTES = 4_096;
    private static final Duration MARGIN = Duration.ofMillis(40);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final OpenJTalkFiles files;
    private final List<String> command;
    private final Duration timeout;
    /** Guarded by this. */
    private @Nullable Process running;
    /** Guarded by this. */
    private boolean closed;

    private OpenJTalkSynthesizer(OpenJTalkFiles files, double speed, Duration timeout) {
        this.files = files;
        this.timeout = timeout;
        this.command = List.of(
                files.program().toString(),
                "-x",
                files.dictionary().toString(),
                "-m",
                files.voice().toString(),
                "-r",
                String.format(Locale.ROOT, "%.2f", speed),
                "-ow",
                "/dev/stdout");
    }

    /**
     * Find the program and its data; nothing is run yet.
     *
     * @throws AdapterException naming what is missing and how to install it
     */
    public static OpenJTalkSynthesizer open(OpenJTalkProvider.Settings settings) {
        return open(OpenJTalkFiles.find(settings), settings);
    }

    static OpenJTalkSynthesizer open(OpenJTalkFiles files, OpenJTalkProvider.Settings settings) {
        return new OpenJTalkSynthesizer(
                files,
                Objects.requireNonNullElse(settings.speed(), 1.0),
                Objects.requireNonNullElse(settings.timeout(), TIMEOUT));
    }

    @Override
    public AudioClip synthesize(String text) {
        // The program stops reading at the first line break.
        String line = text.replaceAll("\\p{Cntrl}+", "、").strip();
        List<String> pieces = line.length() <= LONGEST ? List.of(line) : Clauses.upTo(LONGEST, line);
        // The voice begins and ends each run with a quarter of a second of silence, which would delay every answer.
        return Splices.join(
                pieces.stream().map(piece -> Splices.trim(run(piece), MARGIN)).toList(), PAUSE);
    }

    private AudioClip run(String sentence) {
        Process process = start();
        AtomicBoolean late = new AtomicBoolean();
        Executor afterTimeout = CompletableFuture.delayedExecutor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> watch = CompletableFuture.runAsync(
                () -> {
                    late.set(true);
                    kill(process);
                },
                afterTimeout);
        try {
            CompletableFuture<String> complaint = CompletableFuture.supplyAsync(() -> complaint(process));
            feed(process, sentence);
            byte[] sound = process.getInputStream().readNBytes(MOST_BYTES);
            int exit = sound.length == MOST_BYTES ? endless() : process.waitFor();
            if (late.get()) {
                throw new AudioException("open_jtalk did not answer within " + timeout.toMillis()
                        + " ms; raise timeout or check " + files.program());
            }
            if (exit != 0 || sound.length == 0) {
                String said =
                        complaint.completeOnTimeout("", 1, TimeUnit.SECONDS).join();
                throw new AudioException(failure(exit, said));
            }
            return Wav.parse(sound, "the sound of open_jtalk");
        } catch (IOException e) {
            throw new AudioException("the sound of open_jtalk cannot be read; check " + files.program(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AudioException("open_jtalk was interrupted", e);
        } finally {
            watch.cancel(false);
            kill(process);
            ended();
        }
    }

    private static int endless() {
        throw new AudioException("open_jtalk gives sound without end; check the program and the voice");
    }

    private String failure(int exit, String said) {
        synchronized (this) {
            if (closed) {
                return "the voice is closed";
            }
        }
        String because = said.isEmpty() ? "" : " (" + said + ")";
        return "open_jtalk gave no sound, exit status " + exit + because + "; if the text has words in it, check "
                + files.dictionary() + " and " + files.voice();
    }

    private synchronized Process start() {
        if (closed) {
            throw new AudioException("the voice is closed");
        }
        try {
            Process process = new ProcessBuilder(command).start();
            running = process;
            return process;
        } catch (IOException e) {
            throw new AudioException(
                    "open_jtalk cannot be started from " + files.program()
                            + "; install it again: apt install open-jtalk",
                    e);
        }
    }

    private synchronized void ended() {
        running = null;
    }

    private static void feed(Process process, String sentence) {
        try (OutputStream in = process.getOutputStream()) {
            in.write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended before it read; its exit status tells why.
        }
    }

    /** Give the last line that names an error; the others may quote what was to be said. */
    private static String complaint(Process process) {
        try (InputStream errors = process.getErrorStream()) {
            String text = new String(errors.readNBytes(ERROR_BYTES), StandardCharsets.UTF_8);
            errors.transferTo(OutputStream.nullOutputStream());
            return text.lines()
                    .filter(line -> line.startsWith("Error"))
                    .reduce("", (first, second) -> second)
                    .strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** A script around the program leaves children, and they would hold the pipes open. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        Process last;
        synchronized (this) {
            closed = true;
            last = running;
        }
        if (last != null) {
            kill(last);
        }
        if (files.temporaryVoice()) {
            try {
                Files.deleteIfExists(files.voice());
            } catch (IOException e) {
                // A small file stays in the temporary directory, which the system clears.
            }
        }
    }
}
