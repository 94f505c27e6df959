package dev.aizuchi.mqtt.vda5050;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aizuchi.robot.RobotState;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hold what a vehicle told of itself.
 *
 * @param at when it came
 * @param orderUpdateId the newest message of its order that it has taken
 * @param lastSequence the sequenceId of its last node
 * @param underWay whether nodes, edges or actions of its order are left
 * @param actions status of each action, of orders and instant ones, by its id
 * @param speed metres a second; 0 when it stands; a creep when it drives and does not say how fast
 * @param charge from 0 to 1
 * @param newBaseRequest whether it will soon brake, because no more of its way is released
 */
record VehicleState(
        Instant at,
        String orderId,
        long orderUpdateId,
        String lastNodeId,
        long lastSequence,
        boolean underWay,
        boolean driving,
        boolean paused,
        boolean emergencyStop,
        String operatingMode,
        Map<String, String> actions,
        List<Problem> problems,
        Optional<Position> position,
        double speed,
        double charge,
        boolean newBaseRequest) {
    /** Before it has told anything. */
    static final VehicleState UNKNOWN = new VehicleState(
            Instant.EPOCH,
            "",
            0,
            "",
            0,
            false,
            false,
            false,
            false,
            "",
            Map.of(),
            List.of(),
            Optional.empty(),
            0,
            0,
            false);

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double CREEP = 0.1;
    private static final Set<String> OVER = Set.of("FINISHED", "FAILED");

    /** Hold where it is; metres and radians. */
    record Position(double x, double y, double theta, String map) {}

    /** Hold an error of it, with what it refers to. */
    record Problem(String type, String level, String description, Set<String> references) {
        /** Tell whether it cannot go on with its order. */
        boolean endsOrder() {
            return level.equals("FATAL") || level.equals("CRITICAL");
        }
    }

    /**
     * Read one.
     *
     * @throws IOException when it is no state
     */
    static VehicleState read(byte[] payload, Dialect dialect, Instant at) throws IOException {
        JsonNode json = MAPPER.readTree(payload);
        for (String required : List.of("orderId", "lastNodeId", "nodeStates", "edgeStates", "driving", "safetyState")) {
            if (json == null || !json.has(required)) {
                throw new IOException(required + " is missing");
            }
        }
        Map<String, String> actions = new HashMap<>();
        Map<String, String> ofOrder = actions(json.path("actionStates"));
        actions.putAll(ofOrder);
        actions.putAll(actions(json.path("instantActionStates")));
        boolean driving = json.path("driving").asBoolean();
        return new VehicleState(
                at,
                json.path("orderId").asText(),
                json.path("orderUpdateId").asLong(),
                json.path("lastNodeId").asText(),
                Math.max(0, json.path("lastNodeSequenceId").asLong()),
                !json.path("nodeStates").isEmpty() || !json.path("edgeStates").isEmpty(),
                driving,
                json.path("paused").asBoolean(),
                !json.path("safetyState")
                        .path(dialect.emergencyStop)
                        .asText("NONE")
                        .equals("NONE"),
                json.path("operatingMode").asText(),
                Map.copyOf(actions),
                problems(json.path("errors")),
                position(json.path(dialect.position)),
                driving ? speed(json.path("velocity")) : 0,
                Math.max(0, Math.min(1, json.at(dialect.charge).asDouble() / 100)),
                json.path("newBaseRequest").asBoolean());
    }

    private static Map<String, String> actions(JsonNode states) {
        Map<String, String> actions = new HashMap<>();
        states.forEach(each -> actions.put(
                each.path("actionId").asText(), each.path("actionStatus").asText()));
        return actions;
    }

    private static List<Problem> problems(JsonNode errors) {
        List<Problem> problems = new ArrayList<>();
        for (JsonNode error : errors) {
            Set<String> references = new HashSet<>();
            error.path("errorReferences")
                    .forEach(each -> references.add(each.path("referenceValue").asText()));
            problems.add(new Problem(
                    error.path("errorType").asText(),
                    error.path("errorLevel").asText(),
                    error.path("errorDescription").asText(),
                    Set.copyOf(references)));
        }
        return List.copyOf(problems);
    }

    private static Optional<Position> position(JsonNode json) {
        boolean known = json.path("positionInitialized")
                .asBoolean(json.path("localized").asBoolean());
        return known
                ? Optional.of(new Position(
                        json.path("x").asDouble(),
                        json.path("y").asDouble(),
                        json.path("theta").asDouble(),
                        json.path("mapId").asText()))
                : Optional.empty();
    }

    private static double speed(JsonNode velocity) {
        double speed =
                Math.hypot(velocity.path("vx").asDouble(), velocity.path("vy").asDouble());
        return Math.max(CREEP, speed);
    }

    /** Give it as that of a robot; it is at a place when the place's node is the last and nothing is under way. */
    RobotState robotState(VdaSettings settings, boolean latched) {
        Position here = position.orElse(new Position(0, 0, 0, ""));
        String place = settings.places().stream()
                .filter(spot -> spot.node().equals(lastNodeId) && !underWay)
                .map(VdaSettings.Spot::name)
                .findFirst()
                .orElse("");
        return new RobotState(
                at,
                here.x(),
                here.y(),
                Math.toDegrees(here.theta()),
                speed,
                charge,
                emergencyStop,
                latched || paused,
                place);
    }

    /** Tell whether fleet control may send it somewhere. */
    boolean isAutomatic() {
        return operatingMode.equals("AUTOMATIC") || operatingMode.equals("SEMIAUTOMATIC");
    }

    /** Tell whether an action is over, well or not. */
    boolean isOver(String actionId) {
        return OVER.contains(actions.getOrDefault(actionId, ""));
    }

    boolean isDone(String actionId) {
        return actions.getOrDefault(actionId, "").equals("FINISHED");
    }
}
