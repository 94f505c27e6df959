package dev.aizuchi.mqtt.homie;

import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Hold an act until the devices say that all of it is so; confined to one thread. */
final class Wish {
    final Command command;
    final boolean moves;
    final long begun;
    final CompletableFuture<Outcome> outcome;
    /** What is not so yet. */
    final List<Act.Setting> left;

    long sentAt;
    boolean answered;

    Wish(Command command, Act act, List<Act.Setting> settings, long begun, CompletableFuture<Outcome> outcome) {
        this.command = command;
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

    /** Tell whether a stop has halted something that it waits for. */
    boolean canHalt() {
        return left.stream().anyMatch(setting -> Act.halt(setting.property()).isPresent());
    }
}
