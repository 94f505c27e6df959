package dev.aizuchi.ros2.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.ros2.Json;
import dev.aizuchi.ros2.Shared;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class FitTest {
    @Test
    void completes_what_is_left_out_and_takes_whole_and_real_numbers_for_each_other() {
        assertThat(fit("geometry_msgs/msg/Vector3", "{'y': 2}"))
                .isEqualTo(Json.fields("{'x': 0.0, 'y': 2.0, 'z': 0.0}"));
        assertThat(fit("builtin_interfaces/msg/Time", "{'sec': 3.0}"))
                .isEqualTo(Json.fields("{'sec': 3, 'nanosec': 0}"));
    }

    @Test
    void takes_octets_as_numbers_and_as_base_64() {
        Datum bytes = new Datum.Octets(ByteBuffer.wrap(new byte[] {0, 1, (byte) 255}));
        assertThat(fit("sensor_msgs/msg/CompressedImage", "{'data': [0, 1, 255]}")
                        .values()
                        .get("data"))
                .isEqualTo(bytes);
        assertThat(fit("sensor_msgs/msg/CompressedImage", "{'data': 'AAH/'}")
                        .values()
                        .get("data"))
                .isEqualTo(bytes);
    }

    @Test
    void names_the_field_that_does_not_fit_and_never_its_value() {
        refused(
                "geometry_msgs/msg/TwistStamped",
                "{'twist': {'linear': {'x': '速い'}}}",
                ".twist.linear.x takes a number");
        refused("geometry_msgs/msg/Twist", "{'linear': {'w': 1}}", ".linear has no field w");
        refused("diagnostic_msgs/msg/DiagnosticArray", "{'status': [{}, {'name': 1}]}", ".status[1].name takes a text");
        refused("builtin_interfaces/msg/Time", "{'sec': 1.5}", ".sec takes a whole number");
        refused("builtin_interfaces/msg/Time", "{'nanosec': -1}", ".nanosec takes a whole number");
        refused("unique_identifier_msgs/msg/UUID", "{'uuid': [1, 2]}", ".uuid takes 16 items, but has 2");
        refused("test_msgs/msg/Strings", "{'bounded_string_value': 'これは二十二バイトより長い'}", "at most 22 bytes");
        refused("test_msgs/msg/BoundedSequences", "{'int8_values': [1, 2, 3, 4]}", ".int8_values takes at most 3");
        refused("test_msgs/msg/BasicTypes", "{'float32_value': 1e300}", ".float32_value takes a number of 32 bits");
        refused("std_msgs/msg/Header", "{'stamp': 1}", ".stamp takes fields");
    }

    private static void refused(String type, String json, String why) {
        assertThatThrownBy(() -> fit(type, json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(type)
                .hasMessageContaining(why)
                .hasMessageNotContaining("速い");
    }

    private static Datum.Fields fit(String type, String json) {
        return Fit.fit(Shared.definitions().part(type, Part.MESSAGE), Json.fields(json));
    }
}
