package dev.aizuchi.robotprofile;

import dev.aizuchi.models.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Gather what is wrong with a file, each thing once. */
final class Faults {
    private final FileLines lines;
    private final List<Fault> all = new ArrayList<>();

    Faults(FileLines lines) {
        this.lines = lines;
    }

    List<Fault> all() {
        return List.copyOf(all);
    }

    void add(String path, String message) {
        Fault fault = lines.fault(path, message);
        if (!all.contains(fault)) {
            all.add(fault);
        }
    }

    /** Try something; what it throws is a fault of the key. */
    <T> Optional<T> at(String path, Supplier<T> trying) {
        try {
            return Optional.of(trying.get());
        } catch (IllegalArgumentException e) {
            add(path, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Require a bus that the file has. */
    void bus(String name, Set<String> known, String path) {
        if (!known.contains(name)) {
            add(path + "/on", "no bus " + name + Suggestion.hint(name, known));
        }
    }
}
