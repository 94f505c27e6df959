package dev.aizuchi.testkit.scenario;

import dev.aizuchi.testkit.Stage;
import dev.aizuchi.testkit.invariant.Guard;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Play one scenario on its stage, and say what goes otherwise than written. */
final class Play {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration JOURNAL_WRITTEN = Duration.ofSeconds(1);

    private final Stage stage;
    private final ScriptedModel model;
    private final Meaning meaning;
    private final Guard guard;

    Play(Stage stage, ScriptedModel model, Meaning meaning, Guard guard) {
        this.stage = stage;
        this.model = model;
        this.meaning = meaning;
        this.guard = guard;
    }

    /** Play all of it; give what went wrong first. */
    Optional<String> failure(Scenario scenario) {
        int number = 0;
        for (Step step : scenario.script().steps()) {
            Optional<String> failure = play(step);
            if (failure.isPresent()) {
                return Optional.of(scenario.source() + ":" + step.line() + ": turn " + number + ": " + failure.get());
            }
            number++;
        }
        return end(scenario.script().end())
                .map(breach -> scenario.source() + ": in the end: " + breach
                        + stage.transcript().lines(0));
    }

    private Optional<String> play(Step step) {
        stage.advance(step.after());
        Optional<String> tooLate = await(step);
        if (tooLate.isPresent()) {
            return tooLate;
        }
        Window window = new Window(step, stage.transcript(), meaning);
        Instant begun = stage.now();
        step.stimulus().apply(stage, model);
        window.begins(stage.spoken().isAfter(begun) ? stage.spoken() : begun);
        while (true) {
            Optional<String> wrong = guard.breach()
                    .map(breach -> breach + stage.transcript().lines(window.from()))
                    .or(() -> window.look(stage.now()));
            if (wrong.isPresent() || window.isOver(stage.now())) {
                return wrong;
            }
            stage.tick();
        }
    }

    /** Wait for the point in what the robot says; who names none waits until it has spoken, as one does. */
    private Optional<String> await(Step step) {
        int from = stage.transcript().events().size();
        Instant last = stage.now().plus(PATIENCE);
        while (!isTime(step)) {
            if (!stage.now().isBefore(last)) {
                return step.during()
                        .map(part -> String.format(
                                Locale.ROOT,
                                "the robot did not get as far as 「%s」 in a sentence within %d s, but:%s",
                                part,
                                PATIENCE.toSeconds(),
                                stage.transcript().lines(from)));
            }
            stage.tick();
        }
        return Optional.empty();
    }

    private boolean isTime(Step step) {
        if (step.during().isPresent()) {
            return stage.saying()
                    .filter(said -> said.contains(step.during().get()))
                    .isPresent();
        }
        return !(step.stimulus() instanceof Stimulus.Speech) || stage.isQuiet();
    }

    private Optional<String> end(FinalState wanted) {
        Instant last = stage.now().plus(wanted.within());
        Optional<String> breach = wanted.breach(stage.world().snapshot());
        while (breach.isPresent()
                && stage.now().isBefore(last)
                && guard.breach().isEmpty()) {
            stage.tick();
            breach = wanted.breach(stage.world().snapshot());
        }
        Optional<String> floor = breach;
        return guard.breach().or(() -> floor).or(this::journal);
    }

    /** Lines that waited for a full disk are written soon after it has room again. */
    private Optional<String> journal() {
        if (stage.outages().lacksJournal()) {
            stage.advance(JOURNAL_WRITTEN);
        }
        return stage.outages().lacksJournal()
                ? Optional.of("the journal lacks events, though the disk has room")
                : Optional.empty();
    }
}
