package dev.aizuchi.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.aizuchi.care.CareSkill;
import dev.aizuchi.core.Agent;
import dev.aizuchi.core.Lanes;
import dev.aizuchi.core.Site;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.models.ModelCatalogue;
import dev.aizuchi.models.ModelStatus;
import dev.aizuchi.models.ModelStore;
import dev.aizuchi.models.StoreLocation;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.World;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.studio.live.Live;
import dev.aizuchi.studio.live.Pace;
import dev.aizuchi.studio.play.ReportShelf;
import dev.aizuchi.studio.play.ScenarioShelf;
import dev.aizuchi.testkit.LearntOnce;
import dev.aizuchi.testkit.Wiring;
import dev.aizuchi.testkit.scenario.Cast;
import dev.aizuchi.testkit.scenario.Meaning;
import dev.aizuchi.testkit.scenario.Scenarios;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A studio on a free port that watches a care robot on its floor; ears hear the same in every recording. */
final class TestStudio implements AutoCloseable {
    static final List<Skill> SKILLS = List.of(new CareSkill());
    static final Path SCENARIOS = Path.of("../../skills/care/src/main/resources/dev/aizuchi/care/scenarios");
    /** Learnt once for all tests, which run one after the other. */
    private static final LearntOnce LEARNER = new LearntOnce(PhraseInterpreter::of);

    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("io.javalin"), Logger.getLogger("org.eclipse.jetty"));

    private static final Instant START = Instant.parse("2026-04-01T01:00:00Z");

    final World world;
    final Live live = new Live();
    final Pace pace;
    final Studio studio;
    final List<AudioClip> recorded = new ArrayList<>();
    private final Agent agent;

    TestStudio(StudioSettings settings, Path reports, double speed) {
        this(settings, reports, new World(FloorPlan.care(), START, 1), speed, true);
    }

    /** Open one that watches the first robot of the clinic, which has two storeys and two robots. */
    static TestStudio ofClinic(Path reports) {
        return new TestStudio(
                StudioSettings.local(0), reports, new World(FloorPlan.named("clinic"), START, 1), 4, true);
    }

    /** Open one that watches a robot of which it sees no more than of a real one. */
    static TestStudio ofSomeRobot(Path reports) {
        return new TestStudio(StudioSettings.local(0), reports, new World(FloorPlan.care(), START, 1), 4, false);
    }

    private TestStudio(StudioSettings settings, Path reports, World world, double speed, boolean simulated) {
        this.world = world;
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
        pace = Pace.of(world, speed);
        agent = Agent.builder(
                        world.robot(), Site.at(world.plan().places().get(0).place()))
                .skills(SKILLS)
                .lanes(Lanes.onThread(pace))
                .observer(live)
                .start(LEARNER);
        live.join(
                simulated
                        ? Live.Scene.simulated(agent, world, pace)
                        : new Live.Scene(agent, world.robot(), null, null, null));
        ScenarioShelf scenarios = new ScenarioShelf(
                List.of(SCENARIOS),
                (scenario, seed, watched) -> Scenarios.play(
                        scenario, new Cast(SKILLS, LEARNER, watched.apply(Wiring.usual()), Meaning.byWords()), seed));
        Catalogue catalogue = new Catalogue(SKILLS, world.robot().profile(), TestStudio::models, TestStudio::findings);
        studio = Studio.start(
                settings, new Studio.Parts(live, scenarios, new ReportShelf(reports), catalogue, this::hear));
    }

    private synchronized Optional<Recognition> hear(AudioClip clip) {
        recorded.add(clip);
        return Optional.of(Recognition.ofText("お水を持ってきて"));
    }

    private static List<ModelStatus> models() {
        Path shipped = Path.of("../../models");
        return new ModelStore(ModelCatalogue.bundled(), StoreLocation.of(Map.of(), Path.of("target"), shipped)).list();
    }

    private static JsonNode findings() {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(finding("java", "good", "17"))
                .add(finding("microphone", "note", "no device"))
                .add(finding("recogniser", "broken", "not here"));
    }

    private static JsonNode finding(String check, String state, String detail) {
        return new ObjectMapper()
                .createObjectNode()
                .put("check", check)
                .put("state", state)
                .put("detail", detail);
    }

    @Override
    public void close() {
        studio.close();
        agent.close();
        live.close();
        pace.close();
    }
}
