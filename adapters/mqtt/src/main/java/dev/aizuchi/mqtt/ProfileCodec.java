package dev.aizuchi.mqtt;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Effect;
import dev.aizuchi.robot.RobotProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Write what a robot can do, with its limits, and read it again. */
final class ProfileCodec {
    private ProfileCodec() {}

    static ObjectNode write(RobotProfile profile) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", profile.name());
        json.put("minimum_battery", profile.minimumBattery());
        json.put("maximum_state_age_ms", profile.maximumStateAge().toMillis());
        ArrayNode capabilities = json.putArray("capabilities");
        for (Capability capability : profile.capabilities()) {
            ObjectNode each = capabilities.addObject();
            each.put("action", capability.action());
            each.put("effect", Fields.lower(capability.effect()));
            each.put("moves", capability.moves());
            ArrayNode limits = each.putArray("limits");
            capability.limits().forEach(limit -> write(limit, limits.addObject()));
        }
        return json;
    }

    private static void write(Limit limit, ObjectNode json) {
        json.put("argument", limit.argument());
        if (limit instanceof Limit.Range range) {
            json.put("kind", "range").put("min", range.min()).put("max", range.max());
        } else if (limit instanceof Limit.OneOf oneOf) {
            ArrayNode values = json.put("kind", "one_of").putArray("values");
            oneOf.values().forEach(values::add);
        } else if (limit instanceof Limit.AnyText anyText) {
            json.put("kind", "any_text").put("max_length", anyText.maxLength());
        } else {
            json.put("kind", "yes_no");
        }
    }

    static RobotProfile read(Fields json) throws MalformedException {
        List<Capability> capabilities = new ArrayList<>();
        for (Fields each : json.objects("capabilities")) {
            List<Limit> limits = new ArrayList<>();
            for (Fields limit : each.objects("limits")) {
                limits.add(limit(limit));
            }
            capabilities.add(new Capability(
                    each.word("action"), each.constant("effect", Effect.class), each.flag("moves"), limits));
        }
        long age = json.whole("maximum_state_age_ms");
        if (age <= 0) {
            throw new MalformedException("maximum_state_age_ms is not positive");
        }
        return new RobotProfile(json.word("name"), capabilities, json.part("minimum_battery"), Duration.ofMillis(age));
    }

    private static Limit limit(Fields json) throws MalformedException {
        String argument = json.word("argument");
        return switch (json.word("kind")) {
            case "range" -> range(argument, json.number("min"), json.number("max"));
            case "one_of" -> new Limit.OneOf(argument, json.words("values"));
            case "any_text" -> new Limit.AnyText(argument, (int) Math.min(json.whole("max_length"), Integer.MAX_VALUE));
            case "yes_no" -> new Limit.YesNo(argument);
            default -> throw new MalformedException("kind is none of the known limits");
        };
    }

    private static Limit range(String argument, double min, double max) throws MalformedException {
        if (min > max) {
            throw new MalformedException("min is above max");
        }
        return new Limit.Range(argument, min, max);
    }
}
