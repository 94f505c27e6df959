package dev.aizuchi.mqtt.vda5050;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a vehicle may leave out by the schemas is not asked for, and what it may tell besides does no harm. */
class VehicleStateTest {
    private static final Map<Dialect, String> LEAST = Map.of(Dialect.V2_1, """
                    {"headerId": 1, "timestamp": "2026-04-01T09:00:00.12Z", "version": "2.1.0", "manufacturer": "KIT",
                     "serialNumber": "1", "orderId": "", "orderUpdateId": 0, "lastNodeId": "", "lastNodeSequenceId": 0,
                     "nodeStates": [], "edgeStates": [], "driving": true, "actionStates": [], "errors": [],
                     "batteryState": {"batteryCharge": 55.5, "charging": false}, "operatingMode": "SEMIAUTOMATIC",
                     "safetyState": {"eStop": "AUTOACK", "fieldViolation": false}}""", Dialect.V3_0, """
                    {"headerId": 1, "timestamp": "2026-04-01T09:00:00.123Z", "version": "3.0.0", "manufacturer": "KIT",
                     "serialNumber": "1", "orderId": "", "orderUpdateId": 0, "lastNodeId": "", "lastNodeSequenceId": 0,
                     "nodeStates": [], "edgeStates": [], "driving": true, "actionStates": [], "errors": [],
                     "instantActionStates": [], "powerSupply": {"stateOfCharge": 55.5, "charging": false},
                     "operatingMode": "SEMIAUTOMATIC",
                     "safetyState": {"activeEmergencyStop": "REMOTE", "fieldViolation": false}}""");

    @Test
    void the_least_that_a_state_must_tell_is_understood() throws Exception {
        for (Dialect dialect : Dialect.values()) {
            byte[] message = LEAST.getOrDefault(dialect, "").getBytes(StandardCharsets.UTF_8);
            assertThat(MessageSchemas.faults(dialect, "state", message)).isEmpty();
            VehicleState state = VehicleState.read(message, dialect, Instant.EPOCH);
            assertThat(state.charge()).isEqualTo(0.555);
            assertThat(state.emergencyStop()).isTrue();
            assertThat(state.isAutomatic()).isTrue();
            assertThat(state.paused()).isFalse();
            assertThat(state.speed()).as("it drives, and does not say how fast").isPositive();
            assertThat(state.position()).isEmpty();
        }
    }

    @Test
    void all_that_a_state_may_tell_besides_is_let_be() throws Exception {
        String more = """
                {"maps": [{"mapId": "floor-1", "mapVersion": "1", "mapStatus": "ENABLED"}], "distanceSinceLastNode": 0.2,
                 "loads": [{"loadId": "7"}], "information": [{"infoType": "x", "infoLevel": "DEBUG"}],
                 "velocity": {"vx": 0.3, "vy": 0.4, "omega": 0}, "newBaseRequest": true,\s""";
        for (Dialect dialect : Dialect.values()) {
            byte[] message = LEAST.getOrDefault(dialect, "")
                    .replaceFirst("\\{", more)
                    .replace("\"driving\": true", "\"driving\": true, \"paused\": true")
                    .getBytes(StandardCharsets.UTF_8);
            assertThat(MessageSchemas.faults(dialect, "state", message)).isEmpty();
            VehicleState state = VehicleState.read(message, dialect, Instant.EPOCH);
            assertThat(state.speed()).isEqualTo(0.5);
            assertThat(state.paused()).isTrue();
            assertThat(state.newBaseRequest()).isTrue();
        }
    }
}
