package dev.aizuchi.people;

import java.nio.file.Path;

/**
 * Say where people are kept.
 *
 * @param directory folder of the database, made when it is missing
 * @param key file with 32 random bytes, made with the first person; keep it apart from copies of the directory
 */
public record PeopleSettings(Path directory, Path key) {
    public PeopleSettings {
        directory = directory.toAbsolutePath().normalize();
        key = key.toAbsolutePath().normalize();
        if (directory.toString().contains(";")) {
            throw new IllegalArgumentException(
                    directory + " has a ; in it, which H2 does not take; name another folder");
        }
    }
}
