package dev.aizuchi.testkit.scenario;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.testkit.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Take note of what the robot says, and of how long people wait for it. */
final class Reactions implements Stage.Watch {
    private final Stage stage;
    private final List<String> said = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private @Nullable Instant spoken;

    Reactions(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void spoken() {
        spoken = stage.now();
    }

    @Override
    public void happened(DialogueEvent event) {
        if (event instanceof DialogueEvent.Said one) {
            said.add(one.text());
            reacted();
        } else if (event instanceof DialogueEvent.Asked one) {
            said.add(one.text());
            reacted();
        } else if (event instanceof DialogueEvent.Commanded || event instanceof DialogueEvent.Stopped) {
            reacted();
        }
    }

    private void reacted() {
        Instant since = spoken;
        if (since != null) {
            waits.add(Duration.between(since, stage.now()));
            spoken = null;
        }
    }

    List<String> said() {
        return said;
    }

    List<Duration> waits() {
        return waits;
    }
}
