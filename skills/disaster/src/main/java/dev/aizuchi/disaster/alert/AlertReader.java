package dev.aizuchi.disaster.alert;

import dev.aizuchi.disaster.alert.Alert.Status;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Read CAP 1.2 ({@code urn:oasis:names:tc:emergency:cap:1.2}) and JMA disaster XML
 * ({@code http://xml.kishou.go.jp/jmaxml1/}).
 *
 * <p>Of a CAP message in several languages the Japanese part is taken, else the first.
 */
public final class AlertReader {
    private static final String CAP = "urn:oasis:names:tc:emergency:cap:1.2";
    private static final String JMA = "http://xml.kishou.go.jp/jmaxml1/";
    private static final int MOST_AREAS = 12;

    private AlertReader() {}

    /**
     * Read one message.
     *
     * @param source how messages name it, such as the file's name
     * @throws AlertException when it is neither of the formats, lacks what an alert needs, or is not safe to read
     */
    public static Alert read(byte[] xml, String source) {
        Element root = SafeXml.root(xml, source);
        String space = Optional.ofNullable(root.getNamespaceURI()).orElse("");
        if (space.equals(CAP) && "alert".equals(root.getLocalName())) {
            return cap(root, source);
        }
        if (space.equals(JMA) && "Report".equals(root.getLocalName())) {
            return jma(root, source);
        }
        throw new AlertException(source + ": neither CAP 1.2 nor JMA disaster XML, but <" + root.getNodeName()
                + "> of \"" + space + "\"");
    }

    private static Alert cap(Element alert, String source) {
        List<Element> infos = SafeXml.children(alert, "info").toList();
        Element info = infos.stream()
                .filter(each -> SafeXml.text(each, "language").startsWith("ja"))
                .findFirst()
                .or(() -> infos.stream().findFirst())
                .orElse(alert);
        boolean cancelled = "Cancel".equals(SafeXml.text(alert, "msgType"));
        if (infos.isEmpty() && !cancelled) {
            throw new AlertException(source + ": the CAP message has no <info>");
        }
        Status status =
                switch (SafeXml.text(alert, "status")) {
                    case "Actual" -> Status.ACTUAL;
                    case "Exercise" -> Status.EXERCISE;
                    case "System", "Test", "Draft" -> Status.TECHNICAL;
                    default -> throw new AlertException(source + ": <status> is none of CAP 1.2");
                };
        return new Alert(
                need(alert, "identifier", source),
                time(need(alert, "sent", source), "sent", source),
                status,
                cancelled,
                SafeXml.text(info, "event"),
                SafeXml.text(info, "headline"),
                SafeXml.text(info, "severity"),
                SafeXml.text(info, "instruction"),
                some(SafeXml.children(info, "area").map(area -> SafeXml.text(area, "areaDesc"))),
                optional(SafeXml.text(info, "expires"), "expires", source));
    }

    private static Alert jma(Element report, String source) {
        Element control = child(report, "Control", source);
        Element head = child(report, "Head", source);
        Element headline = SafeXml.children(head, "Headline").findFirst().orElse(head);
        Status status =
                switch (SafeXml.text(control, "Status")) {
                    case "通常" -> Status.ACTUAL;
                    case "訓練" -> Status.EXERCISE;
                    case "試験" -> Status.TECHNICAL;
                    default -> throw new AlertException(source + ": <Status> is none of the JMA's");
                };
        return new Alert(
                need(head, "EventID", source) + "-" + SafeXml.text(head, "Serial"),
                time(need(head, "ReportDateTime", source), "ReportDateTime", source),
                status,
                "取消".equals(SafeXml.text(head, "InfoType")),
                need(head, "Title", source),
                SafeXml.text(headline, "Text"),
                "",
                "",
                some(areas(headline)),
                optional(SafeXml.text(head, "ValidDateTime"), "ValidDateTime", source));
    }

    private static Stream<String> areas(Element headline) {
        return SafeXml.children(headline, "Information")
                .flatMap(information -> SafeXml.children(information, "Item"))
                .flatMap(item -> SafeXml.children(item, "Areas"))
                .flatMap(areas -> SafeXml.children(areas, "Area"))
                .map(area -> SafeXml.text(area, "Name"));
    }

    /** An announcement of sixty towns is heard by nobody to its end. */
    private static List<String> some(Stream<String> areas) {
        return areas.filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_AREAS)
                .toList();
    }

    private static Element child(Element parent, String name, String source) {
        return SafeXml.children(parent, name)
                .findFirst()
                .orElseThrow(() -> new AlertException(source + ": has no <" + name + ">"));
    }

    private static String need(Element parent, String name, String source) {
        String text = SafeXml.text(parent, name);
        if (text.isEmpty()) {
            throw new AlertException(source + ": has no <" + name + ">");
        }
        return text;
    }

    private static Optional<OffsetDateTime> optional(String text, String name, String source) {
        return text.isEmpty() ? Optional.empty() : Optional.of(time(text, name, source));
    }

    private static OffsetDateTime time(String text, String name, String source) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new AlertException(source + ": <" + name + "> is no time with an offset: " + text, e);
        }
    }
}
