package dev.aizuchi.ros2.hri;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Host;
import dev.aizuchi.event.Percept;
import dev.aizuchi.ros2.node.Content;
import dev.aizuchi.skill.Floor;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.speech.Recognition.Hypothesis;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** What is heard and served while the node is active; from any thread. */
final class Work implements AutoCloseable {
    private final Humans humans;
    private final CommunicationSkills skills;
    private final List<Bus.Subscription> ears;

    /** The engine, seen from here: what is to be said, what is sensed, and what other recognisers have heard. */
    record Engine(Floor floor, Consumer<Percept> percepts, Consumer<Recognition> hearing) {}

    Work(Host host, Names names, DialogueNode.Settings settings, Engine engine, InstantSource clock) {
        String own = settings.hears().isEmpty() ? settings.voice() : "";
        this.humans = new Humans(host, names, own, engine.percepts);
        this.skills = new CommunicationSkills(host, names, engine.floor, clock, settings.quiet());
        this.ears = settings.hears().stream()
                .map(voice -> host.subscribe(names.speech(voice), speech -> hear(speech, engine.hearing)))
                .toList();
    }

    /** Only what is final counts. Who leaves the confidence out is sure. */
    private static void hear(Datum.Fields speech, Consumer<Recognition> hearing) {
        String text = Content.text(speech, "final");
        if (!text.isBlank()) {
            double confidence = Content.real(speech, "confidence");
            boolean isGiven = confidence > 0 && confidence <= 1;
            hearing.accept(new Recognition(List.of(new Hypothesis(text, isGiven ? confidence : 1, List.of()))));
        }
    }

    CommunicationSkills skills() {
        return skills;
    }

    @Override
    public void close() {
        ears.forEach(Bus.Subscription::close);
        skills.close();
        humans.close();
    }
}
