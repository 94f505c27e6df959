package dev.aizuchi.person;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keep the people whom the robot knows; callable from any thread.
 *
 * <p>What a method has done is kept when it returns, whatever happens to the process or the power after that; what it
 * could not do, it has not begun. All throw {@link dev.aizuchi.plugin.AdapterException}, which names the cure, when the
 * store cannot be read or written. Calls wait for the disk, so none belongs on the dialogue thread.
 */
public interface People {

    /** Give the person of an id. */
    Optional<Person> find(String id);

    /** Give all, by their ids. */
    List<Person> all();

    /** Keep a person, in the place of who had the same id. */
    void save(Person person);

    /** Note that a person was seen, if they are known and were not seen later; tells whether they are known. */
    boolean seen(String id, Instant at);

    /** Remove all that is kept about a person beyond recovery; tells whether there was such a person. */
    boolean forget(String id);

    /** Forget everybody who was last seen before a time; gives how many that were. */
    int forgetUnseenSince(Instant time);
}
