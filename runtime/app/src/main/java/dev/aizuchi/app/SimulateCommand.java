package dev.aizuchi.app;

import dev.aizuchi.app.Terminal.Tone;
import dev.aizuchi.broker.EmbeddedBroker;
import dev.aizuchi.mqtt.MqttRobotServer;
import dev.aizuchi.mqtt.MqttSettings;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.RealTime;
import dev.aizuchi.sim.Whereabouts;
import dev.aizuchi.sim.World;
import dev.aizuchi.sim.WorldEvent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stand in for a robot: put the simulated one on a broker, for a runtime in another process. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Put the simulated care robot on an MQTT broker, as a real robot would be.",
            "Without --broker, one is started here, for this machine only. Ends by Ctrl-C."
        })
final class SimulateCommand implements Callable<Integer> {
    @Option(
            names = "--broker",
            paramLabel = "tcp://HOST:PORT",
            description = "the broker to use; without it, one is started here")
    private @Nullable URI broker;

    @Option(names = "--port", defaultValue = "1883", description = "port of that broker (default: ${DEFAULT-VALUE})")
    private int port = 1883;

    @Option(names = "--robot", defaultValue = "care-1", description = "the robot's id (default: ${DEFAULT-VALUE})")
    private String robot = "care-1";

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "remember orders over a restart in this file; made when it is not there")
    private @Nullable Path ledger;

    @Option(names = "--speed", defaultValue = "1", description = "how fast the floor runs (default: ${DEFAULT-VALUE})")
    private double speed = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Terminal terminal = new Terminal(spec.commandLine().getOut(), Terminal.wantsColour());
        World world = new World(FloorPlan.care(), Instant.now(), 1);
        Instant start = world.clock().instant();
        try (StopFirst ended = new StopFirst();
                Closer closer = new Closer()) {
            ended.watch(world.robot()::stop);
            world.onEvent(event -> terminal.line(line(start, event, terminal)));
            closer.keep(RealTime.run(world, speed));
            URI address =
                    broker == null ? closer.keep(EmbeddedBroker.start(port)).uri() : broker;
            closer.keep(MqttRobotServer.start(settings(address), world.robot()));
            terminal.line("robot " + robot + " is on " + address + "; Ctrl-C ends");
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            terminal.line("ended; the robot is stopped");
        }
        return 0;
    }

    private MqttSettings settings(URI address) {
        try {
            MqttSettings settings = MqttSettings.of(address, robot);
            return ledger == null ? settings : settings.withLedgerFile(ledger);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Show the facts of the floor, by which one sees that a command truly arrived. */
    private static String line(Instant start, WorldEvent event, Terminal terminal) {
        String time = String.format(
                Locale.ROOT, "%7.2f", Duration.between(start, event.at()).toMillis() / 1_000.0);
        return terminal.paint(Tone.FAINT, time) + "  floor      " + fact(event);
    }

    private static String fact(WorldEvent event) {
        if (event instanceof WorldEvent.StaffCalled called) {
            return called.person() + " is called to " + called.place().name() + ": " + called.reason();
        }
        if (event instanceof WorldEvent.StaffArrived arrived) {
            return arrived.person() + " has come to " + arrived.place().name();
        }
        if (event instanceof WorldEvent.ItemMoved moved) {
            return moved.item() + " is " + where(moved.where());
        }
        if (event instanceof WorldEvent.LampSwitched lamp) {
            return "the lamp of " + lamp.room() + " is " + (lamp.on() ? "on" : "off");
        }
        if (event instanceof WorldEvent.DoorMoved door) {
            return "the door of " + door.room() + " is " + (door.open() ? "open" : "closed");
        }
        // The rest is rare and says itself what it is.
        return event.toString();
    }

    private static String where(Whereabouts where) {
        if (where instanceof Whereabouts.At at) {
            return "at " + at.place().name();
        }
        if (where instanceof Whereabouts.With with) {
            return "with " + with.person();
        }
        return where instanceof Whereabouts.OnTray ? "on the tray" : "on the floor";
    }
}
