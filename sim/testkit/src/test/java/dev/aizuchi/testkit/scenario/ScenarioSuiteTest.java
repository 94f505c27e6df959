package dev.aizuchi.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.aizuchi.japanese.keigo.Level;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.Transcript;
import dev.aizuchi.testkit.evaluation.JUnitReport;
import dev.aizuchi.testkit.evaluation.SuiteReport;
import dev.aizuchi.testkit.evaluation.SuiteReportPage;
import dev.aizuchi.testkit.scenario.Played.Verdict;
import dev.aizuchi.testkit.scenario.Track.Frame;
import dev.aizuchi.testkit.scenario.Track.Spot;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ScenarioSuiteTest {
    private static final Track WAY = new Track(
            FloorPlan.care(),
            List.of(frame(0, new Spot("robot", 1, 2, 0), 5), frame(1500, new Spot("robot", 2, 2, 0), 5.5)));

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void plays_each_with_one_seed_after_the_other_and_reports_in_order_whatever_ends_first() {
        List<Played> heard = Collections.synchronizedList(new ArrayList<>());
        List<Played> played = new ScenarioSuite(List.of(scenario("a", ""), scenario("b", "")), 50, 7)
                .run(Scripted::new, 3, false, heard::add);
        assertThat(played).hasSize(100).allMatch(one -> one.verdict() == Verdict.PASSED);
        assertThat(played.get(49).scenario().name()).isEqualTo("a");
        assertThat(played.get(49).seed()).isEqualTo(56);
        assertThat(played.get(50).scenario().name()).isEqualTo("b");
        assertThat(heard).containsExactlyInAnyOrderElementsOf(played);
        assertThat(opened).hasValue(3);
        assertThat(closed).hasValue(3);
    }

    @Test
    void begins_none_after_the_first_that_goes_wrong_when_it_is_to_be_quick() {
        List<Scenario> scenarios = List.of(scenario("a", ""), scenario("fails", ""), scenario("b", ""));
        assertThat(new ScenarioSuite(scenarios, 1, 1).run(Scripted::new, 1, true, one -> {}))
                .extracting(one -> one.scenario().name())
                .containsExactly("a", "fails");
    }

    @Test
    void a_player_that_breaks_ends_the_suite_with_what_broke_it() {
        ScenarioSuite suite = new ScenarioSuite(List.of(scenario("breaks", "")), 1, 1);
        assertThatThrownBy(() -> suite.run(Scripted::new, 2, false, one -> {})).hasMessage("no memory");
        assertThat(closed).hasValue(opened.get());
    }

    @Test
    void a_known_failure_is_right_until_it_passes() {
        List<Scenario> scenarios = List.of(
                scenario("a", ""),
                scenario("fails", "not built yet"),
                scenario("b", "not built yet"),
                scenario("fails", ""));
        SuiteReport report =
                new SuiteReport(new ScenarioSuite(scenarios, 1, 1).run(Scripted::new, 1, false, one -> {}));
        assertThat(report.played())
                .extracting(Played::verdict)
                .containsExactly(
                        Verdict.PASSED, Verdict.FAILED_AS_EXPECTED, Verdict.PASSED_UNEXPECTEDLY, Verdict.FAILED);
        assertThat(report.wrong())
                .extracting(one -> one.complaint().orElseThrow())
                .containsExactly(
                        "in/b.yaml: passes, though it is expected to fail: not built yet",
                        "expected <this>, but:\n\u0001");
        assertThat(report.right().right()).isEqualTo(2);
        assertThat(report.byTag()).containsOnlyKeys("floor:care", "fault");
    }

    @Test
    void a_share_of_failures_is_tolerated_where_no_more_is_asked_for() {
        Scenario most = scenario("odd", "", OptionalDouble.of(0.5));
        Scenario nearly = scenario("odd", "", OptionalDouble.of(0.75));
        List<Played> played = new ScenarioSuite(List.of(most, nearly), 4, 1).run(Scripted::new, 1, true, one -> {});
        assertThat(played)
                .extracting(Played::verdict)
                .containsExactly(
                        Verdict.TOLERATED,
                        Verdict.PASSED,
                        Verdict.TOLERATED,
                        Verdict.PASSED,
                        Verdict.FAILED,
                        Verdict.PASSED,
                        Verdict.FAILED,
                        Verdict.PASSED);
    }

    @Test
    void the_interval_of_a_share_is_that_of_wilson() {
        // Worked out by hand: p = 0.9, n = 10, z = 1.959964.
        SuiteReport.Share share = new SuiteReport.Share(9, 10);
        assertThat(share.low()).isCloseTo(0.5958, offset(1e-4));
        assertThat(share.high()).isCloseTo(0.9821, offset(1e-4));
        assertThat(new SuiteReport.Share(3, 3).high()).isCloseTo(1, offset(1e-9));
    }

    @Test
    void build_servers_and_people_can_read_the_report() throws IOException, SAXException, ParserConfigurationException {
        List<Scenario> scenarios = List.of(scenario("a", ""), scenario("fails", ""), scenario("fails", "known"));
        SuiteReport report =
                new SuiteReport(new ScenarioSuite(scenarios, 1, 1).run(Scripted::new, 1, false, one -> {}));
        StringWriter xml = new StringWriter();
        JUnitReport.write(report, xml);
        Document read = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml.toString())));
        assertThat(read.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat(read.getElementsByTagName("failure").item(0).getTextContent())
                .isEqualTo("expected <this>, but:\n�");
        assertThat(read.getElementsByTagName("skipped").getLength()).isOne();
        assertThat(SuiteReportPage.of(report, "Scenarios", List.of("a & b")))
                .contains("expected &lt;this&gt;", "a &amp; b", "66.7 %")
                // The way, the two moments for the slider, who waited how long, and what was said.
                .contains("class=\"way robot\" points=\"1.00 8.00 2.00 8.00\"")
                .contains("[[0.0,5.00,5.00,1.00,2.00],[1.5,5.00,5.50,2.00,2.00]]", "佐藤", "給湯室")
                .contains("<td>to 0.5 s</td><td>3</td>", "<td>はい。</td><td>3</td>")
                .doesNotContain("{{");
    }

    private static Frame frame(int millis, Spot robot, double y) {
        return new Frame(Duration.ofMillis(millis), robot, List.of(new Spot("佐藤", 5, y, 0)));
    }

    private static Scenario scenario(String name, String expectedToFail) {
        return scenario(name, expectedToFail, OptionalDouble.empty());
    }

    private static Scenario scenario(String name, String expectedToFail, OptionalDouble passRate) {
        return new Scenario(
                new Scenario.Heading(
                        name,
                        "in/" + name + ".yaml",
                        name.equals("fails") ? Set.of("fault") : Set.of(),
                        Optional.of(expectedToFail).filter(reason -> !reason.isEmpty()),
                        1,
                        passRate),
                Setup.usual(),
                new Company(List.of(), List.of(), List.of()),
                new Scenario.Script(
                        List.of(),
                        new Sounds(Optional.empty(), Duration.ZERO),
                        new Rules(Set.of(), 0.3, 0.3, Level.POLITE, List.of()),
                        FinalState.ANY));
    }

    /** Fails and breaks by name. */
    private final class Scripted implements ScenarioSuite.Player {
        Scripted() {
            opened.incrementAndGet();
        }

        @Override
        public Played play(Scenario scenario, long seed) {
            if (scenario.name().equals("breaks")) {
                throw new IllegalStateException("no memory");
            }
            Optional<String> failure =
                    scenario.name().equals("fails") || (scenario.name().equals("odd") && seed % 2 == 1)
                            ? Optional.of("expected <this>, but:\n\u0001")
                            : Optional.empty();
            return new Played(
                    scenario,
                    seed,
                    failure,
                    false,
                    Duration.ofSeconds(60),
                    Duration.ofMillis(5),
                    new Course(
                            List.of(new Transcript.Moment(Duration.ofSeconds(1), "say 「はい。」")),
                            List.of("はい。"),
                            List.of(Duration.ofMillis(300)),
                            failure.isEmpty() ? new Track(FloorPlan.care(), List.of()) : WAY));
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
