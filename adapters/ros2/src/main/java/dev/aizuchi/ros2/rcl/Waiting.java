package dev.aizuchi.ros2.rcl;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Wait for whatever comes in on a set of entities; confined to one thread.
 *
 * <p>{@code rcl_wait_set_t} ({@code rcl/wait.h}) is six pairs of an array of pointers and its size; after waiting,
 * those that are not ready are null.
 */
final class Waiting implements AutoCloseable {
    /** Kinds of entities, with where the wait set has its array of them. */
    enum Kind {
        SUBSCRIPTION(0),
        GUARD(16),
        CLIENT(48),
        SERVICE(64);

        private final int offset;

        Kind(int offset) {
            this.offset = offset;
        }

        private String adding() {
            return switch (this) {
                case SUBSCRIPTION -> "rcl_wait_set_add_subscription";
                case GUARD -> "rcl_wait_set_add_guard_condition";
                case CLIENT -> "rcl_wait_set_add_client";
                case SERVICE -> "rcl_wait_set_add_service";
            };
        }
    }

    /** Something that may become ready. */
    interface Entity {
        Kind kind();

        Memory handle();

        /** Take what came in. */
        void ready();

        /** Let go of it; it is not waited for any more. */
        void end();
    }

    private static final int BYTES = 104;

    private final Rcl rcl;
    private final Memory set = Rcl.zeroed(BYTES);
    private final Memory index = new Memory(8);
    private final Map<Kind, Set<Entity>> entities = new EnumMap<>(Kind.class);
    private boolean changed;

    Waiting(Rcl rcl, Pointer context) {
        this.rcl = rcl;
        for (Kind kind : Kind.values()) {
            entities.put(kind, new LinkedHashSet<>());
        }
        rcl.call("rcl_wait_set_init", set, 0L, 1L, 0L, 0L, 0L, 0L, context, rcl.allocator());
    }

    void add(Entity entity) {
        of(entity.kind()).add(entity);
        changed = true;
    }

    boolean remove(Entity entity) {
        changed = true;
        return of(entity.kind()).remove(entity);
    }

    /** Wait until something is ready or the time, in nanoseconds, is up, and let those that are ready take it. */
    void once(long nanos) {
        prepare();
        int code = rcl.invoke("rcl_wait", set, nanos);
        if (code == Rcl.TIMEOUT) {
            rcl.forget();
            return;
        }
        if (code != Rcl.OK) {
            throw rcl.failed("rcl_wait", code);
        }
        for (Kind kind : Kind.values()) {
            List<Entity> asked = List.copyOf(of(kind));
            Pointer ready = set.getPointer(kind.offset);
            for (int i = 0; i < asked.size(); i++) {
                // One that was removed by another meanwhile has nothing to take any more.
                if (ready.getPointer((long) i * com.sun.jna.Native.POINTER_SIZE) != null
                        && of(kind).contains(asked.get(i))) {
                    asked.get(i).ready();
                }
            }
        }
    }

    private void prepare() {
        if (changed) {
            rcl.call(
                    "rcl_wait_set_resize",
                    set,
                    size(Kind.SUBSCRIPTION),
                    size(Kind.GUARD),
                    0L,
                    size(Kind.CLIENT),
                    size(Kind.SERVICE),
                    0L);
            changed = false;
        }
        rcl.call("rcl_wait_set_clear", set);
        entities.forEach((kind, each) -> each.forEach(entity -> rcl.call(kind.adding(), set, entity.handle(), index)));
    }

    private long size(Kind kind) {
        return of(kind).size();
    }

    private Set<Entity> of(Kind kind) {
        return entities.getOrDefault(kind, Set.of());
    }

    @Override
    public void close() {
        rcl.call("rcl_wait_set_fini", set);
    }
}
