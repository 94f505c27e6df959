package dev.aizuchi.app;

import dev.aizuchi.core.Journal;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.recording.Recorder;
import dev.aizuchi.robot.Robot;
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
import org.jspecify.annotations.Nullable;

/** Open what watches an agent, as far as a configuration asks for it: journal, recording, metrics, traces. */
final class Observers {
    private final ConfigFile file;
    private final AgentConfig config;
    private final Closer opened;
    private final BiConsumer<String, String> faults;

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

    List<Consumer<DialogueEvent>> open(Robot robot) {
        List<Consumer<DialogueEvent>> observers = new ArrayList<>();
        if (config.journal() != null) {
            observers.add(opened.keep(journal(config.journal())));
        }
        if (config.recording() != null) {
            observers.add(opened.keep(recorder(config.recording(), robot)));
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
