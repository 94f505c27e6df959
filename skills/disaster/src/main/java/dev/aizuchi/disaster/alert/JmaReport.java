package dev.aizuchi.disaster.alert;

import dev.aizuchi.disaster.alert.Alert.Phase;
import dev.aizuchi.disaster.alert.Alert.Status;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Read a report of the JMA's disaster XML by its control part and its head, which all kinds of reports share.
 *
 * <p>One event has several kinds of reports with one {@code EventID}, and weather warnings have none: so the id is made
 * of all that tells reports apart. What a warning is about stands in the kinds of the headline; of them those that are
 * over are left out, and advisories are where there is a warning besides.
 *
 * <p>Source: 気象庁防災情報XMLフォーマット, 共通部, 管理部 and ヘッダ部.
 */
final class JmaReport {
    private static final Pattern OVER = Pattern.compile("解除$|なし$|^解除|若干の海面変動");
    private static final Pattern ADVISORY = Pattern.compile("注意報$");
    /** A warning of a quake that is on its way is about seconds. */
    private static final String EARLY_WARNING = "緊急地震速報";

    private static final Duration SECONDS = Duration.ofMinutes(1);

    private final Message message;
    private final Element control;
    private final Element head;
    private final Element headline;
    private final List<Element> items;

    JmaReport(Message message) {
        this.message = message;
        control = message.child("Control");
        head = message.child("Head");
        headline = SafeXml.children(head, "Headline").findFirst().orElse(head);
        // The first list of areas is the coarsest; those after it say the same of smaller ones.
        items = SafeXml.children(headline, "Information").findFirst().stream()
                .flatMap(information -> SafeXml.children(information, "Item"))
                .toList();
    }

    Alert alert() {
        OffsetDateTime sent = message.needTime(head, "ReportDateTime");
        String type = message.need(head, "InfoType");
        String series = String.join(
                "|", text(control, "EditorialOffice"), title(), text(head, "InfoKind"), text(head, "EventID"));
        return new Alert(
                String.join("|", series, text(head, "Serial"), type, sent.toString()),
                series,
                List.of(),
                sent,
                status(),
                phase(type),
                event(),
                text(headline, "Text"),
                Message.some(items.stream().filter(JmaReport::holds).flatMap(JmaReport::areas)),
                message.findTime(head, "ValidDateTime").or(() -> soon(sent)));
    }

    private Status status() {
        return switch (SafeXml.text(control, "Status")) {
            case "通常" -> Status.ACTUAL;
            case "訓練" -> Status.EXERCISE;
            case "試験" -> Status.TECHNICAL;
            default -> throw message.error("<Status> is none of the JMA's");
        };
    }

    private Phase phase(String type) {
        if (type.equals("取消")) {
            return Phase.CANCELLED;
        }
        return !items.isEmpty() && items.stream().noneMatch(JmaReport::holds) ? Phase.LIFTED : Phase.ISSUED;
    }

    private String event() {
        List<String> going = items.stream()
                .flatMap(JmaReport::kinds)
                .filter(kind -> !OVER.matcher(kind).find())
                .distinct()
                .toList();
        List<String> warnings =
                going.stream().filter(kind -> !ADVISORY.matcher(kind).find()).toList();
        return going.isEmpty() ? title() : String.join("、", warnings.isEmpty() ? going : warnings);
    }

    private String title() {
        return message.need(head, "Title");
    }

    private Optional<OffsetDateTime> soon(OffsetDateTime sent) {
        return title().contains(EARLY_WARNING) ? Optional.of(sent.plus(SECONDS)) : Optional.empty();
    }

    private static boolean holds(Element item) {
        return kinds(item).anyMatch(kind -> !OVER.matcher(kind).find());
    }

    private static Stream<String> kinds(Element item) {
        return SafeXml.children(item, "Kind").map(kind -> text(kind, "Name")).filter(name -> !name.isEmpty());
    }

    private static Stream<String> areas(Element item) {
        return SafeXml.children(item, "Areas")
                .flatMap(areas -> SafeXml.children(areas, "Area"))
                .map(area -> text(area, "Name"));
    }

    private static String text(Element parent, String name) {
        return SafeXml.text(parent, name);
    }
}
