package dev.aizuchi.app;

import dev.aizuchi.core.KnownSentences;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.testkit.Wiring;
import dev.aizuchi.testkit.live.Acoustics;
import dev.aizuchi.testkit.scenario.Cast;
import dev.aizuchi.testkit.scenario.Meaning;
import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import dev.aizuchi.testkit.scenario.ScenarioSuite;
import dev.aizuchi.testkit.scenario.Scenarios;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Play scenarios by the skills that are at home on their floors; for one thread, with an encoder of its own. */
final class Floors implements ScenarioSuite.Player {
    private final Closer closer = new Closer();
    private final Domains domains;
    private final Meaning meaning;
    private final RecordedRuns records;
    private final Optional<Acoustics.Maker> sound;
    private final KnownSentences known = new KnownSentences();

    Floors(boolean noEncoder) {
        this(noEncoder, new RecordedRuns(null));
    }

    /** Record the runs too. */
    Floors(boolean noEncoder, RecordedRuns records) {
        this(noEncoder, records, new SoundOptions());
    }

    /** Have people speak aloud, where that is chosen. */
    Floors(boolean noEncoder, RecordedRuns records, SoundOptions sounds) {
        this.records = records;
        sound = sounds.open(closer);
        TextEncoder encoder = noEncoder ? null : closer.keep(Home.here().encoder());
        domains = new Domains(new Plugins().skills(), encoder, null);
        meaning = encoder == null ? Meaning.byWords() : Meaning.by(encoder);
    }

    @Override
    public Played play(Scenario scenario, long seed) {
        return play(scenario, seed, UnaryOperator.identity());
    }

    /**
     * Play a scenario from its beginning.
     *
     * @param watched wraps the wiring of the agent, so that who asks can look on
     */
    Played play(Scenario scenario, long seed, UnaryOperator<Wiring> watched) {
        Domains.Domain domain = domains.of(Domains.at(scenario.floor()));
        return records.play(
                scenario,
                seed,
                watched.apply(domain.wiring()),
                wiring -> Scenarios.play(
                        scenario, new Cast(domain.skills(), domain.learner(), wiring, meaning, sound, known), seed));
    }

    @Override
    public void close() {
        closer.close();
    }
}
