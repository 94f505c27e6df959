package dev.aizuchi.mqtt;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.robot.RobotState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Write and read the payload of every topic: JSON in UTF-8, keys in snake case, units in the keys. */
final class Wire {
    private static final long MAX_DEADLINE_MS = Duration.ofHours(24).toMillis();

    private Wire() {}

    /** A command with the runtime that gave it, and when by that runtime's clock. */
    record Order(String from, Instant issuedAt, Command command) {}

    /** What became of a command or a stop on arrival; {@code detail} is a word for people who look for a fault. */
    record Ack(String id, Result result, String detail) {
        enum Result {
            ACCEPTED,
            DUPLICATE,
            EXPIRED,
            REJECTED
        }
    }

    record Progress(String id, double done) {}

    record Ending(String id, Outcome outcome) {}

    /** A heartbeat, stop or resume: the n-th of one runtime since its start. */
    record Signal(String from, long seq) {
        /** Name a stop in its acknowledgement. */
        String id() {
            return "stop-" + from + "-" + seq;
        }
    }

    static byte[] order(Order order) {
        Command command = order.command();
        ObjectNode json = id(command.id());
        json.put("from", order.from());
        json.put("issued_at", order.issuedAt().toString());
        json.put("deadline_ms", Math.max(1, command.deadline().toMillis()));
        json.put("action", command.action().name());
        json.set("arguments", ActionCodec.write(command.action().arguments()));
        return bytes(json);
    }

    static Order order(Fields json) throws MalformedException {
        long deadline = json.whole("deadline_ms");
        if (deadline <= 0 || deadline > MAX_DEADLINE_MS) {
            throw new MalformedException("deadline_ms is not from 1 ms to one day");
        }
        Action action = ActionCodec.action(json.word("action"), json.object("arguments"));
        Command command = new Command(id(json), action, Duration.ofMillis(deadline));
        return new Order(json.word("from"), json.instant("issued_at"), command);
    }

    static byte[] ack(Ack ack) {
        ObjectNode json = id(ack.id());
        json.put("result", Fields.lower(ack.result()));
        json.put("detail", ack.detail());
        return bytes(json);
    }

    static Ack ack(Fields json) throws MalformedException {
        return new Ack(json.text("id"), json.constant("result", Ack.Result.class), json.text("detail"));
    }

    static byte[] progress(Progress progress) {
        return bytes(id(progress.id()).put("done", progress.done()));
    }

    static Progress progress(Fields json) throws MalformedException {
        return new Progress(id(json), json.part("done"));
    }

    static byte[] ending(Ending ending) {
        ObjectNode json = id(ending.id());
        if (ending.outcome() instanceof Outcome.Failed failed) {
            json.put("outcome", "failed");
            json.put("reason", Fields.lower(failed.reason()));
            json.put("detail", failed.detail());
        } else {
            json.put("outcome", "completed");
        }
        return bytes(json);
    }

    static Ending ending(Fields json) throws MalformedException {
        String id = id(json);
        return switch (json.text("outcome")) {
            case "completed" -> new Ending(id, new Outcome.Completed());
            case "failed" ->
                new Ending(id, new Outcome.Failed(json.constant("reason", Outcome.Reason.class), json.text("detail")));
            default -> throw new MalformedException("outcome is neither completed nor failed");
        };
    }

    static byte[] cancel(String id) {
        return bytes(id(id));
    }

    /** Read the id that most messages have. */
    static String id(Fields json) throws MalformedException {
        String id = json.word("id");
        if (id.length() > 200) {
            throw new MalformedException("id is longer than 200");
        }
        return id;
    }

    static byte[] signal(Signal signal) {
        return bytes(
                JsonNodeFactory.instance.objectNode().put("from", signal.from()).put("seq", signal.seq()));
    }

    static Signal signal(Fields json) throws MalformedException {
        return new Signal(json.word("from"), json.whole("seq"));
    }

    static byte[] state(RobotState state) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("at", state.at().toString());
        json.put("x_m", state.x());
        json.put("y_m", state.y());
        json.put("heading_deg", state.headingDeg());
        json.put("speed_mps", state.speed());
        json.put("battery", state.battery());
        json.put("emergency_stop", state.emergencyStop());
        json.put("stopped", state.stopped());
        json.put("place", state.place());
        return bytes(json);
    }

    static RobotState state(Fields json) throws MalformedException {
        return new RobotState(
                json.instant("at"),
                json.number("x_m"),
                json.number("y_m"),
                json.number("heading_deg"),
                json.number("speed_mps"),
                json.part("battery"),
                json.flag("emergency_stop"),
                json.flag("stopped"),
                json.text("place"));
    }

    static byte[] percept(Percept percept) {
        return bytes(PerceptCodec.write(percept));
    }

    static byte[] status(boolean online) {
        return bytes(JsonNodeFactory.instance.objectNode().put("online", online));
    }

    static boolean status(Fields json) throws MalformedException {
        return json.flag("online");
    }

    static byte[] profile(RobotProfile profile) {
        return bytes(ProfileCodec.write(profile));
    }

    private static ObjectNode id(String id) {
        return JsonNodeFactory.instance.objectNode().put("id", id);
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
