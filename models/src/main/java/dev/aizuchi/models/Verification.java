package dev.aizuchi.models;

import java.nio.file.Path;
import java.util.List;

/**
 * Tell what a full check of a model found.
 *
 * @param folder where the model lies
 * @param files sorted by name; empty when the folder does not exist or is empty
 */
public record Verification(String id, Path folder, List<FileCheck> files) {
    public Verification {
        files = List.copyOf(files);
    }

    /** Say what became of one file, named relative to the model's folder. */
    public record FileCheck(String file, Finding finding) {}

    public enum Finding {
        INTACT,
        /** Its bytes are not those that were fetched or shipped. */
        CHANGED,
        MISSING,
        /** No hash is known: it was not there when the sums were written, or there are no sums. */
        UNKNOWN
    }

    /** Say whether there are files, and none is changed or missing. */
    public boolean intact() {
        return !files.isEmpty() && broken().isEmpty();
    }

    /** Give the files that are changed or missing. */
    public List<FileCheck> broken() {
        return files.stream()
                .filter(file -> file.finding() == Finding.CHANGED || file.finding() == Finding.MISSING)
                .toList();
    }
}
