package dev.aizuchi.testkit;

import dev.aizuchi.person.People;

class PeopleInMemoryTest extends PeopleContract {
    private final People people = new PeopleInMemory();

    @Override
    protected People people() {
        return people;
    }
}
