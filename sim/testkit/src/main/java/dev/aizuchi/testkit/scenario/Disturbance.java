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
            case "lift" ->
                floor.lift(value)
                        .map(lift -> new Switch(
                                (stage, model, broken) -> stage.world().setLift(lift, !broken)));
            case "link" ->
                Optional.of(new Switch((stage, model, broken) -> stage.outages().link(!broken)));
            case "outcomes" ->
                Optional.of(new Switch((stage, model, broken) -> stage.outages().losesOutcomes(broken)));
            case "recogniser" ->
                value.text().equals("dead")
                        ? Optional.of(new Switch(
                                (stage, model, broken) -> stage.outages().recogniser(!broken)))
                        : value.duration().map(RecogniserSlow::new);
            case "language-model" -> Optional.of(new Switch((stage, model, broken) -> model.outOfMemory(broken)));
            case "disk" ->
                Optional.of(new Switch((stage, model, broken) -> stage.outages().diskFull(broken)));
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
            stage.world().disturb().setBattery(charge);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.world().disturb().setBattery(1);
        }
    }

    /** The hardware stop is pressed, or let go. */
    record EmergencyStop(boolean pressed) implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            if (pressed) {
                stage.world().disturb().pressEmergencyStop();
            } else {
                stage.world().disturb().releaseEmergencyStop();
            }
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.world().disturb().releaseEmergencyStop();
        }
    }

    /** A part of the robot breaks. */
    record Defect(Fault fault) implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            stage.world().disturb().fault(fault);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.world().disturb().repair(fault);
        }
    }

    /** What works or does not: a lift, the link, the messages that tell outcomes, the recogniser, memory, the disk. */
    record Switch(Throw way) implements Disturbance {
        /** Throw it. */
        interface Throw {
            void to(Stage stage, ScriptedModel model, boolean broken);
        }

        @Override
        public void cause(Stage stage, ScriptedModel model) {
            way.to(stage, model, true);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            way.to(stage, model, false);
        }
    }

    /** The recogniser takes so long for a sentence; stop words are heard at once. */
    record RecogniserSlow(Duration time) implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            stage.outages().recogniserTakes(time);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.outages().recogniserTakes(Duration.ZERO);
        }
    }

    /** The wall clock is set, ahead or back. */
    record ClockSet(Duration by) implements Disturbance {
        @Override
        public void cause(Stage stage, ScriptedModel model) {
            stage.outages().setClock(by);
        }

        @Override
        public void repair(Stage stage, ScriptedModel model) {
            stage.outages().setClock(by.negated());
        }
    }
}
