package dev.aizuchi.models;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Keep names that come from outside below the folder they are meant for. */
final class SafePath {
    private SafePath() {}

    /** Refuse a name that is absolute, climbs, or means different things on different systems. */
    static void check(String name) {
        boolean climbs = ("/" + name + "/").contains("/../") || ("/" + name + "/").contains("/./");
        boolean absolute = name.startsWith("/") || name.contains(":");
        if (name.isBlank()
                || climbs
                || absolute
                || name.contains("\\")
                || name.chars().anyMatch(c -> c < ' ')) {
            throw new IllegalArgumentException("\"" + name + "\" is not a relative path that stays below its folder");
        }
    }

    static Path below(Path folder, String name) {
        check(name);
        try {
            Path path = folder.resolve(name).normalize();
            if (path.startsWith(folder.normalize()) && !path.equals(folder.normalize())) {
                return path;
            }
            throw new IllegalArgumentException("\"" + name + "\" leaves " + folder);
        } catch (InvalidPathException e) {
            // A Japanese name under LC_ALL=C or POSIX: Java cannot spell it to the system.
            throw new IllegalArgumentException(
                    "the file name \"" + name + "\" cannot be written in this locale; start with LC_ALL=C.UTF-8", e);
        }
    }
}
