package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.event.Percept;
import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.testkit.TestAgent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Read a context: what the robot had just said, or, in （ ）, how things stand when somebody speaks; immutable.
 *
 * <p>Only what a robot could sense is taken from it: that a loudspeaker or people among themselves are heard, and that
 * the robot is moving. All else is scenery.
 */
public final class Circumstances {
    private static final Pattern SCENE = Pattern.compile("^\\s*[（(]([^（()）]*)[)）]\\s*");

    /** The robot's words, said to be its own: ロボット「…」, or in brackets alone. */
    private static final Pattern QUOTED = Pattern.compile("^(?:ロボット|Aizuchi|AI|相槌)?\\s*[:：]?\\s*「([^「」]*)」\\s*$");

    private final Pattern moving;
    private final Pattern device;
    private final Pattern others;
    private final Pattern addressed;

    /**
     * Hold what one context tells.
     *
     * @param lastSaid what the robot had said; empty when there is a scene alone
     */
    public record Told(String lastSaid, boolean moving, boolean device, boolean others) {
        /** Bring them about. */
        public void applyTo(TestAgent agent) {
            if (moving) {
                agent.onItsWay();
            }
            if (device || others) {
                agent.perceives(new Percept.Speaker(device ? "device" : "person", "person"));
            }
        }
    }

    /** Read the words by which a scene is told. */
    public Circumstances() {
        DataFile data = DataFile.read(Circumstances.class, "circumstances.txt");
        moving = any(data, "moving");
        device = any(data, "device");
        others = any(data, "others");
        addressed = any(data, "addressed");
    }

    /** Read a context; any text is taken. */
    public Told of(String context) {
        Matcher scene = SCENE.matcher(context);
        if (!scene.find()) {
            return new Told(said(context), false, false, false);
        }
        String told = scene.group(1);
        boolean meant = addressed.matcher(told).find();
        return new Told(
                said(context.substring(scene.end())),
                moving.matcher(told).find(),
                !meant && device.matcher(told).find(),
                !meant && others.matcher(told).find());
    }

    private static String said(String context) {
        Matcher quoted = QUOTED.matcher(context);
        return quoted.find() ? quoted.group(1) : context;
    }

    private static Pattern any(DataFile data, String section) {
        return Pattern.compile("(?:" + String.join("|", data.lines(section)) + ")");
    }
}
