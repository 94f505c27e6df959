package dev.aizuchi.mqtt;

import dev.aizuchi.robot.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Remember the last orders by their ids, so that each is begun once; confined to one thread. */
public final class Once {
    private static final int REMEMBERED = 1024;

    private final Map<String, CompletableFuture<Outcome>> known = new LinkedHashMap<>();

    /** Tell whether an order is new; the outcome of one that is known becomes that of the first. */
    public boolean isNew(String id, CompletableFuture<Outcome> outcome) {
        CompletableFuture<Outcome> earlier = known.putIfAbsent(id, outcome);
        if (earlier != null) {
            var unused = earlier.thenAccept(outcome::complete);
            return false;
        }
        if (known.size() > REMEMBERED) {
            known.remove(known.keySet().iterator().next());
        }
        return true;
    }
}
