package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Talk to the sound server PulseAudio, or to PipeWire in its place, through the server's own programs.
 *
 * @param record takes sound from the server
 * @param play gives sound to it
 * @param list names its devices
 */
record PulsePrograms(String record, String play, String list) {
    private static final Duration LISTING = Duration.ofSeconds(3);
    private static final int LATENCY_MILLIS = 20;

    /** Take the programs of the package pulseaudio-utils. */
    static PulsePrograms installed() {
        return new PulsePrograms("parec", "pacat", "pactl");
    }

    Process startRecording(String device, int rate, int channels) {
        List<String> command = command(record, device, "microphone", "sources", rate, channels);
        if (channels > 1) {
            // As they are wired: the server would mix what it takes for left and right.
            command.addAll(List.of("--no-remap", "--no-remix"));
        }
        return start(command);
    }

    Process startPlaying(String device, int rate) {
        return start(command(play, device, "loudspeaker", "sinks", rate, 1));
    }

    private List<String> command(String program, String device, String kind, String list, int rate, int channels) {
        List<String> command = new ArrayList<>(List.of(
                program,
                "--raw",
                "--format=s16le",
                "--rate=" + rate,
                "--channels=" + channels,
                "--latency-msec=" + LATENCY_MILLIS,
                "--client-name=aizuchi"));
        DeviceName.other(device)
                .map(other -> "--device=" + full(other, kind, names(list)))
                .ifPresent(command::add);
        return command;
    }

    /** Where the devices cannot be listed, the server shall judge the name. */
    private static String full(String name, String kind, List<String> names) {
        return names.isEmpty() ? name : names.get(DeviceName.choose(name, kind, names));
    }

    private static Process start(List<String> command) {
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new AudioException(
                    "the program " + command.get(0) + " cannot be started; install it with: sudo apt install"
                            + " pulseaudio-utils",
                    e);
        }
    }

    /**
     * Name the devices of a kind.
     *
     * @param kind {@code sources} or {@code sinks}
     * @return nothing where there is no server, or none of its programs
     */
    List<String> names(String kind) {
        try {
            Process process = new ProcessBuilder(list, "list", "short", kind)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            endAfter(process, LISTING);
            String listed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return listed.lines()
                    .map(line -> line.split("\t", -1))
                    .filter(columns -> columns.length > 1)
                    .map(columns -> columns[1])
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** End a program that has not ended by itself: a server that hangs must not hold the robot. */
    static void endAfter(Process process, Duration patience) {
        var unused = process.onExit()
                .completeOnTimeout(process, patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(ended -> {
                    // Only then: it would close the streams of one that has ended, unread.
                    if (ended.isAlive()) {
                        ended.destroyForcibly();
                    }
                });
    }

    /** Give what a program that has ended complained of. */
    static String complaint(Process process) {
        try {
            byte[] words = process.getErrorStream().readNBytes(300);
            return Optional.of(new String(words, StandardCharsets.UTF_8).strip())
                    .filter(complaint -> !complaint.isEmpty())
                    .orElse("it ended");
        } catch (IOException e) {
            return "it ended";
        }
    }
}
