package dev.aizuchi.app;

import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import dev.aizuchi.testkit.scenario.ScenarioSuite;
import dev.aizuchi.testkit.scenario.Scenarios;

/** Play scenarios by the skills that are at home on their floors; for one thread, with an encoder of its own. */
final class Floors implements ScenarioSuite.Player {
    private final Closer closer = new Closer();
    private final Domains domains;

    Floors(boolean noEncoder) {
        domains = new Domains(
                new Plugins().skills(),
                noEncoder ? null : closer.keep(Home.here().encoder()),
                null);
    }

    @Override
    public Played play(Scenario scenario, long seed) {
        Domains.Domain domain = domains.of(Domains.at(scenario.floor()));
        return Scenarios.play(scenario, domain.skills(), domain.learner(), domain.wiring(), seed);
    }

    @Override
    public void close() {
        closer.close();
    }
}
