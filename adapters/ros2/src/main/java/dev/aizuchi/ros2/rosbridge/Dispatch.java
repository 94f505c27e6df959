package dev.aizuchi.ros2.rosbridge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.robot.Outcome.Reason;
import java.lang.System.Logger.Level;

/** Give each message of the bridge to whom it concerns; confined to the bus's thread. */
final class Dispatch {
    private static final System.Logger LOG = System.getLogger(Dispatch.class.getName());

    private final Topics topics;
    private final Requests requests;
    private final Acceptance acceptance;
    private final Hosted hosted;

    Dispatch(Topics topics, Requests requests, Acceptance acceptance, Hosted hosted) {
        this.topics = topics;
        this.requests = requests;
        this.acceptance = acceptance;
        this.hosted = hosted;
    }

    /** Say everything again to a bridge that has forgotten it. */
    void restore() {
        topics.restore();
        acceptance.restore();
        hosted.restore();
    }

    /** End all that is open on either side. */
    void abandon(String why) {
        requests.endAll(new Answer.Failed(Reason.UNREACHABLE, why));
        hosted.abandon();
    }

    void received(String text) {
        JsonNode message = Notation.read(text);
        switch (message.path("op").asText()) {
            case "publish" -> published(message);
            case "service_response" -> requests.answered(message, Part.RESPONSE);
            case "action_feedback" -> requests.feedback(message);
            case "action_result" -> requests.answered(message, Part.RESULT);
            case "call_service" -> hosted.called(message);
            case "send_action_goal" -> hosted.begin(message);
            case "cancel_action_goal" -> hosted.cancel(message);
            case "status" -> status(message);
            default -> LOG.log(Level.DEBUG, "rosbridge sent something that is not known here");
        }
    }

    private void published(JsonNode message) {
        if (!acceptance.received(message)) {
            topics.received(message);
        }
    }

    /** Take a trouble. Its text may hold what was sent, so it is not logged. */
    private void status(JsonNode message) {
        String id = message.path("id").asText();
        String level = message.path("level").asText();
        if (level.equals("error") || level.equals("warning")) {
            LOG.log(Level.WARNING, "rosbridge tells a trouble ({0}) about {1}", level, id);
        }
        if (level.equals("error")) {
            requests.end(id, new Answer.Failed(Reason.FAULT, message.path("msg").asText()));
        }
    }
}
