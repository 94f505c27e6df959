package dev.aizuchi.studio.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.core.Agent;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.World;
import dev.aizuchi.speech.Recognition;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watch one agent and its robot, and hand on what a person does on the page.
 *
 * <p>Made before the agent, whose observer it is; joined to it once that runs. All methods may be called from any
 * thread.
 */
public final class Live implements Consumer<DialogueEvent>, AutoCloseable {
    private static final long STATE_MILLIS = 200;
    /** What a person says to release a stop: there is no other way past the dialogue. */
    private static final String RESUME = "再開";

    private static final System.Logger LOG = System.getLogger(Live.class.getName());

    private final Broadcast broadcast = new Broadcast();
    private final EventView view = new EventView();
    private final ScheduledExecutorService feed = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "studio-feed");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable Scene scene;

    /**
     * What is watched.
     *
     * @param world the simulated floor; null where the robot is real or in another process
     * @param pace lets that floor run; null where somebody else does
     * @param plan what is drawn; null where nobody knows it
     */
    public record Scene(
            Agent agent,
            Robot robot,
            @Nullable World world,
            @Nullable Pace pace,
            @Nullable FloorPlan plan) {
        /** Watch a simulated robot. */
        public static Scene simulated(Agent agent, World world, @Nullable Pace pace) {
            return new Scene(agent, world.robot(), world, pace, world.plan());
        }
    }

    /** Begin to show what was joined. */
    public void join(Scene joined) {
        scene = joined;
        showState(joined);
        var unused =
                feed.scheduleAtFixedRate(() -> showState(joined), STATE_MILLIS, STATE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Show an event; called by the dialogue thread, and never waits. */
    @Override
    public void accept(DialogueEvent event) {
        if (feed.isShutdown()) {
            return;
        }
        feed.execute(() -> {
            try {
                show(event);
            } catch (RuntimeException e) {
                // Without the event's words: they are a person's.
                LOG.log(System.Logger.Level.ERROR, "an event of kind " + event.getClass() + " cannot be shown", e);
            }
        });
    }

    /** How far an act is, and what was heard so far, is told anew before long. */
    private void show(DialogueEvent event) {
        if (event instanceof DialogueEvent.Progressed || event instanceof DialogueEvent.PartialHeard) {
            broadcast.passing(view.of(event));
        } else {
            broadcast.event(view.of(event));
        }
    }

    /** Give what pages listen to. */
    public Broadcast broadcast() {
        return broadcast;
    }

    /** Describe what is watched: floor, people, whether it is simulated. */
    public ObjectNode described() {
        Scene watched = scene();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("robot", watched.robot.profile().name());
        json.put("simulated", watched.world != null).put("paced", watched.pace != null);
        if (watched.pace != null) {
            json.put("speed", watched.pace.speed());
        }
        if (watched.world != null) {
            Disturbances.faults().forEach(json.withArray("faults")::add);
        }
        if (watched.plan != null) {
            json.set("floor", FloorView.of(watched.plan));
        }
        return json;
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
        Agent agent = scene().agent;
        agent.perceive(new Percept.Speaker(
                order.path("person").asText(""), order.path("to").asText("")));
        speech.accept(agent);
    }

    /** Stop all motion of all robots at once and latch. */
    public void stop() {
        Scene watched = scene();
        watched.agent.stop("studio");
        if (watched.world != null) {
            fleet(watched).stopOthers();
        }
    }

    /** Stop one {@code robot} of a simulated floor at once and latch. */
    public void halt(JsonNode order) {
        String robot = Orders.text(order, "robot");
        Scene watched = scene();
        if (fleet(watched).isWatched(robot)) {
            watched.agent.stop("studio");
        } else {
            fleet(watched).stop(robot);
        }
    }

    /** Release the stop of a {@code robot} whose agent is not watched here. */
    public void release(JsonNode order) {
        fleet(scene()).release(Orders.text(order, "robot"));
    }

    private static Fleet fleet(Scene watched) {
        World world = watched.world;
        if (world == null) {
            throw new IllegalArgumentException("this robot is not simulated here: there are no others to choose");
        }
        return new Fleet(world, watched.robot);
    }

    /** Ask for the release of a stop, as a person does. */
    public void resume() {
        Agent agent = scene().agent;
        agent.perceive(new Percept.Speaker("", ""));
        agent.hear(RESUME);
    }

    /** Let the simulated floor run at another speed; 0 lets it stand still. */
    public void pace(JsonNode order) {
        Pace pace = scene().pace;
        if (pace == null) {
            throw new IllegalArgumentException("this floor's pace is not the studio's to set");
        }
        pace.set(Orders.number(order, "speed"));
    }

    /** Disturb the simulated floor. */
    public void disturb(JsonNode order) {
        World world = scene().world;
        if (world == null) {
            throw new IllegalArgumentException("this robot is not simulated here: only its senses can be spoken for");
        }
        new Disturbances(world).apply(order);
    }

    /** Tell the agent what a sensor would: {@code kind} and {@code person}. */
    public void perceive(JsonNode order) {
        String kind = Orders.text(order, "kind");
        String person = order.path("person").asText("");
        scene().agent
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

    private void showState(Scene watched) {
        if (!broadcast.isWatched()) {
            return;
        }
        try {
            World world = watched.world;
            ObjectNode state = world == null ? FloorView.of(watched.robot.state(), false) : FloorView.of(world);
            if (watched.pace != null) {
                state.put("speed", watched.pace.speed());
            }
            // To the second, which the page's clock shows.
            state.put("at", seconds(watched));
            broadcast.state(state);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "the robot's state cannot be shown; it is asked again", e);
        }
    }

    private static long seconds(Scene watched) {
        return watched.robot.state().at().getEpochSecond() * 1_000;
    }

    private Scene scene() {
        Scene joined = scene;
        if (joined == null) {
            throw new IllegalStateException("nothing was joined yet");
        }
        return joined;
    }

    @Override
    public void close() {
        broadcast.close();
        feed.shutdownNow();
    }
}
