package dev.aizuchi.app;

import dev.aizuchi.studio.play.ScenarioPlayer;
import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import dev.aizuchi.testkit.scenario.Scenarios;
import dev.aizuchi.testkit.Wiring;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Play scenarios beside a running agent, with an encoder of its own that is opened with the first. */
final class StudioPlayer implements ScenarioPlayer, AutoCloseable {
    private final Closer closer = new Closer();
    private final boolean noEncoder;
    private @Nullable Domains domains;

    StudioPlayer(boolean noEncoder) {
        this.noEncoder = noEncoder;
    }

    @Override
    public Played play(Scenario scenario, long seed, UnaryOperator<Wiring> watched) {
        Domains.Domain domain = domains().of(Domains.at(scenario.floor()));
        return Scenarios.play(scenario, domain.skills(), domain.learner(), watched.apply(domain.wiring()), seed);
    }

    private Domains domains() {
        Domains known = domains;
        if (known == null) {
            known = new Domains(
                    new Plugins().skills(),
                    noEncoder ? null : closer.keep(Home.here().encoder()),
                    null);
            domains = known;
        }
        return known;
    }

    @Override
    public void close() {
        closer.close();
    }
}
