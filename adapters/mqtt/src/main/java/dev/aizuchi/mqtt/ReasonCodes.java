package dev.aizuchi.mqtt;

import java.util.Map;

/** Name the reason codes of MQTT 5 (OASIS MQTT 5.0, section 2.4) that tell of a failure. */
final class ReasonCodes {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0x80, "unspecified error"),
            Map.entry(0x81, "malformed packet"),
            Map.entry(0x82, "protocol error"),
            Map.entry(0x83, "refused for a reason of the broker's own"),
            Map.entry(0x84, "MQTT 5 is not supported"),
            Map.entry(0x85, "client id not valid"),
            Map.entry(0x86, "bad user name or password"),
            Map.entry(0x87, "not authorized"),
            Map.entry(0x88, "server unavailable"),
            Map.entry(0x89, "server busy"),
            Map.entry(0x8a, "banned"),
            Map.entry(0x8b, "server shutting down"),
            Map.entry(0x8d, "keep alive timeout"),
            Map.entry(0x8e, "session taken over by another client of the same id"),
            Map.entry(0x8f, "topic filter not valid"),
            Map.entry(0x90, "topic name not valid"),
            Map.entry(0x93, "more messages at once than agreed"),
            Map.entry(0x95, "packet too large"),
            Map.entry(0x96, "message rate too high"),
            Map.entry(0x97, "quota exceeded"),
            Map.entry(0x98, "ended by an administrator"),
            Map.entry(0x99, "payload format not valid"),
            Map.entry(0x9a, "retained messages are not supported"),
            Map.entry(0x9b, "quality of service not supported"),
            Map.entry(0x9c, "use another server"),
            Map.entry(0x9d, "server moved"),
            Map.entry(0x9e, "shared subscriptions are not supported"),
            Map.entry(0x9f, "connection rate exceeded"),
            Map.entry(0xa0, "longest connect time exceeded"),
            Map.entry(0xa1, "subscription identifiers are not supported"),
            Map.entry(0xa2, "wildcard subscriptions are not supported"));

    private ReasonCodes() {}

    /** Say a code in words, with the number for who looks it up. */
    static String name(int code) {
        return String.format("%s, MQTT reason code 0x%02x", NAMES.getOrDefault(code, "unknown"), code);
    }
}
