package dev.aizuchi.studio.play;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.core.Agent;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.sim.World;
import dev.aizuchi.studio.live.EventView;
import dev.aizuchi.studio.live.FloorView;
import dev.aizuchi.testkit.Wiring;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Record a scenario while it is played: its floor, its events, and how the floor changed, so that any moment of it can
 * be shown again. For one thread.
 */
final class Film implements Wiring {
    private static final Duration FRAME = Duration.ofMillis(100);

    private final Wiring wiring;
    private final EventView view;
    private final ArrayNode events = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode frames = JsonNodeFactory.instance.arrayNode();
    private ObjectNode state = JsonNodeFactory.instance.objectNode();
    private @Nullable World floor;
    private Instant due = Instant.MIN;

    Film(Wiring wiring, EventView view) {
        this.wiring = wiring;
        this.view = view;
    }

    @Override
    public Agent.Builder begin(Robot robot, Place speaker) {
        return wiring.begin(robot, speaker).observer(this::happened);
    }

    /** Progress is seen in the frames. */
    private void happened(DialogueEvent event) {
        if (!(event instanceof DialogueEvent.Progressed)) {
            events.add(view.of(event));
        }
    }

    @Override
    public void ticked(World world) {
        wiring.ticked(world);
        floor = world;
        if (!world.clock().instant().isBefore(due)) {
            due = world.clock().instant().plus(FRAME);
            frame(world);
        }
    }

    private void frame(World world) {
        ObjectNode now = FloorView.of(world);
        ObjectNode changed = FloorView.changes(state, now);
        state = now;
        if (!changed.isEmpty()) {
            changed.put("at", world.clock().instant().toEpochMilli());
            frames.add(changed);
        }
    }

    /** Put what was recorded: {@code floor}, {@code events}, {@code frames}, each frame with what changed in it. */
    void put(ObjectNode json) {
        if (floor != null) {
            frame(floor);
            json.set("floor", FloorView.of(floor.plan()));
        }
        json.set("events", events);
        json.set("frames", frames);
    }
}
