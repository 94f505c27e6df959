package dev.aizuchi.ros2.hri;

import dev.aizuchi.bus.Endpoint;
import java.util.regex.Pattern;

/** Name the topics and actions of ROS4HRI, below a prefix. */
record Names(String prefix) {
    /** What may stand in the name of a topic. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,100}");

    private static final String TEXT = "std_msgs/msg/String";
    private static final String FLAG = "std_msgs/msg/Bool";
    private static final String IDS = "hri_msgs/msg/IdsList";

    static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    Endpoint speech(String voice) {
        return of("/humans/voices/" + voice + "/speech", "hri_msgs/msg/LiveSpeech");
    }

    Endpoint isSpeaking(String voice) {
        return of("/humans/voices/" + voice + "/is_speaking", FLAG);
    }

    Endpoint voices() {
        return of("/humans/voices/tracked", IDS);
    }

    Endpoint persons() {
        return of("/humans/persons/tracked", IDS);
    }

    Endpoint engagement(String person) {
        return of("/humans/persons/" + person + "/engagement_status", "hri_msgs/msg/EngagementLevel");
    }

    Endpoint voiceOf(String person) {
        return of("/humans/persons/" + person + "/voice_id", TEXT);
    }

    Endpoint intents() {
        return of("/intents", "hri_actions_msgs/msg/Intent");
    }

    Endpoint skill(String name, String type) {
        return of("/skill/" + name, "communication_skills/action/" + type);
    }

    private Endpoint of(String name, String type) {
        return Endpoint.of(prefix + name, type);
    }
}
