package dev.aizuchi.studio.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.core.Agent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.sim.World;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.studio.live.Live.Scene;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Hand on what a person does on the page to the agent, to its floor and to the other robots there.
 *
 * <p>All methods may be called from any thread, once a scene was joined. An order that lacks something, or is for what
 * is not simulated here, is an {@code IllegalArgumentException} with what is wrong.
 */
public final class Controls {
    /** What a person says to release a stop: there is no other way past the dialogue. */
    private static final String RESUME = "再開";

    private final Supplier<Scene> scene;

    Controls(Supplier<Scene> scene) {
        this.scene = scene;
    }

    /** Say something to the robot: {@code text}, {@code person}, and {@code to} where somebody else is meant. */
    public void say(JsonNode order) {
        String text = Orders.text(order, "text");
        speak(order, agent -> agent.hear(text));
    }

    /** Say what a recogniser heard, as a person. */
    public void say(Recognition heard, JsonNode order) {
        speak(order, agent -> agent.hear(heard));
    }

    private void speak(JsonNode order, Consumer<Agent> speech) {
        Agent agent = scene.get().agent();
        agent.perceive(new Percept.Speaker(
                order.path("person").asText(""), order.path("to").asText("")));
        speech.accept(agent);
    }

    /** Stop all motion of all robots at once and latch. */
    public void stop() {
        Scene watched = scene.get();
        watched.agent().stop("studio");
        if (watched.world() != null) {
            fleet(watched).stopOthers();
        }
    }

    /** Stop one {@code robot} of a simulated floor at once and latch. */
    public void halt(JsonNode order) {
        String robot = Orders.text(order, "robot");
        Scene watched = scene.get();
        if (fleet(watched).isWatched(robot)) {
            watched.agent().stop("studio");
        } else {
            fleet(watched).stop(robot);
        }
    }

    /** Release the stop of a {@code robot} whose agent is not watched here. */
    public void release(JsonNode order) {
        fleet(scene.get()).release(Orders.text(order, "robot"));
    }

    private static Fleet fleet(Scene watched) {
        World world = watched.world();
        if (world == null) {
            throw new IllegalArgumentException("this robot is not simulated here: there are no others to choose");
        }
        return new Fleet(world, watched.robot());
    }

    /** Ask for the release of a stop, as a person does. */
    public void resume() {
        Agent agent = scene.get().agent();
        agent.perceive(new Percept.Speaker("", ""));
        agent.hear(RESUME);
    }

    /** Let the simulated floor run at another speed; 0 lets it stand still. */
    public void pace(JsonNode order) {
        Pace pace = scene.get().pace();
        if (pace == null) {
            throw new IllegalArgumentException("this floor's pace is not the studio's to set");
        }
        pace.set(Orders.number(order, "speed"));
    }

    /** Disturb the simulated floor. */
    public void disturb(JsonNode order) {
        World world = scene.get().world();
        if (world == null) {
            throw new IllegalArgumentException("this robot is not simulated here: only its senses can be spoken for");
        }
        new Disturbances(world).apply(order);
    }

    /** Tell the agent what a sensor would: {@code kind} and {@code person}. */
    public void perceive(JsonNode order) {
        String kind = Orders.text(order, "kind");
        String person = order.path("person").asText("");
        scene.get()
                .agent()
                .perceive(
                        switch (kind) {
                            case "person_arrived" -> new Percept.PersonArrived(person);
                            case "person_left" -> new Percept.PersonLeft(person);
                            case "fall" -> new Percept.Fall(person);
                            case "bumper" -> new Percept.Bumper();
                            default ->
                                throw new IllegalArgumentException(
                                        "kind is " + kind + "; it can be person_arrived, person_left, fall or bumper");
                        });
    }
}
