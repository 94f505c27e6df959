package dev.aizuchi.disaster.alert;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Hold one alert, whatever format it came in.
 *
 * @param id names the message among those of all senders
 * @param series names what goes on over several messages, of which the latest counts; "" where the format has none
 * @param references ids of the messages that it replaces or takes back
 * @param sent when it was issued
 * @param status {@link Status#ACTUAL} for what is really happening
 * @param phase whether it warns, or ends a warning
 * @param event what happens, such as 津波警報
 * @param headline one or two sentences for the public; may be ""
 * @param areas where it holds, in the order given
 * @param expires until when, where that is told
 */
public record Alert(
        String id,
        String series,
        List<String> references,
        OffsetDateTime sent,
        Status status,
        Phase phase,
        String event,
        String headline,
        List<String> areas,
        Optional<OffsetDateTime> expires) {
    /** What says of itself not how long it holds is no news after this. */
    private static final Duration NEWS = Duration.ofHours(3);

    /** Say whether the alert is meant. */
    public enum Status {
        /** It is meant. */
        ACTUAL,
        /** A drill. */
        EXERCISE,
        /** Not for the public: tests, drafts, messages between systems or for named receivers. */
        TECHNICAL
    }

    /** Say what it does to a warning. */
    public enum Phase {
        /** It warns, for the first time or again. */
        ISSUED,
        /** The danger is over. */
        LIFTED,
        /** An earlier message was wrong. */
        CANCELLED
    }

    /** Copies the lists. */
    public Alert {
        references = List.copyOf(references);
        areas = List.copyOf(areas);
        if (id.isBlank()) {
            throw new IllegalArgumentException("an alert needs an id");
        }
    }

    /** Tell whether it is a drill. */
    public boolean isExercise() {
        return status == Status.EXERCISE;
    }

    /** Tell whether people may ever hear of it. */
    public boolean isForPublic() {
        return status != Status.TECHNICAL;
    }

    /** Give from when on it is out of date. */
    public OffsetDateTime end() {
        return expires.orElseGet(() -> sent.plus(NEWS));
    }
}
