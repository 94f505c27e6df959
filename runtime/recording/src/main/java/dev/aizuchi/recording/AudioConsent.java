package dev.aizuchi.recording;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.person.People;
import dev.aizuchi.person.Person;
import dev.aizuchi.plugin.AdapterException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Tell whether what the microphone hears may be kept: while somebody is known to be there, and everybody who is has
 * agreed to it. Whoever the robot does not know has not.
 *
 * <p>For one thread, which waits for the people's store.
 */
final class AudioConsent {
    /** What must stand in the purpose of a person's consent. */
    static final String PURPOSE = "録音";

    /** So soon a consent that was taken back ends the recording. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private static final String UNKNOWN = "";

    private final People people;
    private final Set<String> there = new HashSet<>();
    private Instant looked = Instant.MIN;
    private boolean given;

    AudioConsent(People people) {
        this.people = people;
    }

    /** Note who comes, goes and speaks. */
    void take(DialogueEvent event) {
        if (!(event instanceof DialogueEvent.Perceived perceived)) {
            return;
        }
        if (perceived.percept() instanceof Percept.PersonArrived arrived) {
            there.add(arrived.person());
        } else if (perceived.percept() instanceof Percept.PersonLeft left) {
            there.remove(left.person());
        } else if (perceived.percept() instanceof Percept.Speaker speaker) {
            // The one who is unknown is whoever speaks next.
            there.remove(UNKNOWN);
            there.add(speaker.speaker());
        } else {
            return;
        }
        looked = Instant.MIN;
    }

    /** Forget who is there, when it is no longer sure. */
    void forget() {
        there.clear();
        looked = Instant.MIN;
    }

    boolean isGiven(Instant now) {
        if (looked.equals(Instant.MIN) || !now.isBefore(looked.plus(LOOK_AGAIN))) {
            looked = now;
            given = !there.isEmpty() && there.stream().allMatch(this::agrees);
        }
        return given;
    }

    private boolean agrees(String id) {
        try {
            return people.find(id)
                    .map(Person::consent)
                    .filter(consent -> consent.purpose().contains(PURPOSE))
                    .isPresent();
        } catch (AdapterException e) {
            // Who cannot be asked about has not agreed; the engine, which asks too, tells of the store.
            return false;
        }
    }
}
