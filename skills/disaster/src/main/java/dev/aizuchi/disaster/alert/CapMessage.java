package dev.aizuchi.disaster.alert;

import dev.aizuchi.disaster.alert.Alert.Phase;
import dev.aizuchi.disaster.alert.Alert.Status;
import java.util.List;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Read a CAP 1.2 message. Of one in several languages the Japanese part is taken, else the first.
 *
 * <p>Source: OASIS Common Alerting Protocol 1.2, section 3.2.
 */
record CapMessage(Message message) {

    Alert alert() {
        Element root = message.root();
        List<Element> infos = SafeXml.children(root, "info").toList();
        Phase phase = phase(infos);
        Element info = infos.stream()
                .filter(each -> SafeXml.text(each, "language").startsWith("ja"))
                .findFirst()
                .or(() -> infos.stream().findFirst())
                .orElse(root);
        if (infos.isEmpty() && phase == Phase.ISSUED && status() != Status.TECHNICAL) {
            throw message.error("the CAP message has no <info>");
        }
        return new Alert(
                message.need(root, "sender") + "," + message.need(root, "identifier"),
                "",
                references().toList(),
                message.needTime(root, "sent"),
                status(),
                phase,
                SafeXml.text(info, "event"),
                SafeXml.text(info, "headline"),
                Message.some(SafeXml.children(info, "area").map(area -> SafeXml.text(area, "areaDesc"))),
                message.findTime(info, "expires"));
    }

    /** What is not for everybody, or only acknowledges, is no more announced than a test. */
    private Status status() {
        Element root = message.root();
        Status status =
                switch (SafeXml.text(root, "status")) {
                    case "Actual" -> Status.ACTUAL;
                    case "Exercise" -> Status.EXERCISE;
                    case "System", "Test", "Draft" -> Status.TECHNICAL;
                    default -> throw message.error("<status> is none of CAP 1.2");
                };
        boolean forAll = SafeXml.text(root, "scope").equals("Public");
        boolean answers = List.of("Ack", "Error").contains(SafeXml.text(root, "msgType"));
        return forAll && !answers ? status : Status.TECHNICAL;
    }

    private Phase phase(List<Element> infos) {
        Phase phase =
                switch (SafeXml.text(message.root(), "msgType")) {
                    case "Cancel" -> Phase.CANCELLED;
                    case "Alert", "Update", "Ack", "Error" -> Phase.ISSUED;
                    default -> throw message.error("<msgType> is none of CAP 1.2");
                };
        boolean allClear = infos.stream()
                .flatMap(info -> SafeXml.children(info, "responseType"))
                .anyMatch(type -> type.getTextContent().strip().equals("AllClear"));
        return phase == Phase.ISSUED && allClear ? Phase.LIFTED : phase;
    }

    /** Each is written as sender,identifier,sent. */
    private Stream<String> references() {
        return Stream.of(SafeXml.text(message.root(), "references").split("\\s+"))
                .filter(reference -> reference.indexOf(',') != reference.lastIndexOf(','))
                .map(reference -> reference.substring(0, reference.lastIndexOf(',')));
    }
}
