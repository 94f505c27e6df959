package dev.aizuchi.mqtt;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;

/** Hold an order that has no outcome yet, on the runtime's side; confined to one thread. */
final class OpenOrder {
    final Command command;
    final boolean moves;
    final Instant issuedAt;
    /** How many stops were given before it; one that moves is not sent any more when one has come since. */
    final long stopsBefore;

    final long begun;
    final DoubleConsumer progress;
    final CompletableFuture<Outcome> outcome;
    long sentAt;
    boolean acknowledged;

    OpenOrder(
            Command command,
            boolean moves,
            Instant issuedAt,
            long stopsBefore,
            long begun,
            DoubleConsumer progress,
            CompletableFuture<Outcome> outcome) {
        this.command = command;
        this.moves = moves;
        this.issuedAt = issuedAt;
        this.stopsBefore = stopsBefore;
        this.begun = begun;
        this.progress = progress;
        this.outcome = outcome;
    }

    /** Tell whether it may wait for the link: a call for a person must get through, and nothing moves by it. */
    boolean waits() {
        return command.action() instanceof Action.Notify || command.action() instanceof Action.CallHuman;
    }

    Duration left(long now) {
        return command.deadline().minusNanos(now - begun);
    }
}
