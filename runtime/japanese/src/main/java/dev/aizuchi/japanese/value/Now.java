package dev.aizuchi.japanese.value;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Hold the moment from which relative expressions count, if it is known. */
record Now(@Nullable LocalDateTime moment) {
    boolean isKnown() {
        return moment != null;
    }

    LocalDateTime time() {
        if (moment == null) {
            throw new IllegalStateException("no reference time was given");
        }
        return moment;
    }

    LocalDate today() {
        return time().toLocalDate();
    }
}
