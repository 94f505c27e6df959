package dev.aizuchi.people;

import dev.aizuchi.person.People;
import dev.aizuchi.person.Person;
import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Keep people in an encrypted H2 file that is open only while it is read or written.
 *
 * <p>A change is written as a new file, read again, and put in the place of the old one in one step; then the old one
 * is overwritten. So a killed process, a full disk or a power cut leaves the one or the other, and nothing of who was
 * forgotten stays behind. Other processes, such as the command line beside a running robot, wait for one another.
 */
public final class H2People implements People {
    private static final String WIPE = "./aizuchi people wipe removes both and begins anew";

    private final Path directory;
    private final Path stored;
    private final Path next;
    private final KeyFile key;

    private H2People(PeopleSettings settings) {
        directory = settings.directory();
        stored = directory.resolve("people");
        next = directory.resolve("people-next");
        key = new KeyFile(settings.key());
    }

    /**
     * Open a store, or begin an empty one.
     *
     * @throws AdapterException when what is there cannot be read; names it and the cure, and leaves it as it is
     */
    public static H2People open(PeopleSettings settings) {
        H2People people = new H2People(settings);
        var unused = people.all();
        return people;
    }

    /** Overwrite and delete all people and their key, also where they cannot be read any more. */
    public static void wipe(PeopleSettings settings) {
        H2People people = new H2People(settings);
        people.locked(() -> {
            // The key first: without it, the rest is noise.
            people.key.wipe();
            Erasure.erase(Database.fileOf(people.next));
            Erasure.erase(Database.fileOf(people.stored));
            return true;
        });
    }

    @Override
    public Optional<Person> find(String id) {
        return Optional.ofNullable(locked(this::read).get(id));
    }

    @Override
    public List<Person> all() {
        return List.copyOf(locked(this::read).values());
    }

    @Override
    public void save(Person person) {
        var unused = change(people -> people.put(person.id(), person) == null);
    }

    @Override
    public boolean seen(String id, Instant at) {
        return change(people -> people.computeIfPresent(
                        id, (known, person) -> person.lastSeen().isBefore(at) ? person.seenAt(at) : person)
                != null);
    }

    @Override
    public boolean forget(String id) {
        return change(people -> people.remove(id) != null);
    }

    @Override
    public int forgetUnseenSince(Instant time) {
        return change(people -> {
            int before = people.size();
            people.values().removeIf(person -> person.lastSeen().isBefore(time));
            return before - people.size();
        });
    }

    private <R> R change(Function<SortedMap<String, Person>, R> change) {
        return locked(() -> {
            SortedMap<String, Person> before = read();
            SortedMap<String, Person> after = new TreeMap<>(before);
            R result = change.apply(after);
            if (!after.equals(before)) {
                write(List.copyOf(after.values()));
            }
            return result;
        });
    }

    private SortedMap<String, Person> read() throws IOException {
        SortedMap<String, Person> people = new TreeMap<>();
        Path file = Database.fileOf(stored);
        if (Files.exists(file)) {
            if (!key.exists()) {
                throw new AdapterException("the key " + key + " to " + file + " is missing; bring it back, or " + WIPE);
            }
            Database database = new Database(stored, key.read());
            try {
                database.read().forEach(person -> people.put(person.id(), person));
            } catch (SQLException | RuntimeException e) {
                throw new AdapterException(file + " is damaged, or " + key + " is not its key (" + why(e)
                        + "); it was left as it is. Bring back a copy of both, or " + WIPE);
            }
        }
        return people;
    }

    private void write(List<Person> people) throws IOException {
        Path file = Database.fileOf(next);
        Erasure.erase(file);
        try {
            Database database = new Database(next, key.exists() ? key.read() : key.make());
            database.write(people);
            if (!database.read().equals(people)) {
                throw new IOException("what was written reads differently");
            }
            Erasure.replace(Database.fileOf(stored), file);
        } catch (SQLException | IOException e) {
            Files.deleteIfExists(file);
            throw new AdapterException("the people cannot be stored in " + directory + ": " + why(e)
                    + "; free some space or mend the disk. What was stored is unchanged");
        }
    }

    /** Hold off the other threads, and the other processes, which wait until this one ends or dies. */
    private synchronized <R> R locked(Task<R> task) {
        try {
            createDirectory();
            try (FileChannel channel = FileChannel.open(
                    directory.resolve("people.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                var unused = channel.lock();
                return task.run();
            }
        } catch (OverlappingFileLockException e) {
            throw new AdapterException(directory + " is opened twice in this process; open it once", e);
        } catch (IOException e) {
            throw new AdapterException("the people in " + directory + " cannot be reached: " + why(e), e);
        }
    }

    private void createDirectory() throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
            OwnerOnly.restrict(directory);
        }
    }

    /** Tell why in words that hold nothing of a person, as H2's own may. */
    private static String why(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof IOException) {
                return at.getClass().getSimpleName() + ": " + at.getMessage();
            }
        }
        return failure instanceof SQLException sql
                ? "H2 error " + sql.getErrorCode()
                : failure.getClass().getName();
    }

    @FunctionalInterface
    private interface Task<R> {
        R run() throws IOException;
    }
}
