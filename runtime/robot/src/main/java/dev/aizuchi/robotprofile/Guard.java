package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Stand between the velocities and the wheels, as a process of its own next to them: velocities pass while heartbeats
 * come, and zero is sent otherwise, whatever has died before it.
 *
 * <p>All is done on one thread, which waits for nobody. No safety-rated stop: when this process dies, the wheels need a
 * dead-man of their own.
 */
public final class Guard implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(10);
    /** A single zero may be lost; for ever, it would keep others from driving. */
    private static final Duration ZEROS = Duration.ofSeconds(1);

    private final Wires wires;
    private final Pace pace;
    private final Heartbeats heartbeats;
    private final Executor telling;
    private final Consumer<Boolean> passing;
    private final List<Gate> gates;
    private final List<Bus.Subscription> subscriptions = new ArrayList<>();
    private boolean told;
    private volatile boolean halted;

    private Guard(GuardUse use, Map<String, Bus> buses, Pace pace, Executor telling, Consumer<Boolean> passing) {
        this.wires = new Wires(buses);
        this.pace = pace;
        this.heartbeats = new Heartbeats(Duration.ofMillis(Math.round(use.patienceS() * 1_000)));
        this.telling = telling;
        this.passing = passing;
        this.gates = use.velocities().stream().map(Gate::new).toList();
    }

    /**
     * Begin to guard.
     *
     * @param passing is told whether velocities pass from now on, at each change; may take its time
     * @throws RobotFileException when the file has faults, which are all named, or says nothing of a guard
     * @throws dev.aizuchi.plugin.AdapterException when a bus cannot be opened
     */
    public static Guard open(Path file, Consumer<Boolean> passing) {
        RobotFileReader.Read read = RobotFileReader.read(file);
        List<Fault> faults = RobotCheck.faults(read, Definitions.NONE);
        if (!faults.isEmpty()) {
            throw new RobotFileException(faults);
        }
        GuardUse use = read.file().guard();
        if (use == null) {
            throw new RobotFileException(
                    List.of(read.lines().fault("", "guard is missing: which velocities pass, and to where")));
        }
        Map<String, Bus> buses = Buses.open(use.over(read.file().buses()), read.lines());
        try {
            return open(read.file(), buses, Pace.ofMachine(), Guard::aside, passing);
        } catch (IllegalArgumentException e) {
            buses.values().forEach(Bus::close);
            throw new RobotFileException(List.of(read.lines().fault("/guard", String.valueOf(e.getMessage()))));
        }
    }

    static Guard open(RobotFile file, Map<String, Bus> buses, Pace pace, Executor telling, Consumer<Boolean> passing) {
        GuardUse use = file.guard();
        Step heartbeat = file.heartbeat();
        if (use == null || heartbeat == null) {
            throw new IllegalArgumentException("a guard needs heartbeats");
        }
        Guard guard = new Guard(use, buses, pace, telling, passing);
        guard.wires.watch((bus, up) -> guard.soon(() -> guard.link(bus, up)));
        guard.subscriptions.add(guard.wires
                .bus(heartbeat.on())
                .subscribe(
                        heartbeat.endpoint(Datum.Fields.NONE),
                        beat -> guard.soon(() -> guard.heartbeats.beat(pace.elapsed()))));
        guard.gates.forEach(Gate::open);
        guard.soon(guard::tick);
        return guard;
    }

    /** Whoever writes to a terminal may be held up by it; the wheels must not be. */
    private static void aside(Runnable task) {
        Thread thread = new Thread(task, "guard-tells");
        thread.setDaemon(true);
        thread.start();
    }

    private void soon(Runnable task) {
        var unused = pace.after(Duration.ZERO, task);
    }

    private void link(String bus, boolean up) {
        if (up) {
            // The wheels may turn since before this guard, or the link to them, was there.
            gates.stream().filter(gate -> gate.passage.toOn().equals(bus)).forEach(Gate::halt);
        }
    }

    private void tick() {
        var unused = pace.after(TICK, this::tick);
        boolean alive = heartbeats.isAlive(pace.elapsed());
        gates.forEach(gate -> gate.tick(alive));
        if (alive != told) {
            told = alive;
            telling.execute(() -> passing.accept(alive));
        }
    }

    /** Send zero, and let nothing pass any more. */
    public void halt() {
        halted = true;
        pace.close();
        gates.forEach(Gate::zero);
    }

    /** {@link #halt}, and close the buses. */
    @Override
    public void close() {
        halt();
        subscriptions.forEach(Bus.Subscription::close);
        wires.close();
    }

    /** One way to the wheels. */
    private final class Gate {
        private final GuardUse.Passage passage;
        private final Endpoint wheels;
        private final Datum.Fields zero;
        private boolean moving;
        private Duration lastVelocity = Duration.ZERO;
        private Duration zeroUntil = Duration.ZERO;

        Gate(GuardUse.Passage passage) {
            this.passage = passage;
            this.wheels = Endpoint.of(passage.to(), passage.type());
            this.zero = (Datum.Fields) passage.zero().in(Datum.Fields.NONE);
        }

        void open() {
            // A zero that does not fit would show only when it is needed.
            wires.bus(passage.toOn())
                    .pattern(passage.type(), Bus.Part.MESSAGE)
                    .ifPresent(pattern -> Fit.require(zero, pattern, "zero"));
            Endpoint from = new Endpoint(passage.from(), passage.type(), Endpoint.Delivery.NEWEST);
            subscriptions.add(wires.bus(passage.on()).subscribe(from, velocity -> soon(() -> pass(velocity))));
        }

        private synchronized void pass(Datum.Fields velocity) {
            Duration now = pace.elapsed();
            if (heartbeats.isAlive(now) && !halted) {
                moving = true;
                lastVelocity = now;
                publish(velocity);
            }
        }

        void tick(boolean alive) {
            Duration now = pace.elapsed();
            if (moving && (!alive || heartbeats.isOver(lastVelocity, now))) {
                halt();
            } else if (!moving && now.compareTo(zeroUntil) < 0) {
                zero();
            }
        }

        void halt() {
            moving = false;
            zeroUntil = pace.elapsed().plus(ZEROS);
            zero();
        }

        synchronized void zero() {
            publish(zero);
        }

        /** What fails on one way to the wheels must not keep the others from standing. */
        private void publish(Datum.Fields velocity) {
            Sender.unfailing(() -> wires.bus(passage.toOn()).publish(wheels, velocity));
        }
    }
}
