package dev.aizuchi.ros2.cdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.ros2.Json;
import dev.aizuchi.ros2.Shared;
import dev.aizuchi.ros2.definition.Definitions;
import dev.aizuchi.ros2.definition.Fit;
import dev.aizuchi.ros2.definition.Primitive;
import dev.aizuchi.ros2.definition.Shape;
import dev.aizuchi.ros2.definition.Shape.Message;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CdrTest {
    private static final Definitions DEFINITIONS = Shared.definitions();
    private static final List<String> TYPES = List.of(
            "test_msgs/msg/MultiNested",
            "test_msgs/msg/UnboundedSequences",
            "test_msgs/msg/BoundedSequences",
            "test_msgs/msg/Arrays",
            "test_msgs/msg/Strings",
            "test_msgs/msg/WStrings",
            "diagnostic_msgs/msg/DiagnosticArray",
            "sensor_msgs/msg/BatteryState",
            "geometry_msgs/msg/PoseStamped",
            "std_msgs/msg/Empty");

    @Test
    void reads_big_endian_too() throws MalformedException {
        byte[] bytes = HexFormat.of().parseHex("000000000000000500000006" + "00000004e381af00");
        assertThat(Cdr.decode(message("std_msgs/msg/Header"), bytes))
                .isEqualTo(Json.fields("{'stamp': {'sec': 5, 'nanosec': 6}, 'frame_id': 'は'}"));
    }

    @Test
    void carries_a_megabyte_of_octets_without_taking_it_apart() throws MalformedException {
        byte[] picture = new byte[1 << 20];
        new Random(7).nextBytes(picture);
        Message type = message("sensor_msgs/msg/CompressedImage");
        Datum.Fields sent = new Datum.Fields(Map.of("data", new Datum.Octets(ByteBuffer.wrap(picture))));
        Datum.Fields read = Cdr.decode(type, Cdr.encode(type, sent));
        assertThat(read.values().get("data")).isEqualTo(sent.values().get("data"));
    }

    @Test
    void refuses_lengths_that_the_bytes_do_not_have() {
        refused("std_msgs/msg/String", "00010000ffffffff", ".data is cut off");
        refused("std_msgs/msg/String", "000100000500000061", ".data is cut off");
        refused("std_msgs/msg/String", "00010000" + "02000000" + "6161", ".data is a text that does not end");
        refused("std_msgs/msg/String", "00010000" + "02000000" + "ff00", ".data is a text that is not in UTF-8");
        refused("std_msgs/msg/String", "00070000" + "0100000000", "not in plain CDR");
        refused("std_msgs/msg/String", "0001", "not in plain CDR");
        refused("std_msgs/msg/Empty", "00010000", "cut off");
        refused("diagnostic_msgs/msg/DiagnosticArray", "00010000" + "00".repeat(12) + "00ffff7f", "cut off");
        refused("std_srvs/srv/SetBool_Request", "0001000002", ".data is neither");
    }

    @Test
    void refuses_more_items_than_a_bounded_sequence_takes() {
        byte[] bytes = Cdr.encode(message("test_msgs/msg/BoundedSequences"), Datum.Fields.NONE);
        bytes[Cdr.HEADER] = 4;
        assertThatThrownBy(() -> Cdr.decode(message("test_msgs/msg/BoundedSequences"), bytes))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining(".bool_values has 4 items, but may have 3");
    }

    @Property(tries = 300)
    void gives_back_what_was_written(@ForAll("types") String name, @ForAll long seed) throws MalformedException {
        Message type = message(name);
        Datum.Fields message = Fit.fit(type, (Datum.Fields) any(type, new Random(seed)));
        assertThat(Cdr.decode(type, Cdr.encode(type, message))).isEqualTo(message);
    }

    @Property(tries = 2_000)
    void survives_any_bytes(@ForAll("types") String name, @ForAll byte[] bytes) {
        byte[] hostile = new byte[bytes.length + Cdr.HEADER];
        hostile[1] = 1;
        System.arraycopy(bytes, 0, hostile, Cdr.HEADER, bytes.length);
        readOrRefuse(message(name), hostile);
    }

    @Property(tries = 2_000)
    void survives_any_change_of_a_message(@ForAll("types") String name, @ForAll long seed) {
        Random random = new Random(seed);
        Message type = message(name);
        byte[] bytes = Cdr.encode(type, (Datum.Fields) any(type, random));
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        readOrRefuse(type, Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)));
    }

    @Provide
    Arbitrary<String> types() {
        return Arbitraries.of(TYPES);
    }

    private static void readOrRefuse(Message type, byte[] bytes) {
        try {
            Datum.Fields read = Cdr.decode(type, bytes);
            assertThat(read.values()).hasSameSizeAs(type.fields());
        } catch (MalformedException e) {
            assertThat(e).hasMessageStartingWith(type.name());
        }
    }

    private static void refused(String type, String hex, String why) {
        assertThatThrownBy(() -> Cdr.decode(message(type), HexFormat.of().parseHex(hex)))
                .isInstanceOf(MalformedException.class)
                .hasMessageStartingWith(type)
                .hasMessageContaining(why);
    }

    private static Message message(String name) {
        return name.contains("/srv/") ? DEFINITIONS.message(name) : DEFINITIONS.part(name, Part.MESSAGE);
    }

    private static Datum any(Shape shape, Random random) {
        if (shape instanceof Primitive primitive) {
            return primitive(primitive, random);
        }
        if (shape instanceof Shape.Text text) {
            int length = random.nextInt(text.bound() == Shape.Text.UNBOUNDED ? 12 : text.bound() / 4);
            return new Datum.Text(text(length, random));
        }
        if (shape instanceof Shape.Row row) {
            int count = row.fixed() ? row.bound() : random.nextInt(Math.min(row.bound(), 4));
            List<Datum> items = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                items.add(any(row.item(), random));
            }
            return new Datum.Items(items);
        }
        Map<String, Datum> values = new LinkedHashMap<>();
        ((Message) shape).fields().forEach(field -> values.put(field.name(), any(field.shape(), random)));
        return new Datum.Fields(values);
    }

    private static Datum primitive(Primitive primitive, Random random) {
        if (primitive == Primitive.BOOL) {
            return new Datum.Flag(random.nextBoolean());
        }
        if (primitive.isReal()) {
            return new Datum.Real(primitive == Primitive.FLOAT32 ? random.nextFloat() : random.nextGaussian());
        }
        boolean signed = primitive.name().startsWith("I");
        int bits = 8 * primitive.bytes();
        return new Datum.Whole(
                bits == 64
                        ? random.nextLong()
                        : signed ? random.nextLong() >> (64 - bits) : random.nextLong() >>> (64 - bits));
    }

    private static String text(int length, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    List.of((int) 'a', 0x3042, 0x6771, 0x20bb7, 0x1f475, 0x301).get(random.nextInt(6)));
        }
        return text.toString();
    }
}
