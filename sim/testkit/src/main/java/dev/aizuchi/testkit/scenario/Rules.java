package dev.aizuchi.testkit.scenario;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.keigo.Level;
import dev.aizuchi.testkit.Stage;
import dev.aizuchi.testkit.document.Part;
import dev.aizuchi.testkit.invariant.ActsApproved;
import dev.aizuchi.testkit.invariant.Guard;
import dev.aizuchi.testkit.invariant.HonestClaims;
import dev.aizuchi.testkit.invariant.Invariant;
import dev.aizuchi.testkit.invariant.KeepsDistance;
import dev.aizuchi.testkit.invariant.PoliteSpeech;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Say what must hold all along: what always must, but for what is waived, and what must never happen.
 *
 * @param waived names of what need not hold
 * @param distance metres of air to people within which the robot must be slow
 * @param speed metres a second that is slow
 * @param politeness how polite every sentence must be
 * @param never what must not happen
 */
record Rules(Set<String> waived, double distance, double speed, Level politeness, List<Expected> never) {
    private static final double DISTANCE = 0.3;
    private static final double SPEED = 0.3;

    Rules {
        waived = Set.copyOf(waived);
        never = List.copyOf(never);
    }

    /** Read what {@code always}, {@code never} and {@code waived} say. */
    static Rules read(Part root, List<Expected> never) {
        Part always = root.at("always");
        return new Rules(
                root.at("waived").keys(),
                always.number("distance-m", DISTANCE),
                always.number("speed-near-people", SPEED),
                level(always, "politeness").orElse(Level.POLITE),
                never);
    }

    /** Read a level of politeness; one that there is not is the schema's to tell. */
    static Optional<Level> level(Part part, String key) {
        return part.find(key)
                .flatMap(name -> List.of(Level.values()).stream()
                        .filter(level -> level.wireName().equals(name))
                        .findFirst());
    }

    /** Watch over a stage. */
    Guard guard(Stage stage, Meaning meaning) {
        Map<String, Invariant> all = new LinkedHashMap<>();
        all.put("keep-distance", new KeepsDistance(distance, speed));
        all.put("approved-acts", new ActsApproved(stage.world().robot().profile()));
        all.put("honest-claims", new HonestClaims());
        all.put("polite-speech", new PoliteSpeech(politeness));
        all.keySet().removeAll(waived);
        never.forEach(each -> all.put(String.format(Locale.ROOT, "never %s", each), new Never(each, stage, meaning)));
        return new Guard(stage, all);
    }

    /** What a scenario itself rules out. */
    private record Never(Expected what, Stage stage, Meaning meaning) implements Invariant {
        @Override
        public Optional<String> happened(DialogueEvent event) {
            return what.matches(event, stage.transcript(), meaning) ? Optional.of("it happened") : Optional.empty();
        }
    }
}
