package dev.aizuchi.mqtt.homie;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hold a device's {@code $description}: what can be set of it, and the root device whose loss is its own.
 *
 * <p>A property that is not as the convention has it is left out, as the convention asks; the others stay.
 */
record Description(String device, String root, List<Property> settable) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ID = "[a-z0-9-]+";

    Description {
        settable = List.copyOf(settable);
    }

    /**
     * Read one.
     *
     * @throws IOException when it is none of Homie 5
     */
    static Description read(String device, byte[] payload, Map<String, String> places) throws IOException {
        JsonNode json = MAPPER.readTree(payload);
        if (json == null || !json.path("homie").asText().startsWith("5.") || !device.matches(ID)) {
            throw new IOException("it is no description of Homie 5");
        }
        List<Property> settable = new ArrayList<>();
        for (Map.Entry<String, JsonNode> node : json.path("nodes").properties()) {
            for (Map.Entry<String, JsonNode> property :
                    node.getValue().path("properties").properties()) {
                property(device, json, node, property, places).ifPresent(settable::add);
            }
        }
        return new Description(device, json.path("root").asText(device), settable);
    }

    private static Optional<Property> property(
            String device,
            JsonNode json,
            Map.Entry<String, JsonNode> node,
            Map.Entry<String, JsonNode> property,
            Map<String, String> places) {
        JsonNode says = property.getValue();
        if (!says.path("settable").asBoolean()
                || !node.getKey().matches(ID)
                || !property.getKey().matches(ID)) {
            return Optional.empty();
        }
        String unit = says.path("unit").asText();
        Kind kind = Kind.of(
                node.getValue().path("type").asText(),
                node.getKey(),
                json.path("type").asText(),
                device);
        return Format.of(says.path("datatype").asText(), says.path("format").asText(), unit)
                .map(format -> new Property(
                        device,
                        node.getKey(),
                        property.getKey(),
                        names(device, json, node, places),
                        kind,
                        format,
                        unit,
                        says.path("retained").asBoolean(true)));
    }

    /** Give the place that the settings name, or else what the device and its node are called. */
    private static List<String> names(
            String device, JsonNode json, Map.Entry<String, JsonNode> node, Map<String, String> places) {
        String place = places.getOrDefault(device + "/" + node.getKey(), places.get(device));
        if (place != null) {
            return List.of(place);
        }
        List<String> names = Stream.of(json, node.getValue())
                .map(each -> each.path("name").asText())
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        return names.isEmpty() ? List.of(device) : names;
    }
}
