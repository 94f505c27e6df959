package dev.aizuchi.people;

import dev.aizuchi.people.Writer.Change;
import dev.aizuchi.person.People;
import dev.aizuchi.plugin.AdapterException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Keep more and more people until the disk takes no more; say how many, and in what words that is told. */
final class Filler {
    /** Such a person takes some two kilobytes. */
    static final int VERSION = 39;

    private Filler() {}

    public static void main(String[] arguments) {
        People people = H2People.open(new PeopleSettings(Path.of(arguments[0]), Path.of(arguments[1])));
        for (int who = 0; ; who++) {
            try {
                new Change(who, VERSION).to(people);
            } catch (AdapterException e) {
                System.out.writeBytes((who + "\n" + e.getMessage()).getBytes(StandardCharsets.UTF_8));
                System.exit(0);
            }
        }
    }
}
