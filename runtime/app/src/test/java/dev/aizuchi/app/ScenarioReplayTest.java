package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.core.EventJson;
import dev.aizuchi.core.Journal;
import dev.aizuchi.testkit.Stage;
import dev.aizuchi.testkit.replay.Replay;
import dev.aizuchi.testkit.scenario.Played;
import dev.aizuchi.testkit.scenario.Scenario;
import dev.aizuchi.testkit.scenario.Scenarios;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScenarioReplayTest {
    private static final String WATER = """
            name: brings water to the end
            turns:
              - user: お水を持ってきてください
                expect: [{ completed: hand_over }]
                within: PT180S
              - after: PT3S
                user: 止まって
                expect: [{ stopped: word }]
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<JsonNode> events = new ArrayList<>();
    private final EventJson json = new EventJson(Journal.SpeechTexts.PLAIN, Optional.empty());
    private final Floors floors = new Floors(true);

    @AfterEach
    void close() {
        floors.close();
    }

    /** What a journal does not tell: what broke where no sensor says so, where people went, who spoke at once. */
    private static final Pattern UNTOLD = Pattern.compile(
            "(?:fault|repair): *\\{ *(?:robot|lift|link|outcomes|recogniser|language-model|disk|clock)|at-once|happens:|language-model:|during:");

    @Test
    void every_shipped_scenario_comes_back_out_of_its_journal_and_plays_as_it_did() throws IOException {
        Path skills = Home.here().directory().resolve("skills");
        List<Scenario> shipped = Stream.of("care", "reception", "disaster", "conversation")
                .flatMap(skill -> Scenarios.under(
                        skills.resolve(skill + "/src/main/resources/dev/aizuchi/" + skill + "/scenarios"))
                        .list()
                        .stream())
                .toList();
        assertThat(shipped).hasSizeGreaterThan(100);
        List<String> wrong = new ArrayList<>();
        for (Scenario scenario : shipped) {
            if (UNTOLD.matcher(Files.readString(Path.of(scenario.source()))).find()) {
                continue;
            }
            play(scenario);
            String again = Replay.of(events, scenario.setup(), Set.of(), true).scenario(scenario.name());
            play(Scenarios.parse(again, scenario.source()).get(0)).failure().ifPresent(wrong::add);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_journal_with_a_broken_last_line_becomes_a_scenario_that_plays_green() throws IOException {
        Path journal = journal(WATER);
        Files.writeString(journal, "{\"event\":\"heard\",\"at\":\"2026-", StandardOpenOption.APPEND);
        Path scenario = folder.resolve("again.yaml");
        assertThat(run("from", journal.toString(), "--out", scenario.toString(), "--name", "water once more"))
                .isZero();
        assertThat(err.toString()).contains("left out: it is not whole JSON");
        assertThat(Files.readString(scenario))
                .contains("name: water once more", "floor: care", "user: お水を持ってきてください", "completed: hand_over");
        assertThat(run("run", scenario.toString(), "--no-encoder"))
                .as(out.toString())
                .isZero();
    }

    @Test
    void shows_what_this_version_does_otherwise() throws IOException {
        Path journal = journal(WATER);
        assertThat(run("replay", journal.toString(), "--no-encoder"))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).contains("all as they were");
        Files.writeString(journal, Files.readString(journal).replace("お水をお持ちします", "お水を取りに行きます"));
        assertThat(run("replay", journal.toString(), "--no-encoder")).isOne();
        assertThat(out.toString()).contains("-say: お水を取りに行きます", "+say: お水をお持ちします", "this version does otherwise");
    }

    @Test
    void people_get_the_same_stand_in_throughout_and_still_get_what_they_asked_for() throws IOException {
        Path journal = journal("""
                name: announces a visitor
                world: { floor: reception }
                turns:
                  - user: 田村様とお約束の山田商事の鈴木です
                    expect: [{ completed: notify }]
                """);
        Path scenario = folder.resolve("again.yaml");
        assertThat(run(
                        "from",
                        journal.toString(),
                        "--out",
                        scenario.toString(),
                        "--floor",
                        "reception",
                        "--keep",
                        "田村"))
                .isZero();
        assertThat(err.toString()).contains("have stand-ins");
        assertThat(Files.readString(scenario)).contains("田村").doesNotContain("鈴木");
        assertThat(run("run", scenario.toString(), "--no-encoder"))
                .as(out.toString())
                .isZero();
    }

    @Test
    void says_what_is_missing_where_a_journal_holds_no_words() throws IOException {
        Path journal = folder.resolve("journal.jsonl");
        Files.writeString(journal, "{\"event\":\"heard\",\"turn\":1,\"at\":\"2026-04-01T01:00:00Z\",\"took_ms\":5}\n");
        assertThat(run("from", journal.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("journal.speech-texts: masked");
        Files.writeString(journal, "");
        assertThat(run("from", journal.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("nothing was said or sensed");
    }

    private Path journal(String yaml) throws IOException {
        play(Scenarios.parse(yaml, "written here").get(0));
        Path journal = folder.resolve("journal.jsonl");
        Files.write(journal, events.stream().map(JsonNode::toString).toList());
        return journal;
    }

    private Played play(Scenario scenario) {
        events.clear();
        return floors.play(
                scenario,
                Stage.USUAL_SEED,
                wiring -> wiring.with(agent -> agent.observer(event -> events.add(json.of(event)))));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        CommandLine command = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all =
                Stream.concat(Stream.of("scenario"), Stream.of(arguments)).toArray(String[]::new);
        int code = command.execute(all);
        command.getOut().flush();
        command.getErr().flush();
        return code;
    }
}
