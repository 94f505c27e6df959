package dev.aizuchi.testkit;

import dev.aizuchi.person.People;
import dev.aizuchi.person.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keep people as long as the test lasts. */
public final class PeopleInMemory implements People {
    private final SortedMap<String, Person> people = new TreeMap<>();

    @Override
    public synchronized Optional<Person> find(String id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public synchronized List<Person> all() {
        return List.copyOf(people.values());
    }

    @Override
    public synchronized void save(Person person) {
        people.put(person.id(), person);
    }

    @Override
    public synchronized boolean seen(String id, Instant at) {
        return people.computeIfPresent(
                        id, (known, person) -> person.lastSeen().isBefore(at) ? person.seenAt(at) : person)
                != null;
    }

    @Override
    public synchronized boolean forget(String id) {
        return people.remove(id) != null;
    }

    @Override
    public synchronized int forgetUnseenSince(Instant time) {
        int before = people.size();
        people.values().removeIf(person -> person.lastSeen().isBefore(time));
        return before - people.size();
    }
}
