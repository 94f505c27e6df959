package dev.aizuchi.core;

import dev.aizuchi.person.People;
import dev.aizuchi.person.Person;
import dev.aizuchi.plugin.AdapterException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keep people in a map, and count what would be written. */
final class FakePeople implements People {
    final Map<String, Person> people = new TreeMap<>();
    int writes;
    boolean broken;

    @Override
    public Optional<Person> find(String id) {
        if (broken) {
            throw new AdapterException("the store is damaged; mend it");
        }
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public List<Person> all() {
        return List.copyOf(people.values());
    }

    @Override
    public void save(Person person) {
        writes++;
        people.put(person.id(), person);
    }

    @Override
    public boolean seen(String id, Instant at) {
        writes++;
        return people.computeIfPresent(id, (known, person) -> person.seenAt(at)) != null;
    }

    @Override
    public boolean forget(String id) {
        return people.remove(id) != null;
    }

    @Override
    public int forgetUnseenSince(Instant time) {
        int before = people.size();
        people.values().removeIf(person -> person.lastSeen().isBefore(time));
        return before - people.size();
    }
}
