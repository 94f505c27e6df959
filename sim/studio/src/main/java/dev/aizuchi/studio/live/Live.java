package dev.aizuchi.studio.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.core.Agent;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.World;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watch one agent and its robot, and show them on the page.
 *
 * <p>Made before the agent, whose observer it is; joined to it once that runs. All methods may be called from any
 * thread.
 */
public final class Live implements Consumer<DialogueEvent>, AutoCloseable {
    private static final long STATE_MILLIS = 200;
    private static final System.Logger LOG = System.getLogger(Live.class.getName());

    private final Broadcast broadcast = new Broadcast();
    private final EventView view = new EventView();
    private final Controls controls = new Controls(this::scene);
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

    /** Give what a person on the page may do. */
    public Controls controls() {
        return controls;
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
