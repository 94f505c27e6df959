package dev.aizuchi.models;

import java.nio.file.Path;

/**
 * Tell where a model stands, by a quick look.
 *
 * @param folder where it lies, or would lie once fetched
 */
public record ModelStatus(ModelEntry entry, State state, Path folder) {
    public enum State {
        /** It came with the product. */
        SHIPPED,
        FETCHED,
        MISSING,
        /** Files are missing, or have another length than when they were fetched. */
        CORRUPT
    }

    /** Say whether it can be used. */
    public boolean usable() {
        return state == State.SHIPPED || state == State.FETCHED;
    }
}
