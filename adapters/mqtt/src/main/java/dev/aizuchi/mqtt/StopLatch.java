package dev.aizuchi.mqtt;

import dev.aizuchi.mqtt.Wire.Signal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tell which stops and resumes count when some are repeated or overtake each other: a stop counts once, a resume only
 * when it is younger than every stop of the same runtime that has come.
 */
final class StopLatch {
    private static final int RUNTIMES = 64;

    private final Map<String, Long> lastStop = new LinkedHashMap<>();

    synchronized boolean isNewStop(Signal stop) {
        long last = lastStop.getOrDefault(stop.from(), Long.MIN_VALUE);
        if (stop.seq() <= last) {
            return false;
        }
        lastStop.put(stop.from(), stop.seq());
        if (lastStop.size() > RUNTIMES) {
            lastStop.remove(lastStop.keySet().iterator().next());
        }
        return true;
    }

    synchronized boolean counts(Signal resume) {
        return resume.seq() > lastStop.getOrDefault(resume.from(), Long.MIN_VALUE);
    }
}
