package dev.aizuchi.studio.live;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.easy.Layout;
import dev.aizuchi.japanese.keigo.Issue;
import dev.aizuchi.japanese.keigo.Listener;
import dev.aizuchi.japanese.keigo.Politeness;
import dev.aizuchi.japanese.keigo.PolitenessCheck;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Write a sentence with its readings and how polite it is; callable from any thread. */
final class Wording {
    /** A word in kanji or a number, and behind it how it is read: 九時（くじ）. */
    private static final Pattern READ = Pattern.compile("([\\p{IsHan}々〇0-9０-９]+)（([ぁ-ゖー]+)）");

    private final Layout layout = new Layout(new Morphology());
    private final PolitenessCheck politeness = new PolitenessCheck();

    /**
     * Put a text into an event, with its readings and its politeness; what a person says is judged as among friends.
     */
    void put(ObjectNode event, String text, boolean bySpeaker) {
        event.put("text", text);
        event.set("ruby", ruby(text));
        if (text.isBlank()) {
            return;
        }
        Politeness found = politeness.check(text, bySpeaker ? Listener.FRIEND : Listener.GUEST);
        event.put("level", found.level().wireName());
        for (Issue issue : found.issues()) {
            event.withArray("issues")
                    .addObject()
                    .put("kind", issue.kind().wireName())
                    .put("surface", issue.surface())
                    .put("repair", issue.repair());
        }
    }

    /** Part a text into what stands alone and what has a reading over it. */
    ArrayNode ruby(String text) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        // A reading in brackets that the speaker wrote is no mark of ours: the text stays without readings.
        if (READ.matcher(text).find()) {
            return parts.add(JsonNodeFactory.instance.arrayNode().add(text));
        }
        String read = layout.withReadings(text);
        Matcher matcher = READ.matcher(read);
        int at = 0;
        while (matcher.find()) {
            add(parts, read.substring(at, matcher.start()));
            parts.addArray().add(matcher.group(1)).add(matcher.group(2));
            at = matcher.end();
        }
        add(parts, read.substring(at));
        return parts;
    }

    private static void add(ArrayNode parts, String plain) {
        if (!plain.isEmpty()) {
            parts.addArray().add(plain);
        }
    }
}
