package dev.aizuchi.app;

import dev.aizuchi.studio.play.ScenarioPlayer;
import dev.aizuchi.testkit.Wiring;
import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Play scenarios beside a running agent, with an encoder of its own that is opened with the first. */
final class StudioPlayer implements ScenarioPlayer, AutoCloseable {
    private final boolean noEncoder;
    private @Nullable Floors floors;

    StudioPlayer(boolean noEncoder) {
        this.noEncoder = noEncoder;
    }

    @Override
    public Played play(Scenario scenario, long seed, UnaryOperator<Wiring> watched) {
        Floors known = floors;
        if (known == null) {
            known = new Floors(noEncoder);
            floors = known;
        }
        return known.play(scenario, seed, watched);
    }

    @Override
    public void close() {
        if (floors != null) {
            floors.close();
        }
    }
}
