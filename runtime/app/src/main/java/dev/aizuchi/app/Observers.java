package dev.aizuchi.app;

import dev.aizuchi.core.Journal;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.person.People;
import dev.aizuchi.recording.Recorder;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.telemetry.Metrics;
import dev.aizuchi.telemetry.Traces;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Open what watches an agent, as far as a configuration asks for it: journal, recording, metrics, traces. */
final class Observers {
    private final ConfigFile file;
    private final AgentConfig config;
    private final Closer opened;
    private final BiConsumer<String, String> faults;
    private UnaryOperator<AudioSource> tap = source -> source;

    /**
     * Take where to open from.
     *
     * @param opened closes them
     * @param faults is told the part and what is wrong with it, on any thread
     */
    Observers(ConfigFile file, Closer opened, BiConsumer<String, String> faults) {
        this.file = file;
        this.config = file.agent();
        this.opened = opened;
        this.faults = faults;
    }

    /**
     * Open them.
     *
     * @param known who the robot knows, and what they agreed to; null when it knows nobody
     */
    List<Consumer<DialogueEvent>> open(Robot robot, @Nullable People known) {
        List<Consumer<DialogueEvent>> observers = new ArrayList<>();
        if (config.journal() != null) {
            observers.add(opened.keep(journal(config.journal())));
        }
        if (config.recording() != null) {
            Recorder begun = opened.keep(recorder(config.recording(), robot));
            observers.add(begun);
            if (config.recording().audio()) {
                recordSound(begun, known);
            }
        }
        if (config.metrics() != null) {
            observers.add(opened.keep(metrics(config.metrics(), robot)));
        }
        if (config.traces() != null) {
            observers.add(opened.keep(Traces.send(
                    config.traces().collector(),
                    version(),
                    InstantSource.system(),
                    message -> faults.accept("traces", message))));
        }
        return observers;
    }

    /** Give a sound that is to be heard, recorded on the way where that is asked for. */
    AudioSource tapped(AudioSource source) {
        return tap.apply(source);
    }

    private void recordSound(Recorder recorder, @Nullable People known) {
        if (known == null) {
            throw file.error(
                    "/recording/audio",
                    "sound is recorded only of people who agreed to it: name people too, or leave audio out");
        }
        // At once: who came before anybody listens is there too.
        recorder.askFirst(known);
        tap = recorder::tap;
    }

    private Journal journal(AgentConfig.JournalConfig journal) {
        Journal.Settings settings = new Journal.Settings(
                journal.directory(),
                journal.maxBytes(),
                journal.keep(),
                journal.speechTexts(),
                Optional.ofNullable(journal.maskKey()).map(Keys::seal));
        try {
            return Journal.open(settings, message -> faults.accept("journal", message));
        } catch (IOException e) {
            throw file.error("/journal/directory", "the journal cannot be written: " + e);
        }
    }

    private Recorder recorder(RecordingConfig recording, Robot robot) {
        try {
            Recorder recorder = Recorder.open(
                    recording.settings(Map.of("robot", config.robot().use(), "version", version())),
                    InstantSource.system(),
                    message -> faults.accept("recording", message));
            recorder.follow(robot::state);
            return recorder;
        } catch (IOException e) {
            throw file.error("/recording/directory", "nothing can be recorded there: " + e);
        }
    }

    private Metrics metrics(MetricsConfig metrics, Robot robot) {
        try {
            return Metrics.serve(metrics.settings(), robot::state, InstantSource.system());
        } catch (IOException e) {
            throw file.error(
                    "/metrics/port",
                    "port " + metrics.port() + " cannot be served (" + e.getMessage() + "): name another that is free");
        }
    }

    private static String version() {
        @Nullable String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
