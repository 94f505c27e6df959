package dev.aizuchi.testkit.scenario;

import dev.aizuchi.sim.Snapshot;
import dev.aizuchi.testkit.Stage;
import dev.aizuchi.testkit.scenario.Track.Frame;
import dev.aizuchi.testkit.scenario.Track.Spot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Note where everybody is, some five times a second while the robot is at something. */
final class Tracker implements Stage.Watch {
    private static final Duration APART = Duration.ofMillis(200);
    private static final String ROBOT = "robot";

    private final Stage stage;
    private final List<Frame> frames = new ArrayList<>();
    private Instant next = Stage.START;

    Tracker(Stage stage) {
        this.stage = stage;
        note();
    }

    @Override
    public void moved() {
        if (!stage.now().isBefore(next)) {
            note();
        }
    }

    private void note() {
        Snapshot now = stage.world().snapshot();
        List<Spot> people = now.people().stream()
                .map(person -> new Spot(person.name(), person.x(), person.y(), 0))
                .toList();
        Spot robot =
                new Spot(ROBOT, now.robot().x(), now.robot().y(), now.robot().headingDeg());
        frames.add(new Frame(Duration.between(Stage.START, stage.now()), robot, people));
        next = stage.now().plus(APART);
    }

    /** Give the way so far, with how it ended. */
    Track track(boolean wanted) {
        if (wanted) {
            note();
        }
        return new Track(stage.world().plan(), wanted ? frames : List.of());
    }
}
