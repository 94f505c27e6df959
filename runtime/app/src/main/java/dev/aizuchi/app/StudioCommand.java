package dev.aizuchi.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.aizuchi.broker.QuietLogs;
import dev.aizuchi.core.Agent;
import dev.aizuchi.core.Lanes;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.SimulatedRobot;
import dev.aizuchi.sim.World;
import dev.aizuchi.studio.Catalogue;
import dev.aizuchi.studio.Studio;
import dev.aizuchi.studio.StudioSettings;
import dev.aizuchi.studio.live.Live;
import dev.aizuchi.studio.live.Pace;
import dev.aizuchi.studio.play.ReportShelf;
import dev.aizuchi.studio.play.ScenarioShelf;
import dev.aizuchi.testkit.scenario.ScenarioException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Show a robot live in a browser: its floor, its dialogue, what the gate let through; and play scenarios. */
@Command(
        name = "studio",
        mixinStandardHelpOptions = true,
        description = {
            "Show a robot live in a browser, and play scenarios there.",
            "Without --config, the robot is simulated here and typed to; with it, the agent of that file is watched.",
            "Ctrl-C stops the robot and ends."
        })
final class StudioCommand implements Callable<Integer> {
    @Option(
            names = "--config",
            paramLabel = "agent.yaml",
            description = "watch the agent of this configuration instead of a simulated one")
    private @Nullable Path config;

    @Mixin
    private StudioFloor floor = new StudioFloor();

    @Option(
            names = "--scenarios",
            paramLabel = "PATH",
            description = "files and folders of *.yaml to list (default: those of the skills)")
    private List<Path> scenarios = List.of();

    @Option(
            names = "--reports",
            paramLabel = "DIR",
            defaultValue = "target",
            description = "where scenario run --report has written (default: ${DEFAULT-VALUE})")
    private Path reports = Path.of("target");

    @Option(names = "--no-encoder", description = "match by words alone, without the encoder model")
    private boolean noEncoder;

    @Mixin
    private StudioAddress address = new StudioAddress();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** What every studio is opened with. */
    private record Opening(StudioSettings settings, Live live, Closer closer, StopFirst stopFirst, Terminal terminal) {}

    @Override
    public Integer call() {
        QuietLogs.install();
        // Before anything is opened: what is wrong with it is the command line's.
        StudioSettings settings = address.settings();
        Terminal terminal = new Terminal(spec.commandLine().getOut(), Terminal.wantsColour());
        try (StopFirst stopFirst = new StopFirst();
                Closer closer = new Closer()) {
            Live live = closer.keep(new Live());
            Path file = config;
            if (file == null) {
                simulate(new Opening(settings, live, closer, stopFirst, terminal));
            } else {
                watch(file, new Opening(settings, live, closer, stopFirst, terminal));
            }
        } catch (InterruptedException e) {
            terminal.line("ended; the robot is stopped");
        }
        return 0;
    }

    private void simulate(Opening opening) throws InterruptedException {
        FloorPlan plan = floor.plan();
        World world = new World(plan, Instant.now(), 1);
        Pace pace = opening.closer.keep(floor.pace(world));
        TextEncoder encoder = noEncoder ? null : opening.closer.keep(Home.here().encoder());
        Domains.Domain domain = new Domains(new Plugins().skills(), encoder, null).of(floor.domain());
        Agent agent = opening.closer.keep(domain.wiring()
                .begin(world.robot(), plan.places().get(0).place())
                .skills(domain.skills())
                .lanes(Lanes.onThread(pace))
                .observer(opening.live)
                .start(domain.learner()));
        opening.stopFirst.watch(() -> agent.stop("key"));
        opening.live.join(Live.Scene.simulated(agent, world, pace));
        StudioEars ears = opening.closer.keep(new StudioEars(() -> Home.here().recognizer("starter-ja")));
        Catalogue catalogue = new Catalogue(
                domain.skills(), world.robot().profile(), Home.here().models()::list, this::doctor);
        open(opening, catalogue, ears);
        new CountDownLatch(1).await();
    }

    private void watch(Path file, Opening opening) throws InterruptedException {
        Plugins plugins = new Plugins();
        ConfigFile read =
                ConfigFile.read(file, Home.here().paths(file.toAbsolutePath().resolveSibling("")));
        AgentRuntime runtime = opening.closer.keep(AgentRuntime.open(read, plugins, false, List.of(opening.live)));
        opening.stopFirst.watch(() -> runtime.stop("key"));
        opening.live.join(scene(runtime));
        Catalogue catalogue = new Catalogue(
                runtime.skills(), runtime.robot().profile(), Home.here().models()::list, this::doctor);
        StudioEars ears = runtime.hasEars() ? opening.closer.keep(new StudioEars(runtime::recognizer)) : null;
        open(opening, catalogue, ears);
        if (runtime.hasEars()) {
            runtime.listen();
        }
        new CountDownLatch(1).await();
    }

    private Live.Scene scene(AgentRuntime runtime) {
        if (runtime.robot() instanceof SimulatedRobot simulated) {
            return Live.Scene.simulated(runtime.agent(), simulated.world(), null);
        }
        return new Live.Scene(runtime.agent(), runtime.robot(), null, null, floor.isNamed() ? floor.plan() : null);
    }

    private void open(Opening opening, Catalogue catalogue, @Nullable StudioEars ears) {
        StudioPlayer player = opening.closer.keep(new StudioPlayer(noEncoder));
        Studio studio = opening.closer.keep(Studio.start(
                opening.settings,
                new Studio.Parts(opening.live, shelf(player), new ReportShelf(reports), catalogue, ears)));
        opening.terminal.line("studio    " + studio.address() + "  Ctrl-C stops the robot and ends");
        address.warning().ifPresent(warning -> opening.terminal.line("warning   " + warning));
    }

    private ScenarioShelf shelf(StudioPlayer player) {
        try {
            return new ScenarioShelf(scenarios.isEmpty() ? ofTheSkills() : scenarios, player);
        } catch (ScenarioException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Where the product lies with its sources; elsewhere they are named by hand. */
    private static List<Path> ofTheSkills() {
        List<Path> found = new ArrayList<>();
        Path skills = Home.here().directory().resolve("skills");
        if (!Files.isDirectory(skills)) {
            return found;
        }
        try (Stream<Path> each = Files.list(skills)) {
            each.map(skill -> skill.resolve("src/main/resources/dev/aizuchi/" + skill.getFileName() + "/scenarios"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .forEach(found::add);
            return found;
        } catch (IOException e) {
            throw new ConfigException("the scenarios below " + skills + " cannot be listed: " + e, e);
        }
    }

    /** Have the doctor write its findings a line each. */
    private JsonNode doctor() {
        StringWriter lines = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("--json"));
        if (config != null) {
            arguments.addAll(List.of("--config", config.toString()));
        }
        new CommandLine(new DoctorCommand()).setOut(new PrintWriter(lines)).execute(arguments.toArray(String[]::new));
        ArrayNode findings = Json.MAPPER.createArrayNode();
        lines.toString().lines().map(StudioCommand::parsed).forEach(findings::add);
        return findings;
    }

    private static JsonNode parsed(String line) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the doctor writes JSON", e);
        }
    }
}
