package dev.aizuchi.sim;

/** What all robots of a world have around them; guarded by the world's lock. */
record Surroundings(
        World world,
        Object lock,
        Ticks clock,
        Outbox outbox,
        Floor floor,
        People people,
        Stock stock,
        Crowd crowd,
        Lifts lifts) {}
