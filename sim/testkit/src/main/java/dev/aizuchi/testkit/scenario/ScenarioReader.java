package dev.aizuchi.testkit.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.FloorPlanException;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.document.Document;
import dev.aizuchi.testkit.document.Includes;
import dev.aizuchi.testkit.document.Part;
import dev.aizuchi.testkit.document.Problem;
import dev.aizuchi.testkit.document.SchemaCheck;
import dev.aizuchi.testkit.document.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Read scenarios from YAML: parts of other files put in, one for each row of the table, every key checked, since a
 * misspelt expectation would never fail.
 */
final class ScenarioReader {
    private static final String TURNS = "turns";
    private static final String EXAMPLES = "examples";
    private static final JsonNode SCHEMA = readSchema();

    private final Document document;

    private ScenarioReader(Document document) {
        this.document = document;
    }

    /** Give the JSON Schema of a scenario, as text. */
    static String schema() {
        return SCHEMA.toPrettyString();
    }

    /**
     * Read the scenarios of a text; several where it has a table.
     *
     * @param source the file that it is from; what it includes is named from there
     * @throws ScenarioException when something is wrong; the message names all of it
     */
    static List<Scenario> read(String yaml, String source) {
        Document document = Document.read(yaml, source);
        if (!document.problems().isEmpty()) {
            throw new ScenarioException(document.problems());
        }
        Includes.resolve(document, Path.of(source), TURNS);
        Set<Problem> problems = new LinkedHashSet<>();
        List<Scenario> scenarios = new ArrayList<>();
        List<Document> rows = Table.filled(document, EXAMPLES);
        for (int i = 0; i < rows.size(); i++) {
            SchemaCheck.check(rows.get(i), SCHEMA);
            String row = document.root().has(EXAMPLES) ? " (row " + (i + 1) + ")" : "";
            new ScenarioReader(rows.get(i)).scenario(row).ifPresent(scenarios::add);
            problems.addAll(rows.get(i).problems());
        }
        if (!problems.isEmpty()) {
            throw new ScenarioException(List.copyOf(problems));
        }
        return scenarios;
    }

    private Optional<Scenario> scenario(String row) {
        Part root = document.root();
        Optional<FloorPlan> plan = plan(root.at("world"));
        if (plan.isEmpty()) {
            return Optional.empty();
        }
        FloorNames floor = new FloorNames(plan.get());
        checkPlaces(root, floor);
        Company company = Company.read(root, floor);
        StepReader steps = new StepReader(floor, !company.answers().isEmpty());
        Scenario.Script script = new Scenario.Script(
                steps.steps(root),
                Sounds.read(root),
                Rules.read(root, steps.expectations(root.list("never"))),
                FinalState.read(root.at("finally"), floor));
        if (!document.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Scenario(heading(root, row), setup(root, company), company, script));
    }

    private static Optional<FloorPlan> plan(Part world) {
        try {
            return Optional.of(FloorPlan.named(world.text("floor", FloorPlan.CARE)));
        } catch (FloorPlanException e) {
            world.at("floor").wrong(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static void checkPlaces(Part root, FloorNames floor) {
        Stream.concat(
                        Stream.of(root.at("speaker"), root.at("robot").at("place")),
                        root.at("world").list("blocked").stream())
                .filter(place -> !place.isMissing())
                .forEach(floor::place);
    }

    private Scenario.Heading heading(Part root, String row) {
        return new Scenario.Heading(
                root.text("name", "") + row,
                document.source(),
                new TreeSet<>(root.texts("tags")),
                root.find("expected-to-fail"),
                (int) root.number("repeat", 1),
                root.has("pass-rate") ? OptionalDouble.of(root.number("pass-rate", 1)) : OptionalDouble.empty());
    }

    private static Setup setup(Part root, Company company) {
        Part world = root.at("world");
        Part robot = root.at("robot");
        Setup usual = Setup.on(world.text("floor", FloorPlan.CARE));
        return new Setup(
                usual.floor(),
                root.text("speaker", usual.speaker()),
                robot.text("place", usual.robotPlace()),
                robot.number("battery", usual.battery()),
                world.texts("blocked"),
                company.present());
    }

    private static JsonNode readSchema() {
        try (InputStream in = ScenarioReader.class.getResourceAsStream("scenario.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks scenario.schema.json");
            }
            return new ObjectMapper().readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
