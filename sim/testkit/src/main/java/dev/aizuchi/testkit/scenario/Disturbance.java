package dev.aizuchi.testkit.scenario;

import dev.aizuchi.models.Suggestion;
import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.Fault;
import dev.aizuchi.testkit.Stage;
import dev.aizuchi.testkit.document.Part;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Go wrong in one way, and be made good again. */
sealed interface Disturbance {

    /** Let it go wrong. */
    void cause(Stage stage, ScriptedModel model);

    /** Make it good. */
    void repair(Stage stage, ScriptedModel model);

    /** Read what a key of {@code fault} or {@code repair} says; what is wrong with it is noted. */
    static Optional<Disturbance> read(String key, Part value, FloorNames floor) {
        return switch (key) {
            case "block" -> floor.place(value).map(Blocked::new);
            case "battery" -> Optional.of(new Charge(value.written().asDouble()));
            case "estop" -> Optional.of(new EmergencyStop(value.written().asBoolean(true)));
            case "robot" -> robot(value);
            case "lift" -> floor.lift(value).map(LiftBroken::new);
            case "link" -> Optional.of(new LinkDown());
            case "outcomes" -> Optional.of(new OutcomesLost());
            case "recogniser" ->
                value.text().equals("dead")
                        ? Optional.of(new RecogniserDead())
                        : value.duration().map(RecogniserSlow::new);
            case "language-model" -> Optional.of(new ModelFull());
            case "disk" -> Optional.of(new DiskFull());
            case "clock" -> value.duration().map(ClockSet::new);
            default -> Optional.empty();
        };
    }

    private static Optional<Disturbance> robot(Part value) {
        List<String> names = Arrays.stream(Fault.values())
                .map(fault -> fault.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.contains(value.text())) {
            value.wrong("the simulated robot has no fault " + value.text() + Suggestion.hint(value.text(), names));
            return Optional.empty();
        }
        return Optional.of(new Defect(Fault.valueOf(value.text().toUpperCase(Locale.ROOT))));
    }

    /** Nothing gets to a place or by. */
    record Blocked(Place place) implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            stage.world().block(place);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.world().unblock(place);
        }
    }

    /** The charge changes; repaired, it is full. */
    record Charge(double charge) implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            stage.world().setBattery(charge);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.world().setBattery(1);
        }
    }

    /** The hardware stop is pressed, or let go. */
    record EmergencyStop(boolean pressed) implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            if (pressed) {
                stage.world().pressEmergencyStop();
            } else {
                stage.world().releaseEmergencyStop();
            }
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.world().releaseEmergencyStop();
        }
    }

    /** A part of the robot breaks. */
    record Defect(Fault fault) implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            stage.world().fault(fault);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.world().repair(fault);
        }
    }

    /** A lift is out of order. */
    record LiftBroken(String lift) implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            stage.world().setLift(lift, false);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.world().setLift(lift, true);
        }
    }

    /** Runtime and robot hear nothing of each other. */
    record LinkDown() implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            stage.link(false);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.link(true);
        }
    }

    /** The robot does what it is told, and the messages that say so are lost. */
    record OutcomesLost() implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            stage.losesOutcomes(true);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.losesOutcomes(false);
        }
    }

    /** The recogniser takes so long for a sentence; stop words are heard at once. */
    record RecogniserSlow(Duration time) implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            stage.recogniserTakes(time);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.recogniserTakes(Duration.ZERO);
        }
    }

    /** Nothing is heard any more. */
    record RecogniserDead() implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            stage.recogniser(false);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.recogniser(true);
        }
    }

    /** The language model has no memory left. */
    record ModelFull() implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            model.outOfMemory(true);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            model.outOfMemory(false);
        }
    }

    /** Nothing more can be written, of the journal at least. */
    record DiskFull() implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            stage.diskFull(true);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.diskFull(false);
        }
    }

    /** The wall clock is set, ahead or back. */
    record ClockSet(Duration by) implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            stage.setClock(by);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.setClock(by.negated());
        }
    }
}
