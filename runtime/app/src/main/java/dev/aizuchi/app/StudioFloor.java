package dev.aizuchi.app;

import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.FloorPlanException;
import dev.aizuchi.sim.World;
import dev.aizuchi.studio.live.Pace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Choose by options the floor that the studio shows, and how fast it runs. */
final class StudioFloor {
    @Option(
            names = "--floor",
            paramLabel = "NAME|FILE",
            description = "care, reception, clinic, rescue or a plan of one's own; with --config, the plan to draw"
                    + " (default: care)")
    private @Nullable String floor;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            description = "how fast the simulated floor runs; 0 lets it stand still (default: ${DEFAULT-VALUE})")
    private double speed = 1;

    /** Tell whether a floor was chosen. */
    boolean isNamed() {
        return floor != null;
    }

    /** Read the plan. */
    FloorPlan plan() {
        Path own = Path.of(name());
        try {
            return Files.isRegularFile(own)
                    ? FloorPlan.parse(Files.readString(own), own.toString())
                    : FloorPlan.named(name());
        } catch (IOException e) {
            throw new ConfigException("the floor plan " + own + " cannot be read: " + e, e);
        } catch (FloorPlanException e) {
            throw new ConfigException(e.getMessage() + "; name care, reception, clinic, rescue or a file: --floor", e);
        }
    }

    /** Name the domain whose skills are at home there; a plan of one's own is taken for a care floor. */
    String domain() {
        return Domains.at(Files.isRegularFile(Path.of(name())) ? FloorPlan.CARE : name());
    }

    /** Let a floor run. */
    Pace pace(World world) {
        try {
            return Pace.of(world, speed);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("--speed: " + e.getMessage(), e);
        }
    }

    private String name() {
        return floor == null ? FloorPlan.CARE : floor;
    }
}
