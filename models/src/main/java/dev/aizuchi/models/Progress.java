package dev.aizuchi.models;

import java.nio.file.Path;
import java.time.Duration;

/** Tell how a fetch goes on. */
public sealed interface Progress {
    /** Bytes of one file so far; {@code total} is 0 when the server does not say it. */
    record Downloading(String file, long done, long total) implements Progress {}

    /** A connection that failed and is tried again after a wait. */
    record Retrying(String file, String reason, Duration pause) implements Progress {}

    /** Another fetch holds the store. */
    record Waiting(Path lock) implements Progress {}

    /** All bytes are here and are checked and unpacked. */
    record Unpacking(String file) implements Progress {}

    /** A hash pinned because the catalogue gives none. */
    record Pinned(String file, String sha256, Path lockFile) implements Progress {}
}
