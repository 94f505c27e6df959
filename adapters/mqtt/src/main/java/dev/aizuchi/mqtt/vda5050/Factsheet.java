package dev.aizuchi.mqtt.vda5050;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Hold what a vehicle's factsheet says that matters here; what it leaves out is without limit.
 *
 * @param instantActions the types of the instant actions that it knows; empty when it tells none
 * @param mostInstants how many of them one message may hold
 * @param mostNodes how many nodes an order may have
 * @param orderNanos how long to wait between two orders
 * @param takesIds whether it takes ids such as those of our instant actions
 */
record Factsheet(Set<String> instantActions, int mostInstants, int mostNodes, long orderNanos, boolean takesIds) {
    /** Before it has told any, and for a vehicle that never does. */
    static final Factsheet NONE = new Factsheet(Set.of(), Integer.MAX_VALUE, Integer.MAX_VALUE, 0, true);

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double LONGEST_PAUSE_S = 60;

    /**
     * Read one.
     *
     * @throws IOException when it is none
     */
    static Factsheet read(byte[] payload, Dialect dialect) throws IOException {
        JsonNode json = MAPPER.readTree(payload);
        if (json == null || !json.has("protocolLimits") || !json.has("protocolFeatures")) {
            throw new IOException("protocolLimits or protocolFeatures is missing");
        }
        Set<String> known = new HashSet<>();
        for (JsonNode action : json.path("protocolFeatures").path(dialect.actions)) {
            boolean instant = StreamSupport.stream(action.path("actionScopes").spliterator(), false)
                    .anyMatch(scope -> scope.asText().equals("INSTANT"));
            if (instant) {
                known.add(action.path("actionType").asText());
            }
        }
        JsonNode limits = json.path("protocolLimits");
        JsonNode lengths = limits.path(dialect.arrayLengths);
        JsonNode texts = limits.path(dialect.stringLengths);
        double pause = limits.path("timing").path(dialect.orderInterval).asDouble();
        return new Factsheet(
                Set.copyOf(known),
                most(lengths.path("instantActions")),
                most(lengths.path("order.nodes")),
                Math.round(Math.max(0, Math.min(LONGEST_PAUSE_S, pause)) * 1e9),
                most(texts.path(dialect.idLength)) >= InstantAction.ID_LENGTH
                        && !texts.path("idNumericalOnly").asBoolean());
    }

    /** Zero is no limit, as in the document. */
    private static int most(JsonNode limit) {
        return limit.asInt() > 0 ? limit.asInt() : Integer.MAX_VALUE;
    }

    /** Say why nobody could stop it; empty for a vehicle that can be stopped, or does not say what it can. */
    Optional<String> unstoppable() {
        if (!takesIds) {
            return Optional.of("by its factsheet the vehicle takes no id of " + InstantAction.ID_LENGTH
                    + " letters, digits and hyphens, such as that of a stop: nobody could stop it");
        }
        boolean can = instantActions.isEmpty()
                || instantActions.contains(InstantAction.Kind.START_PAUSE.type)
                || instantActions.contains(InstantAction.Kind.CANCEL_ORDER.type);
        return can
                ? Optional.empty()
                : Optional.of("by its factsheet the vehicle knows neither startPause nor cancelOrder: nobody could"
                        + " stop it");
    }
}
