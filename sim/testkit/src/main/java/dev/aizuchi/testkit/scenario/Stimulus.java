package dev.aizuchi.testkit.scenario;

import dev.aizuchi.event.Percept;
import dev.aizuchi.testkit.Stage;
import dev.aizuchi.testkit.Utterance;
import java.util.List;

/** What a scenario does to the agent. */
sealed interface Stimulus {

    /** Do it. */
    void apply(Stage stage, ScriptedModel model);

    /** People say something, all at once. */
    record Speech(List<Utterance> said) implements Stimulus {
        public Speech {
            said = List.copyOf(said);
        }

        @Override
        public void apply(Stage stage, ScriptedModel model) {
            stage.hear(said);
        }
    }

    /** A stop comes by another way than words. */
    record Stop(String cause) implements Stimulus {
        @Override
        public void apply(Stage stage, ScriptedModel model) {
            stage.stop(cause);
        }
    }

    /** Something goes wrong, and something is made good. */
    record Change(List<Disturbance> faults, List<Disturbance> repairs) implements Stimulus {
        public Change {
            faults = List.copyOf(faults);
            repairs = List.copyOf(repairs);
        }

        @Override
        public void apply(Stage stage, ScriptedModel model) {
            repairs.forEach(each -> each.repair(stage, model));
            faults.forEach(each -> each.cause(stage, model));
            stage.settle();
        }
    }

    /** People and doors move. */
    record Event(List<FloorEvent> events) implements Stimulus {
        public Event {
            events = List.copyOf(events);
        }

        @Override
        public void apply(Stage stage, ScriptedModel model) {
            events.forEach(event -> event.apply(stage.world()));
            stage.settle();
        }
    }

    /** A sensor says something. */
    record Sense(Percept percept) implements Stimulus {
        @Override
        public void apply(Stage stage, ScriptedModel model) {
            stage.perceive(percept);
        }
    }

    /** Time passes. */
    record Nothing() implements Stimulus {
        @Override
        public void apply(Stage stage, ScriptedModel model) {}
    }
}
