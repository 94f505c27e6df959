package dev.aizuchi.testkit.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.testkit.Setup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turn a journal, of a live or of a simulated run, into what a scenario says.
 *
 * <p>Times between what was done are kept. The journal does not tell how the floor stood at the beginning; the caller
 * does.
 */
public final class Replay {
    private static final List<String> FLOORS = List.of(FloorPlan.CARE, "reception", "rescue", "clinic");

    private final List<RecordedStep> steps;
    private final Setup setup;
    private final StandIns standIns;
    private final boolean plain;

    private Replay(List<RecordedStep> steps, Setup setup, StandIns standIns, boolean plain) {
        this.steps = steps;
        this.setup = setup;
        this.standIns = standIns;
        this.plain = plain;
    }

    /**
     * Read a journal.
     *
     * @param events its lines
     * @param setup how the floor stands where it is played again
     * @param keep names of the site's own directory, which stay as they are, as those on the floor do
     * @param plain whether the names of all others stay too
     * @throws ReplayException when nothing in it can be played again
     */
    public static Replay of(List<JsonNode> events, Setup setup, Set<String> keep, boolean plain) {
        List<RecordedStep> steps = new RecordedSteps(setup).of(events);
        if (steps.stream().noneMatch(step -> step.stimulus() != null)) {
            throw new ReplayException("nothing was said or sensed in the journal, so there is nothing to play again");
        }
        Set<String> kept = new HashSet<>(keep);
        FloorPlan.named(setup.floor()).people().forEach(person -> kept.add(person.name()));
        StandIns standIns = new StandIns(kept);
        standIns.read(events);
        return new Replay(steps, setup, standIns, plain);
    }

    /** Guess the floor from the places that the acts name: the one that has most of them. */
    public static String likelyFloor(List<JsonNode> events) {
        Set<String> named = new HashSet<>();
        events.forEach(event -> named.add(event.at("/arguments/place").asText()));
        return FLOORS.stream()
                .max(Comparator.comparingLong((String floor) -> FloorPlan.named(floor).places().stream()
                                .filter(spot -> named.contains(spot.place().name()))
                                .count())
                        .thenComparing(Comparator.comparingInt(FLOORS::indexOf).reversed()))
                .orElse(FloorPlan.CARE);
    }

    /** Give how many names and numbers have stand-ins. */
    public int standIns() {
        return plain ? 0 : standIns.size();
    }

    /** Write the scenario: what was done, when, and all that came of it as what is expected. */
    public String scenario(String name) {
        return new ScenarioText(name, setup).expecting(shown());
    }

    /** Write the scenario without expectations: what was done, when it was, to see what comes of it now. */
    public String stimuli(String name) {
        return new ScenarioText(name, setup).only(shown());
    }

    /** Give what happened, a line each and without times, to be compared. */
    public List<String> lines() {
        WrittenEvent written = new WrittenEvent();
        List<String> lines = new ArrayList<>();
        for (RecordedStep step : shown()) {
            if (step.stimulus() != null) {
                lines.add("> " + line(step.stimulus()));
            }
            step.events().stream()
                    .flatMap(event -> written.expectation(event).stream())
                    .forEach(expectation -> lines.add(line(expectation)));
        }
        return lines;
    }

    private List<RecordedStep> shown() {
        return plain ? steps : steps.stream().map(this::shown).toList();
    }

    private RecordedStep shown(RecordedStep step) {
        return new RecordedStep(
                step.at(),
                step.stimulus() == null
                        ? null
                        : standIns.replace(step.stimulus()).deepCopy(),
                step.events().stream().map(standIns::replace).toList());
    }

    private static String line(JsonNode node) {
        return String.join(
                " ",
                node.properties().stream()
                        .flatMap(field -> Stream.of(
                                field.getKey() + ":",
                                field.getValue().isTextual()
                                        ? field.getValue().asText()
                                        : field.getValue().toString()))
                        .toList());
    }
}
