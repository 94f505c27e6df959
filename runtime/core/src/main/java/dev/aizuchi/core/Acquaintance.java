package dev.aizuchi.core;

import dev.aizuchi.event.Percept;
import dev.aizuchi.person.People;
import dev.aizuchi.person.Person;
import dev.aizuchi.plugin.AdapterException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Look up who comes and who speaks, and forget who has not been seen for long; lives on the dialogue thread.
 *
 * <p>The store waits for the disk, so it is asked on another thread, which only hands tasks to the lanes.
 */
final class Acquaintance {
    private static final Duration LOOK_AGAIN = Duration.ofHours(6);
    /** Days count for keeping; noting every sentence would wear the disk out. */
    private static final Duration SEEN_ANEW = Duration.ofHours(1);

    private final @Nullable Store store;
    private final Executor reading;
    private final Lanes lanes;
    private final Turns turns;
    private final Addressee addressee;
    private final Greeting greeting;
    /** The id of who spoke last. */
    private String speaking = "";

    /**
     * Name the people and how long they are kept.
     *
     * @param keep who was not seen for longer is forgotten
     */
    record Store(People people, Duration keep) {}

    Acquaintance(
            @Nullable Store store, Executor reading, Lanes lanes, Turns turns, Addressee addressee, Greeting greeting) {
        this.store = store;
        this.reading = reading;
        this.lanes = lanes;
        this.turns = turns;
        this.addressee = addressee;
        this.greeting = greeting;
        if (store != null) {
            lanes.normal(() -> forgetUnseen(store));
        }
    }

    /**
     * Take note of a percept.
     *
     * @param answered whether a skill has answered it, so that no greeting is called for
     */
    void perceived(Percept percept, boolean answered) {
        if (percept instanceof Percept.Speaker speaker && !speaker.speaker().isBlank()) {
            speaking = speaker.speaker();
            lookUp(speaker.speaker(), found -> speaks(speaker.speaker(), found));
        } else if (percept instanceof Percept.PersonArrived arrived) {
            lookUp(arrived.person(), found -> found.ifPresent(person -> comes(person, answered)));
        } else if (percept instanceof Percept.PersonLeft left) {
            leaves(left.person());
        }
    }

    /** Speak as was asked, also when the person comes again: {@code slower}, {@code louder}, {@code softer}. */
    void asks(String how) {
        Optional<Person> changed = addressee.asks(how);
        Store kept = store;
        if (kept != null) {
            changed.ifPresent(person -> ask(() -> kept.people.save(person)));
        }
    }

    private void speaks(String id, Optional<Person> found) {
        // Somebody else may have spoken meanwhile.
        if (id.equals(speaking)) {
            addressee.is(found.orElse(null));
        }
    }

    /** Who comes is not spoken to before who is there. */
    private void comes(Person person, boolean answered) {
        if (addressee.known().isEmpty()) {
            addressee.is(person);
        }
        if (!answered) {
            greeting.arrived(person);
        }
    }

    private void leaves(String id) {
        if (id.equals(speaking)) {
            speaking = "";
        }
        if (addressee.known().filter(person -> person.id().equals(id)).isPresent()) {
            addressee.is(null);
        }
    }

    private void lookUp(String id, Consumer<Optional<Person>> then) {
        if (store == null) {
            return;
        }
        Instant now = lanes.clock().instant();
        ask(() -> {
            Optional<Person> found = store.people.find(id);
            lanes.normal(() -> then.accept(found));
            if (found.filter(person -> person.lastSeen().plus(SEEN_ANEW).isBefore(now))
                    .isPresent()) {
                var unused = store.people.seen(id, now);
            }
        });
    }

    private void forgetUnseen(Store kept) {
        Instant since = lanes.clock().instant().minus(kept.keep);
        ask(() -> {
            var unused = kept.people.forgetUnseenSince(since);
        });
        lanes.after(LOOK_AGAIN, () -> forgetUnseen(kept));
    }

    private void ask(Runnable task) {
        reading.execute(() -> {
            try {
                task.run();
            } catch (AdapterException e) {
                String message = String.valueOf(e.getMessage());
                lanes.normal(() -> turns.fault("people", message));
            }
        });
    }
}
