package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import java.util.Optional;

/** Know what may stand in the messages of a type. */
interface Definitions {
    /** Know nothing: only what needs no definitions is checked. */
    Definitions NONE = (bus, type, part) -> Optional.empty();

    /**
     * Give a message with every field at its default, as {@link Bus#pattern} does; empty where none is known.
     *
     * @throws IllegalArgumentException where the type should be known and is not
     */
    Optional<Datum.Fields> pattern(String bus, String type, Bus.Part part);
}
