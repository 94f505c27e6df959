package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.language.LanguageModel;
import dev.aizuchi.testkit.TestAgent;
import dev.aizuchi.testkit.evaluation.SuiteReport.Share;
import dev.aizuchi.testkit.noise.Circumstance;
import dev.aizuchi.testkit.users.ModelPhrasing;
import dev.aizuchi.testkit.users.People;
import dev.aizuchi.testkit.users.Person;
import dev.aizuchi.testkit.users.Phrasing;
import dev.aizuchi.testkit.users.UserException;
import dev.aizuchi.testkit.users.Visit;
import dev.aizuchi.testkit.users.Visits;
import dev.aizuchi.testkit.users.VisitsPage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Have simulated people talk with the robot, and count how many get what they want. */
@Command(
        name = "users",
        mixinStandardHelpOptions = true,
        description = {
            "Have simulated people, each with something that they want, talk with the robot until they have it or give up;",
            "tell how many got it, in how many sentences, and where the others gave up. The same seed says the same.",
            "Exit code 1 when fewer than --least get what they want."
        })
final class ScenarioUsersCommand implements Callable<Integer> {
    private static final int ENDINGS = 3;

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description = "people, files and folders of *.yaml (default: those that come along)")
    private List<Path> paths = List.of();

    @Option(names = "--count", paramLabel = "N", description = "visits of each person (default: 20)")
    private int count = 20;

    @Option(names = "--seed", paramLabel = "S", description = "the first seed (default: 1)")
    private long seed = 1;

    @Option(
            names = "--noise",
            paramLabel = "KIND:DB",
            description = "hear all of them in this noise, such as pink:10, or clean:0 for none of the errors of noise")
    private @Nullable String noise;

    @Option(names = "--least", paramLabel = "0..1", description = "the share that must get what they want")
    private double least;

    @Option(names = "--no-encoder", description = "match by words alone, without the encoder model")
    private boolean noEncoder;

    @Option(
            names = "--config",
            paramLabel = "agent.yaml",
            description = "have the generator of this configuration put their sentences into other words")
    private @Nullable Path config;

    @Option(names = "--report", paramLabel = "DIR", description = "also write index.html, with every talk that failed")
    private @Nullable Path report;

    @Option(names = "--json", description = "one JSON object, each visit in it, instead of lines")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Visits visits = visits(people(), circumstance());
        if (report != null) {
            Files.createDirectories(report);
            Files.writeString(report.resolve("index.html"), VisitsPage.of(visits, "Simulated users"));
        }
        if (json) {
            spec.commandLine().getOut().println(json(visits).toPrettyString());
        } else {
            tell(visits);
        }
        return visits.success().value() >= least ? 0 : 1;
    }

    private List<Person> people() {
        if (count < 1) {
            throw new ConfigException("--count must be 1 or more, but is " + count);
        }
        try {
            return paths.isEmpty()
                    ? People.shipped()
                    : paths.stream().flatMap(path -> People.in(path).stream()).toList();
        } catch (UserException e) {
            throw new ConfigException(String.valueOf(e.getMessage()), e);
        }
    }

    private Optional<Circumstance> circumstance() {
        return Optional.ofNullable(noise).map(SoundOptions::circumstance);
    }

    private Visits visits(List<Person> people, Optional<Circumstance> in) {
        List<Visit> visits = new ArrayList<>();
        try (Closer closer = new Closer()) {
            Domains domains = new Domains(
                    new Plugins().skills(),
                    noEncoder ? null : closer.keep(Home.here().encoder()),
                    null);
            Phrasing phrasing = config == null ? Phrasing.asWritten() : phrasing(config, closer);
            for (Person person : people) {
                Domains.Domain domain = domains.of(Domains.at(person.setup().floor()));
                for (long each = seed; each < seed + count; each++) {
                    try (TestAgent agent =
                            TestAgent.on(person.setup(), domain.skills(), domain.learner(), "", domain.wiring())) {
                        visits.add(People.visit(person, each, agent, People.hearing(person, each, in), phrasing));
                    }
                }
            }
        }
        return new Visits(visits);
    }

    private static Phrasing phrasing(Path config, Closer closer) {
        Path folder = config.toAbsolutePath().resolveSibling("");
        ConfigFile file = ConfigFile.read(config, Home.here().paths(folder));
        AgentConfig.Use use = file.agent().generator();
        if (use == null) {
            throw file.error("", "generator is missing, such as generator: { use: llama, with: { model: FILE.gguf } }");
        }
        return new ModelPhrasing(closer.keep(new Plugins().open(file, use, "/generator", LanguageModel.class)));
    }

    private void tell(Visits visits) {
        PrintWriter out = spec.commandLine().getOut();
        visits.byPerson().forEach((person, part) -> {
            out.println(line(part) + "  " + person.name());
            part.endings().entrySet().stream()
                    .limit(ENDINGS)
                    .forEach(ending -> out.println("        " + ending.getValue() + " × " + ending.getKey()));
        });
        visits.partings().entrySet().stream()
                .limit(ENDINGS)
                .forEach(parting -> out.println(parting.getValue() + " × on taking leave: " + parting.getKey()));
        out.println(line(visits) + "  of all");
    }

    private static String line(Visits visits) {
        Share success = visits.success();
        return String.format(
                Locale.ROOT,
                "%4d of %4d got it (%3.0f to %3.0f %%), in %.1f sentences",
                success.right(),
                success.of(),
                100 * success.low(),
                100 * success.high(),
                visits.turnsToSuccess());
    }

    private static ObjectNode json(Visits visits) {
        ObjectNode node = figures(Json.MAPPER.createObjectNode(), visits);
        for (Map.Entry<Person, Visits> person : visits.byPerson().entrySet()) {
            ObjectNode row = figures(node.withArray("people").addObject(), person.getValue());
            row.put("name", person.getKey().name()).put("file", person.getKey().source());
            person.getValue().endings().forEach(row.putObject("gave_up")::put);
        }
        for (Visit visit : visits.visits()) {
            ObjectNode row = node.withArray("visits").addObject();
            row.put("file", visit.person().source())
                    .put("seed", visit.seed())
                    .put("success", visit.success())
                    .put("turns", visit.turns())
                    .put("parting", visit.parting())
                    .put("simulated_s", visit.took().toMillis() / 1e3);
            visit.lines().forEach(row.putArray("lines")::add);
        }
        return node;
    }

    private static ObjectNode figures(ObjectNode node, Visits visits) {
        Share success = visits.success();
        return node.put("success", success.right())
                .put("of", success.of())
                .put("low", Json.rounded(success.low()))
                .put("high", Json.rounded(success.high()))
                .put("turns", Json.rounded(visits.turnsToSuccess()));
    }
}
