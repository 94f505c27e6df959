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

/** Write a sentence with its readings and how polite it is; callable from any thread. */
final class Wording {
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

    private ArrayNode ruby(String text) {
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        for (Layout.Part part : layout.parts(text)) {
            ArrayNode each = parts.addArray().add(part.text());
            if (!part.reading().isEmpty()) {
                each.add(part.reading());
            }
        }
        return parts;
    }
}
