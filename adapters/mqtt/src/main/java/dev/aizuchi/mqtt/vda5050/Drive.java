package dev.aizuchi.mqtt.vda5050;

import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/** Hold an order that the vehicle has, or may still get; confined to one thread. */
final class Drive {
    final Command command;
    final VdaSettings.Spot target;
    final Route route;

    /** How many stops were given before it; it is not sent any more when one has come since. */
    final long stopsBefore;

    final long begun;
    final DoubleConsumer progress;
    final CompletableFuture<Outcome> outcome;
    long sentAt;
    /** When its newest message was sent first. */
    long toldAt;

    boolean accepted;
    /** How it ends once the vehicle has let go of it, when that is decided already. */
    @Nullable
    Outcome ending;

    double metresAtFirst;
    double told;

    Drive(
            Command command,
            VdaSettings.Spot target,
            Route route,
            long stopsBefore,
            long begun,
            DoubleConsumer progress,
            CompletableFuture<Outcome> outcome) {
        this.command = command;
        this.target = target;
        this.route = route;
        this.stopsBefore = stopsBefore;
        this.begun = begun;
        this.progress = progress;
        this.outcome = outcome;
    }

    /** Tell how far it has come by the distance that is left, where vehicle and place are on one map. */
    void tellProgress(VehicleState state) {
        state.position().filter(here -> here.map().equals(target.map())).ifPresent(here -> {
            double left = Math.hypot(here.x() - target.x(), here.y() - target.y());
            metresAtFirst = Math.max(metresAtFirst, left);
            double done = metresAtFirst == 0 ? 0 : 1 - left / metresAtFirst;
            if (done >= told + 0.01) {
                told = done;
                progress.accept(done);
            }
        });
    }
}
