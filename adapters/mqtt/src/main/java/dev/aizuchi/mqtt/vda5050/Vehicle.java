package dev.aizuchi.mqtt.vda5050;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aizuchi.event.Percept;
import dev.aizuchi.mqtt.Once;
import dev.aizuchi.mqtt.vda5050.InstantAction.Kind;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.robot.RobotState;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Know how a vehicle fares, and lead it; confined to one thread, but for {@link #stop} and {@link #state}. */
final class Vehicle {
    private static final System.Logger LOG = System.getLogger(Vehicle.class.getName());
    private static final int KEPT_ACTIONS = 20;
    private static final long ASK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final VdaSettings settings;
    private final InstantSource clock;
    private final Consumer<Percept> percepts;
    private final Instants instants;
    private final Driving driving;
    private final Planning planning;
    private final Once once = new Once();
    private final CompletableFuture<VehicleState> first = new CompletableFuture<>();
    private final AtomicLong stops = new AtomicLong();
    private volatile boolean latched;
    private volatile VehicleState newest = VehicleState.UNKNOWN;
    private boolean connected;
    private boolean online = true;
    private boolean up;
    private boolean resuming;
    private long toldAt = System.nanoTime();
    private long askedAt = toldAt;

    Vehicle(
            VdaSettings settings,
            InstantSource clock,
            BiConsumer<String, byte[]> publisher,
            Consumer<Percept> percepts) {
        this.settings = settings;
        this.clock = clock;
        this.percepts = percepts;
        this.planning = new Planning(settings);
        Messages messages = new Messages(settings, clock);
        this.instants = new Instants(actions -> publisher.accept("instantActions", messages.instantActions(actions)));
        this.driving = new Driving(
                (drive, from) -> {
                    synchronized (instants) {
                        // The cancel that came with a stop must be the last that the vehicle hears of an order.
                        if (stops.get() == drive.stopsBefore) {
                            publisher.accept("order", messages.order(drive, from));
                        }
                    }
                },
                instants,
                settings.answerTimeout());
    }

    /** Wait for its first state. */
    void awaitState() {
        try {
            first.get(settings.stateTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new AdapterException(
                    "the vehicle does not answer on " + settings.topic("state") + " at " + settings.broker()
                            + "; start it, or correct manufacturer, serial-number, version and interface-name",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AdapterException("interrupted while waiting for the vehicle", e);
        }
    }

    long stops() {
        return stops.get();
    }

    /** Stop at once, on the caller's thread. */
    void stop() {
        synchronized (instants) {
            stops.incrementAndGet();
            latched = true;
            instants.drop(Kind.STOP_PAUSE);
            instants.send(Kind.START_PAUSE, Kind.CANCEL_ORDER);
        }
    }

    /** Note that it was stopped. */
    void stopped() {
        resuming = false;
        driving.stopped();
    }

    /**
     * Release the latch, unless it was stopped anew since; the pause is taken back when no order is left that would go
     * on by it.
     */
    void resume(long stopsBefore) {
        synchronized (instants) {
            if (up && stops.get() == stopsBefore) {
                latched = false;
                resuming = true;
                instants.drop(Kind.START_PAUSE);
                goOn();
            }
        }
    }

    private void goOn() {
        synchronized (instants) {
            if (resuming && !latched && !instants.isWaiting(Kind.CANCEL_ORDER)) {
                resuming = false;
                instants.send(Kind.STOP_PAUSE);
            }
        }
    }

    void begin(Command command, DoubleConsumer progress, CompletableFuture<Outcome> outcome, long stopsBefore) {
        if (!once.isNew(command.id(), outcome)) {
            return;
        }
        String place =
                command.action() instanceof Action.Navigate to ? to.place().name() : "";
        Planning.Plan plan = planning.plan(newest.lastNodeId(), place);
        if (latched || resuming || stops.get() != stopsBefore) {
            outcome.complete(new Failed(Reason.STOPPED, "a stop is latched"));
        } else if (!up) {
            outcome.complete(new Failed(Reason.UNREACHABLE, "no link to the vehicle"));
        } else if (plan.target().isEmpty()) {
            outcome.complete(new Failed(Reason.IMPOSSIBLE, plan.obstacle()));
        } else {
            Drive drive = new Drive(
                    command, plan.target().get(), plan.route(), stopsBefore, System.nanoTime(), progress, outcome);
            driving.begin(drive, newest);
        }
    }

    void cancel(String id) {
        driving.cancel(id);
    }

    /** Have it give up what is under way, for a runtime that closes. */
    void leave() {
        driving.linkDown("the runtime closed");
        if (first.isDone() && newest.underWay()) {
            instants.send(Kind.CANCEL_ORDER);
        }
    }

    /** Take a state message. */
    void told(byte[] payload) {
        VehicleState state;
        try {
            state = VehicleState.read(payload, settings.dialect(), clock.instant());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "ignored a state that is none of VDA 5050: {0}", e.getMessage());
            return;
        }
        boolean pressed = newest.emergencyStop();
        newest = state;
        toldAt = System.nanoTime();
        first.complete(state);
        judgeLink("");
        if (pressed != state.emergencyStop()) {
            percepts.accept(new Percept.EmergencyStop(state.emergencyStop()));
        }
        instants.told(state);
        goOn();
        if (latched) {
            // What the vehicle says comes of the stop, though this thread may not have noted it yet.
            driving.stopped();
        }
        driving.told(state);
        if (settings.dialect() == Dialect.V3_0 && state.actions().size() > KEPT_ACTIONS && !state.underWay()) {
            instants.send(Kind.CLEAR);
        }
    }

    /** Give its factsheet, as far as it has told one; on any thread. */
    Factsheet factsheet() {
        return planning.factsheet();
    }

    /** Take its factsheet. */
    void factsheet(byte[] payload) {
        try {
            Factsheet factsheet = Factsheet.read(payload, settings.dialect());
            instants.most(factsheet.mostInstants());
            driving.pause(factsheet.orderNanos());
            planning.factsheet(factsheet);
            factsheet.unstoppable().ifPresent(why -> LOG.log(System.Logger.Level.WARNING, why));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "ignored a factsheet that is none of VDA 5050: {0}", e.getMessage());
        }
    }

    /** Take a message of the connection topic, which the broker sends when the vehicle is lost. */
    void connection(byte[] payload) {
        try {
            online = new ObjectMapper()
                    .readTree(payload)
                    .path("connectionState")
                    .asText()
                    .equals("ONLINE");
            judgeLink("the vehicle is offline");
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "ignored a connection message that is no JSON");
        }
    }

    /** Note that the broker is there or gone. */
    void connected(boolean is) {
        connected = is;
        judgeLink("the broker is gone");
        if (is) {
            // A stop that was asked for without a link is the first thing that goes out.
            instants.repeatAll();
            instants.send(Kind.STATE_REQUEST);
            instants.send(Kind.FACTSHEET_REQUEST);
        }
    }

    /** Look at the clock. */
    void tick(long now) {
        judgeLink("nothing is heard of it");
        if (up) {
            instants.repeat(newest);
            driving.tick(now, newest);
        } else if (connected && now - askedAt > ASK_NANOS) {
            askedAt = now;
            instants.repeatAll();
            instants.send(Kind.STATE_REQUEST);
        }
    }

    private void judgeLink(String why) {
        boolean fresh = System.nanoTime() - toldAt < settings.stateTimeout().toNanos();
        boolean now = connected && online && first.isDone() && fresh;
        if (now == up) {
            return;
        }
        up = now;
        if (!now) {
            driving.linkDown("the link to the vehicle went down: " + why);
        }
        percepts.accept(new Percept.Link(now));
    }

    RobotState state() {
        return newest.robotState(settings, latched);
    }
}
