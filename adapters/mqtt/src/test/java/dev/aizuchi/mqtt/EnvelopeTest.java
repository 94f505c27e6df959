package dev.aizuchi.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What we write, the official SDK reads, and the other way round. */
class EnvelopeTest {
    private static final Instant NOW = Instant.parse("2026-04-01T09:00:00Z");
    private static final byte[] ORDER = Wire.order(
            new Wire.Order("r", NOW, new Command("c", new Action.Notify("職員", "「来て」\nください"), Duration.ofSeconds(1))));

    private final MqttSettings plain = MqttSettings.of(URI.create("tcp://127.0.0.1:1883"), "介護 1");
    private final Envelope envelope = new Envelope(Timing.enveloped(plain), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void the_official_sdk_reads_what_is_written() {
        CloudEvent event = format().deserialize(envelope.wrap(Topic.COMMAND, ORDER));
        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(event.getType()).isEqualTo("dev.aizuchi.robot.command");
        assertThat(event.getSource()).isEqualTo(URI.create("/aizuchi/%E4%BB%8B%E8%AD%B7%201"));
        assertThat(event.getTime()).isEqualTo(NOW.atOffset(ZoneOffset.UTC));
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(Objects.requireNonNull(event.getData()).toBytes()).isEqualTo(ORDER);
        CloudEvent next = format().deserialize(envelope.wrap(Topic.COMMAND, ORDER));
        assertThat(next.getId()).as("each event has an id of its own").isNotEqualTo(event.getId());
    }

    @Test
    void what_the_official_sdk_writes_is_read() {
        CloudEvent event = CloudEventBuilder.v1()
                .withId("1")
                .withSource(URI.create("/nurse"))
                .withType("dev.aizuchi.robot.command")
                .withData("application/json", ORDER)
                .build();
        assertThat(Envelope.open(message(format().serialize(event), Envelope.CONTENT_TYPE)))
                .isEqualTo(ORDER);
    }

    @Test
    void the_content_type_decides_and_what_is_no_event_is_left_as_it_is() {
        byte[] event = envelope.wrap(Topic.COMMAND, ORDER);
        assertThat(Envelope.open(message(event, "Application/CloudEvents+JSON")))
                .isEqualTo(ORDER);
        assertThat(Envelope.open(message(event, null))).isEqualTo(event);
        assertThat(Envelope.open(message(ORDER, "application/json"))).isEqualTo(ORDER);
        byte[] button = "止まれ".getBytes(StandardCharsets.UTF_8);
        assertThat(Envelope.open(message(button, Envelope.CONTENT_TYPE))).isEqualTo(button);
    }

    @Test
    void without_the_setting_payloads_are_bare() {
        Envelope bare = new Envelope(plain, Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(bare.wrap(Topic.COMMAND, ORDER)).isEqualTo(ORDER);
        assertThat(bare.contentType()).isNull();
    }

    private static MqttMessage message(byte[] payload, @Nullable String contentType) {
        MqttMessage message = new MqttMessage(payload);
        MqttProperties properties = new MqttProperties();
        properties.setContentType(contentType);
        message.setProperties(properties);
        return message;
    }

    private static EventFormat format() {
        return Objects.requireNonNull(EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE));
    }
}
