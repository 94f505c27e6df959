package dev.aizuchi.ros2.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.ros2.Json;
import dev.aizuchi.ros2.Shared;
import dev.aizuchi.ros2.definition.Shape.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {
    @TempDir
    Path folder;

    @Test
    void reads_every_construct_of_the_language() throws IOException {
        Message type = written("""
                # Where the robot's arm is.  It's "here".
                int32 HEX=0x1F   # a constant
                string GREETING="お茶 # どうぞ"
                string PLAIN=そのまま
                uint64 MOST=18446744073709551615
                float32 NOTHING=-inf

                bool\tready true
                byte one
                char two 65
                string<=10 name "三階"    # a default
                string<=5[<=2] names ["a, b", 'c']
                wstring wide
                float64[3] row [1.5, -2, 3e2]
                uint8[] bytes
                other_msgs/Thing thing
                Near[] near
                """, "other_msgs/msg/Thing", "int8 count 3", "own_msgs/msg/Near", "");
        assertThat(type.fields())
                .extracting(Shape.Field::name)
                .containsExactly("ready", "one", "two", "name", "names", "wide", "row", "bytes", "thing", "near");
        assertThat(type.constants())
                .containsEntry("HEX", new Datum.Whole(31))
                .containsEntry("GREETING", new Datum.Text("お茶 # どうぞ"))
                .containsEntry("PLAIN", new Datum.Text("そのまま"))
                .containsEntry("MOST", new Datum.Whole(-1))
                .containsEntry("NOTHING", new Datum.Real(Double.NEGATIVE_INFINITY));
        assertThat(type.preset())
                .isEqualTo(
                        Fit.fit(
                                type,
                                Json.fields(
                                        "{'ready': true, 'one': 0, 'two': 65, 'name': '三階', 'names': ['a, b', 'c'],"
                                                + "'wide': '', 'row': [1.5, -2, 300], 'bytes': [], 'thing': {'count': 3}, 'near': []}")));
        assertThat(type.fields().get(4).shape()).isEqualTo(new Shape.Row(new Shape.Text(false, 5), false, 2));
    }

    @Test
    void shows_a_pattern_with_one_item_in_each_sequence() {
        Message type = Shared.definitions().part("diagnostic_msgs/msg/DiagnosticArray", Part.MESSAGE);
        assertThat(type.pattern())
                .isEqualTo(Json.fields("{'header': {'stamp': {'sec': 0, 'nanosec': 0}, 'frame_id': ''}, 'status': ["
                        + "{'level': 0, 'name': '', 'message': '', 'hardware_id': '', 'values': ["
                        + "{'key': '', 'value': ''}]}]}"));
    }

    @Test
    void derives_the_messages_of_an_action() {
        Definitions definitions = Shared.definitions();
        assertThat(definitions
                        .message("test_msgs/action/Fibonacci_SendGoal_Request")
                        .pattern()
                        .values())
                .containsOnlyKeys("goal_id", "goal");
        assertThat(definitions.part("test_msgs/action/Fibonacci", Part.FEEDBACK).pattern())
                .isEqualTo(Json.fields("{'sequence': [0]}"));
        assertThat(definitions.part("std_srvs/srv/Trigger", Part.REQUEST).fields())
                .isEmpty();
    }

    @Test
    void tells_where_it_looked_for_a_type_that_is_nowhere() {
        assertThatThrownBy(() -> Shared.definitions().part("nav2_msgs/action/Spin", Part.GOAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nav2_msgs/action/Spin.action")
                .hasMessageContaining(Shared.folder().toString())
                .hasMessageContaining("source");
        assertThatThrownBy(() -> Shared.definitions().part("std_msgs/String", Part.MESSAGE))
                .hasMessageContaining("std_msgs/String is no type");
        assertThatThrownBy(() -> Shared.definitions().part("std_msgs/msg/String", Part.GOAL))
                .hasMessageContaining("has no GOAL");
        assertThatThrownBy(() -> Shared.definitions().message("../msg/Etc")).hasMessageContaining("no type");
    }

    @Test
    void refuses_a_definition_that_is_wrong_and_names_file_and_line() {
        for (String wrong : List.of(
                "int32",
                "int32 a\nint8 a",
                "int8 a 200",
                "bool a maybe",
                "int32[0] a",
                "int32<=3 a",
                "string<= a",
                "Own a",
                "missing_msgs/None a",
                "string<=2 a \"三\"",
                "int32[2] a [1, 2, 3]",
                "a b c=",
                "int32 a\n---\nint32 b")) {
            assertThatThrownBy(() -> written(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Message written(String text, String... others) throws IOException {
        write("own_msgs/msg/Own", text);
        for (int i = 0; i < others.length; i += 2) {
            write(others[i], others[i + 1]);
        }
        return new Definitions(List.of(folder)).part("own_msgs/msg/Own", Part.MESSAGE);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name + ".msg");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
