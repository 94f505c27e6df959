package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Datum;

/** Write messages as a robot file does. */
final class Said {
    private Said() {}

    static Datum.Fields of(String yaml) {
        try {
            return (Datum.Fields)
                    Template.of(RobotFileReader.MAPPER.readTree(yaml)).in(Datum.Fields.NONE);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
