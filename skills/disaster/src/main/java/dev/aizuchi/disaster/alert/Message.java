package dev.aizuchi.disaster.alert;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Ask a message for its parts; what is missing is an error that names it.
 *
 * @param root the message's own element
 * @param source how errors name it
 */
record Message(Element root, String source) {
    private static final int MOST_AREAS = 12;

    Element child(String name) {
        return SafeXml.children(root, name).findFirst().orElseThrow(() -> lacks(name));
    }

    String need(Element parent, String name) {
        String text = SafeXml.text(parent, name);
        if (text.isEmpty()) {
            throw lacks(name);
        }
        return text;
    }

    OffsetDateTime needTime(Element parent, String name) {
        return time(need(parent, name), name);
    }

    Optional<OffsetDateTime> findTime(Element parent, String name) {
        String text = SafeXml.text(parent, name);
        return text.isEmpty() ? Optional.empty() : Optional.of(time(text, name));
    }

    AlertException error(String message) {
        return new AlertException(source + ": " + message);
    }

    /** An announcement of sixty towns is heard by nobody to its end. */
    static List<String> some(Stream<String> areas) {
        return areas.filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_AREAS)
                .toList();
    }

    private AlertException lacks(String name) {
        return error("has no <" + name + ">");
    }

    private OffsetDateTime time(String text, String name) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new AlertException(source + ": <" + name + "> is no time with an offset: " + text, e);
        }
    }
}
