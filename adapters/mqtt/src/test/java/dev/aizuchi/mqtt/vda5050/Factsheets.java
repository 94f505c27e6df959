package dev.aizuchi.mqtt.vda5050;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Write whole factsheets, as their schema wants them, of a vehicle with some limits. */
final class Factsheets {
    private Factsheets() {}

    /**
     * Write one.
     *
     * @param lengths the most that a list may hold, by names such as {@code order.nodes}
     * @param pause seconds between two orders
     * @param instantActions the types that it knows; none when it tells none
     */
    static byte[] of(Dialect dialect, Map<String, Integer> lengths, double pause, String... instantActions) {
        try (InputStream file = Factsheets.class.getResourceAsStream("factsheet-" + dialect.version + ".json")) {
            ObjectNode json = (ObjectNode) new ObjectMapper().readTree(Objects.requireNonNull(file));
            ObjectNode limits = json.withObject("/protocolLimits");
            lengths.forEach(limits.withObject("/" + dialect.arrayLengths)::put);
            limits.withObject("/timing").put(dialect.orderInterval, pause);
            for (String type : instantActions) {
                ObjectNode action =
                        json.withArray("/protocolFeatures/" + dialect.actions).addObject();
                action.put("actionType", type).putArray("actionScopes").add("INSTANT");
                if (dialect == Dialect.V3_0) {
                    action.put("pauseAllowed", "false").put("cancelAllowed", "false");
                }
            }
            return json.toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
