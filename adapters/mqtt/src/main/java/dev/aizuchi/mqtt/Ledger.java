package dev.aizuchi.mqtt;

import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remember the orders that came to the robot, so that none is carried out twice; over a restart too, when it has a
 * file. Confined to one thread.
 */
final class Ledger implements AutoCloseable {
    /** More than can be open at one runtime, which is all that it sends again. */
    static final int REMEMBERED = 16_384;

    private static final Outcome INTERRUPTED =
            new Failed(Reason.FAULT, "the robot's end was restarted in the middle of it; how far it came is not known");

    /** The orders without an outcome, with whether they move the robot. */
    private final Map<String, Boolean> open = new LinkedHashMap<>();

    private final Map<String, Outcome> ended = new LinkedHashMap<>();
    private final Map<String, Boolean> interrupted = new LinkedHashMap<>();
    private final Set<String> cancelledEarly = new LinkedHashSet<>();
    private final @Nullable LedgerFile file;
    private int moving;

    /**
     * Open one with what its file holds, if it has one.
     *
     * @throws AdapterException when the file cannot be used
     */
    Ledger(@Nullable Path path) {
        this.file = path == null ? null : LedgerFile.open(path);
        if (file != null) {
            recall(file);
        }
    }

    private void recall(LedgerFile from) {
        from.read().forEach(this::recall);
        interrupted.putAll(open);
        interrupted.keySet().forEach(id -> close(id, INTERRUPTED));
        try {
            compact(from);
        } catch (UncheckedIOException e) {
            throw new AdapterException("the ledger-file cannot be written; see whether the disk is full", e);
        }
    }

    private void recall(String line) {
        try {
            Fields json = Fields.parse(line.getBytes(StandardCharsets.UTF_8));
            if (json.isFlag("moves")) {
                note(Wire.id(json), json.flag("moves"));
            } else {
                Wire.Ending ending = Wire.ending(json);
                close(ending.id(), ending.outcome());
            }
        } catch (MalformedException e) {
            throw new AdapterException(
                    "the ledger-file holds a line that is none of a ledger (" + e.why() + "); correct ledger-file", e);
        }
    }

    /** Give the orders that a restart broke off, with whether they move the robot. */
    Map<String, Boolean> interrupted() {
        return interrupted;
    }

    boolean knows(String id) {
        return open.containsKey(id) || ended.containsKey(id);
    }

    /** Take an order; it may be carried out after the next {@link #commit}. */
    void begin(String id, boolean moves) {
        note(id, moves);
        if (file != null) {
            file.begun(id, moves);
        }
    }

    private void note(String id, boolean moves) {
        if (open.put(id, moves) == null && moves) {
            moving++;
        }
    }

    void end(String id, Outcome outcome) {
        if (close(id, outcome) && file != null) {
            file.ended(new Wire.Ending(id, outcome));
        }
    }

    private boolean close(String id, Outcome outcome) {
        Boolean moved = open.remove(id);
        if (moved == null) {
            return false;
        }
        moving -= moved ? 1 : 0;
        ended.put(id, outcome);
        if (ended.size() > REMEMBERED) {
            ended.remove(ended.keySet().iterator().next());
        }
        return true;
    }

    /**
     * Write down what has changed, all at once.
     *
     * @throws UncheckedIOException when the disk does not take it
     */
    void commit() {
        if (file != null) {
            file.commit();
            if (file.lines() > 4 * REMEMBERED) {
                compact(file);
            }
        }
    }

    private void compact(LedgerFile to) {
        ended.forEach((id, outcome) -> {
            to.begun(id, false);
            to.ended(new Wire.Ending(id, outcome));
        });
        open.forEach(to::begun);
        to.replace();
    }

    Optional<Outcome> outcome(String id) {
        return Optional.ofNullable(ended.get(id));
    }

    boolean isMoving() {
        return moving > 0;
    }

    /** Note a cancel that overtook its order. */
    void cancelEarly(String id) {
        cancelledEarly.add(id);
        if (cancelledEarly.size() > REMEMBERED) {
            cancelledEarly.remove(cancelledEarly.iterator().next());
        }
    }

    boolean wasCancelledEarly(String id) {
        return cancelledEarly.contains(id);
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
