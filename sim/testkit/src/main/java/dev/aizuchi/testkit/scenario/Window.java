package dev.aizuchi.testkit.scenario;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.testkit.Transcript;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Hold what happens after a step against what the step expects. */
final class Window {
    private final Step step;
    private final Transcript transcript;
    private final Meaning meaning;
    private final int from;
    /** What must come one after the other. */
    private final List<Expected> inOrder;
    /** What counts in the whole window, the forbidden among it. */
    private final List<Expected> counted;

    private final Map<Expected, Integer> counts = new HashMap<>();
    private Instant begun = Instant.MAX;
    private int seen;
    private int met;

    /** Look on from now on; time counts from when the window {@link #begins}. */
    Window(Step step, Transcript transcript, Meaning meaning) {
        this.step = step;
        this.transcript = transcript;
        this.meaning = meaning;
        this.from = transcript.events().size();
        this.seen = from;
        this.inOrder = step.expectations().stream().filter(Expected::isInOrder).toList();
        this.counted =
                step.expectations().stream().filter(each -> !each.isInOrder()).toList();
    }

    /** Begin to count time: once a person has said what they say. */
    void begins(Instant at) {
        begun = at;
    }

    /** Give the first event of the window. */
    int from() {
        return from;
    }

    /** Tell whether nothing more is to be waited for. */
    boolean isOver(Instant now) {
        return (met == inOrder.size() && counted.isEmpty()) || isPast(step.within(), now);
    }

    /** Look at what has happened since; give what is otherwise than expected. */
    Optional<String> look(Instant now) {
        for (; seen < transcript.events().size(); seen++) {
            Optional<String> wrong = take(transcript.events().get(seen));
            if (wrong.isPresent()) {
                return but(wrong.get());
            }
        }
        if (met < inOrder.size()) {
            Duration time = inOrder.get(met).within().orElse(step.within());
            if (isPast(time, now)) {
                return but(String.format(
                        Locale.ROOT,
                        "expected %s within %.0f s",
                        inOrder.get(met).what(),
                        time.toMillis() / 1e3));
            }
        }
        return isPast(step.within(), now) ? tooFew() : Optional.empty();
    }

    private Optional<String> take(DialogueEvent event) {
        for (Expected each : counted) {
            if (each.matches(event, transcript, meaning)
                    && counts.merge(each, 1, Integer::sum) > each.allowed().most()) {
                return Optional.of(
                        each.count().isEmpty() || each.allowed().most() == 0
                                ? "this must not happen: " + each
                                : "expected " + each + " and it came " + counts.get(each) + " times");
            }
        }
        if (met < inOrder.size()) {
            Expected next = inOrder.get(met);
            if (next.matches(event, transcript, meaning)) {
                met++;
            } else if (next.before()
                    .filter(other -> other.matches(event, transcript))
                    .isPresent()) {
                return Optional.of("expected " + next);
            }
        }
        return Optional.empty();
    }

    private Optional<String> tooFew() {
        return counted.stream()
                .filter(each -> counts.getOrDefault(each, 0) < each.allowed().least())
                .findFirst()
                .flatMap(each -> but("expected " + each + ", and it came " + counts.getOrDefault(each, 0) + " times"));
    }

    private boolean isPast(Duration window, Instant now) {
        return !now.isBefore(begun.plus(window));
    }

    private Optional<String> but(String expected) {
        return Optional.of(expected + ", but:" + transcript.lines(from));
    }
}
