package dev.aizuchi.testkit.scenario;

import dev.aizuchi.testkit.Delivery;
import dev.aizuchi.testkit.Expectation;
import dev.aizuchi.testkit.Utterance;
import dev.aizuchi.testkit.WrittenPercept;
import dev.aizuchi.testkit.document.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Read what is done and what follows; what is wrong is noted, and reading goes on. */
final class StepReader {
    private static final Duration USUAL_WINDOW = Duration.ofSeconds(30);
    private static final List<String> STIMULI = List.of("user", "at-once", "stop", "fault", "sense", "happens");

    private final FloorNames floor;
    private final boolean hasModel;

    /** Read steps on a floor, with a language model there or not. */
    StepReader(FloorNames floor, boolean hasModel) {
        this.floor = floor;
        this.hasModel = hasModel;
    }

    List<Step> steps(Part root) {
        return root.list("turns").stream().map(this::step).toList();
    }

    private Step step(Part turn) {
        return new Step(
                turn.line(),
                turn.duration("after").orElse(Duration.ZERO),
                turn.find("during"),
                stimulus(turn),
                expectations(turn.list("expect")),
                turn.duration("within").orElse(USUAL_WINDOW));
    }

    private Stimulus stimulus(Part turn) {
        List<String> given = STIMULI.stream().filter(turn::has).toList();
        if (given.size() > 1) {
            turn.wrong("one turn has one of " + String.join(", ", STIMULI) + ", not " + String.join(" and ", given));
        }
        if (given.isEmpty()) {
            return turn.has("repair") ? change(turn) : new Stimulus.Nothing();
        }
        return switch (given.get(0)) {
            case "user" -> new Stimulus.Speech(List.of(utterance(turn)));
            case "at-once" ->
                new Stimulus.Speech(
                        turn.list("at-once").stream().map(StepReader::utterance).toList());
            case "stop" -> new Stimulus.Stop(turn.text("stop", ""));
            case "fault" -> change(turn);
            case "happens" -> new Stimulus.Event(FloorEvent.read(turn.at("happens"), floor));
            default -> sense(turn.at("sense"));
        };
    }

    private static Utterance utterance(Part said) {
        return new Utterance(said.text("user", ""), said.text("by", ""), said.text("to", ""), delivery(said));
    }

    private static Delivery delivery(Part said) {
        try {
            return new Delivery(
                    said.text("voice", Delivery.USUAL.voice()),
                    said.number("rate", Delivery.USUAL.rate()),
                    Sounds.circumstance(said.at("noise")),
                    said.number("distance-m", Delivery.USUAL.distanceM()));
        } catch (IllegalArgumentException e) {
            said.wrong(String.valueOf(e.getMessage()));
            return Delivery.USUAL;
        }
    }

    private Stimulus change(Part turn) {
        return new Stimulus.Change(disturbances(turn.at("fault")), disturbances(turn.at("repair")));
    }

    private List<Disturbance> disturbances(Part part) {
        List<Disturbance> all = new ArrayList<>();
        part.entries().forEach((key, value) -> {
            if (key.equals("language-model") && !hasModel) {
                value.wrong(
                        "there is no language model; say at the top what it writes: language-model: { writes: [...] }");
            }
            Disturbance.read(key, value, floor).ifPresent(all::add);
        });
        return all;
    }

    private static Stimulus sense(Part percept) {
        try {
            return new Stimulus.Sense(WrittenPercept.read(percept.written()));
        } catch (IllegalArgumentException e) {
            percept.wrong(String.valueOf(e.getMessage()));
            return new Stimulus.Nothing();
        }
    }

    List<Expected> expectations(List<Part> items) {
        return items.stream().flatMap(item -> expected(item).stream()).toList();
    }

    private Optional<Expected> expected(Part item) {
        return event(item)
                .map(event -> new Expected(
                        event,
                        item.find("like"),
                        Rules.level(item, "politeness"),
                        item.duration("within"),
                        item.has("before") ? event(item.at("before")) : Optional.empty(),
                        count(item.at("count"))));
    }

    private Optional<Expectation> event(Part item) {
        List<Expectation.Kind> kinds = Stream.of(Expectation.Kind.values())
                .filter(kind -> item.has(kind.wireName()))
                .toList();
        if (kinds.size() != 1) {
            item.wrong("expect exactly one thing in an item");
            return Optional.empty();
        }
        Expectation.Kind kind = kinds.get(0);
        String value = item.at(kind.wireName()).text();
        if (kind.isOfAct() && kind != Expectation.Kind.REFUSED && !value.isEmpty()) {
            // What the robot cannot do at all is refused too.
            floor.act(item.at(kind.wireName()));
        }
        if (item.has("with") && !kind.isOfAct() && kind != Expectation.Kind.UNDERSTOOD) {
            item.at("with").wrong(kind.wireName() + " has nothing that with could name");
        }
        if (item.has("because") && kind != Expectation.Kind.FAILED && kind != Expectation.Kind.REFUSED) {
            item.at("because").wrong("only what failed or was refused has a because");
        }
        Map<String, String> with = new HashMap<>();
        item.at("with").entries().forEach((key, text) -> with.put(key, text.text()));
        return Optional.of(new Expectation(kind, value, with, item.text("because", "")));
    }

    private static Optional<Expected.Count> count(Part count) {
        if (count.isMissing()) {
            return Optional.empty();
        }
        int exactly = count.written().asInt();
        return Optional.of(
                count.isContainer()
                        ? new Expected.Count((int) count.number("min", 0), (int) count.number("max", Integer.MAX_VALUE))
                        : new Expected.Count(exactly, exactly));
    }
}
