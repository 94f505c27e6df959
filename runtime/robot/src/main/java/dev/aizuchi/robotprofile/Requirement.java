package dev.aizuchi.robotprofile;

import java.util.Objects;

/**
 * Name what the state must be for an act to begin; a state that is not known yet does not do.
 *
 * @param that what must hold, over the names under {@code state}
 * @param otherwise how the act fails where it does not; {@code impossible} when absent
 */
record Requirement(Condition that, Ending.Then otherwise) {
    Requirement {
        Objects.requireNonNull(that, "that is missing: what must hold of the state");
        otherwise = otherwise == null ? Ending.Then.IMPOSSIBLE : otherwise;
        if (otherwise == Ending.Then.COMPLETED) {
            throw new IllegalArgumentException("otherwise must be a reason of failure, such as impossible");
        }
    }
}
