package dev.aizuchi.mqtt.homie;

import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Hold an act until the devices say that all of it is so; confined to one thread. */
final class Wish {
    final Command command;
    final long begun;
    final CompletableFuture<Outcome> outcome;
    /** What is not so yet. */
    final List<Act.Setting> left;

    private final boolean moves;
    private final long stopsBefore;

    long sentAt;
    boolean answered;

    Wish(
            Command command,
            Act act,
            List<Act.Setting> settings,
            long stopsBefore,
            long begun,
            CompletableFuture<Outcome> outcome) {
        this.command = command;
        this.stopsBefore = stopsBefore;
        this.moves = act.capability().moves();
        this.left = new ArrayList<>(settings);
        this.begun = begun;
        this.outcome = outcome;
    }

    /** Note that a device has told a value. */
    void told(String path, String payload) {
        answered |= left.removeIf(setting -> setting.property().path().equals(path) && setting.isSame(payload));
    }

    /** Note that a device has told to what it is on its way. */
    void accepted(String path, String payload) {
        answered |=
                left.stream().anyMatch(setting -> setting.property().path().equals(path) && setting.isSame(payload));
    }

    /**
     * Tell whether a stop has come after it that it heeds: it moves something, or something that it waits for can be
     * halted.
     */
    boolean isStopped(long stops) {
        return stops != stopsBefore
                && (moves
                        || left.stream()
                                .anyMatch(
                                        setting -> Act.halt(setting.property()).isPresent()));
    }
}
