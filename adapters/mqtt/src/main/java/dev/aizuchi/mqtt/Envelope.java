package dev.aizuchi.mqtt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.jspecify.annotations.Nullable;

/**
 * Put payloads into CloudEvents 1.0 in structured JSON (CloudEvents MQTT protocol binding 1.0.2, section 3.2), if the
 * settings say so, and take them out of it, whatever the settings say: the content type tells.
 *
 * <p>In the binding's binary mode the payload is the bare data, which is what stands without an envelope too.
 */
final class Envelope {
    static final String CONTENT_TYPE = "application/cloudevents+json; charset=utf-8";

    private static final String MEDIA_TYPE = "application/cloudevents+json";

    private final MqttSettings settings;
    private final InstantSource clock;
    private final String run = UUID.randomUUID().toString();
    private final AtomicLong count = new AtomicLong();

    Envelope(MqttSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Give the content type of all that is sent, or null for bare JSON. */
    @Nullable
    String contentType() {
        return settings.cloudEvents() ? CONTENT_TYPE : null;
    }

    /** Wrap a payload, which is a JSON object, as one event of its topic. */
    byte[] wrap(Topic topic, byte[] payload) {
        if (!settings.cloudEvents()) {
            return payload;
        }
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0");
        event.put("id", run + "-" + count.incrementAndGet());
        event.put("source", source());
        event.put("type", "dev.aizuchi.robot." + topic.level());
        event.put("time", clock.instant().toString());
        event.put("datacontenttype", "application/json");
        event.putRawValue("data", new RawValue(new String(payload, StandardCharsets.UTF_8)));
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Name the robot that all is about, as a reference of RFC 3986. */
    private String source() {
        String path = URLEncoder.encode(settings.topicRoot() + "/" + settings.robot(), StandardCharsets.UTF_8);
        return "/" + path.replace("+", "%20").replace("%2F", "/");
    }

    /**
     * Take the payload out of a message that has come; as it is, when no event is found in it.
     *
     * <p>What should be an event and is none is left to its reader, who rejects it; a stop counts with any payload.
     */
    static byte[] open(MqttMessage message) {
        MqttProperties properties = message.getProperties();
        String type = properties == null ? null : properties.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(MEDIA_TYPE)) {
            return message.getPayload();
        }
        try {
            return Fields.parse(message.getPayload()).object("data").bytes();
        } catch (MalformedException e) {
            return message.getPayload();
        }
    }
}
