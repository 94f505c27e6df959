package dev.aizuchi.disaster.alert;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Hold one alert, whatever format it came in.
 *
 * @param id names the message among all of its sender
 * @param sent when it was issued
 * @param status {@link Status#ACTUAL} for what is really happening
 * @param cancelled whether it takes an earlier one back
 * @param event what happens, such as 津波警報
 * @param headline one or two sentences for the public; may be ""
 * @param severity as CAP grades it: Extreme, Severe, Moderate, Minor, Unknown; "" where the format has none
 * @param instruction what the issuer advises; may be ""
 * @param areas where it holds, in the order given
 * @param expires until when, where that is told
 */
public record Alert(
        String id,
        OffsetDateTime sent,
        Status status,
        boolean cancelled,
        String event,
        String headline,
        String severity,
        String instruction,
        List<String> areas,
        Optional<OffsetDateTime> expires) {
    /** Say whether the alert is meant. */
    public enum Status {
        /** It is meant. */
        ACTUAL,
        /** A drill. */
        EXERCISE,
        /** Not for the public: tests, drafts, messages between systems. */
        TECHNICAL
    }

    /** Copies the list. */
    public Alert {
        areas = List.copyOf(areas);
        if (id.isBlank()) {
            throw new IllegalArgumentException("an alert needs an id");
        }
    }

    /** Tell whether it takes an earlier one back. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** Tell whether it is a drill. */
    public boolean isExercise() {
        return status == Status.EXERCISE;
    }

    /** Tell whether people are to hear of it at a time. */
    public boolean isForPublic(OffsetDateTime now) {
        return status != Status.TECHNICAL
                && expires.map(end -> end.isAfter(now)).orElse(true);
    }
}
