package dev.aizuchi.studio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.sim.SimulatedRobot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Every page and every button in a real Chromium; what it looked like lies in target/screenshots. */
@Tag("browser")
@Timeout(300)
class BrowserTest {
    @TempDir
    private static Path reports = Path.of("");

    private TestStudio running;
    private Chromium browser;

    @BeforeAll
    static void writeReport() throws IOException {
        Path one = Files.createDirectories(reports.resolve("night"));
        Files.writeString(one.resolve("summary.json"), "{\"runs_right\":3,\"runs_of\":4}");
        Files.writeString(
                one.resolve("index.html"), "<style>p{color:green}</style><p id=report>three of four are right</p>");
    }

    @BeforeEach
    void open() {
        running = new TestStudio(StudioSettings.local(0), reports, 4);
        browser = new Chromium();
        browser.open(running.studio.address(), "");
        browser.await("#link.on");
    }

    @AfterEach
    void close() {
        List<String> complaints = browser.complaints();
        browser.close();
        running.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_sentence_is_typed_and_all_that_comes_of_it_is_seen() {
        say("お水を持ってきて");

        browser.await("li.heard", "お");
        assertThat(browser.one("li.heard ruby rt").getText()).isEqualTo("みず");
        assertThat(browser.one("li.heard .who").getText()).isEqualTo("佐藤");
        browser.await("li.said .chip", "敬語");
        browser.await(".gate .verdicts li", "許可 navigate 給湯室");
        browser.await(".turns tbody tr", "care/bring_water");
        browser.await(".map .way");
        browser.await(".turns .chip.good", "完了");
        browser.shoot("live");

        browser.click(".turns tbody button");
        browser.await(".turns .detail td", "heard");
        browser.click(".turns [data-view=events]");
        browser.type(".turns input[type=search]", "commanded");
        assertThat(browser.all(".turns tbody tr"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getText()).contains("commanded"));
        browser.click(".turns [data-view=turns]");
        browser.click(".furigana");
        assertThat(browser.all("li.heard rt")).isNotEmpty().noneMatch(WebElement::isDisplayed);
    }

    @Test
    void esc_stops_wherever_one_is_and_the_latch_is_seen_until_it_is_released() {
        browser.one("#say input").sendKeys(Keys.ESCAPE);

        browser.await("#latch.bad", "停止中");
        assertThat(running.world.robot().state().stopped()).isTrue();
        browser.shoot("stopped");
        say("お水を持ってきて");
        browser.await(".verdicts li", "拒否");
        browser.click("#resume");
        browser.await("#latch.good");
        browser.click("#stop");
        browser.await("#latch.bad");
    }

    @Test
    void every_way_to_disturb_the_floor_works() {
        browser.choose("[data-set=block] select, [data-set=place] select", "廊下");
        press("place", "block");
        browser.await(".map .cross");
        press("place", "unblock");
        browser.awaitGone(".map .cross");

        browser.choose("[data-set=person] select[name=person]", "田中");
        press("person", "arrive");
        browser.await("li", "person_arrived 田中");
        press("person", "fall");
        browser.await(".map .person.fallen");
        browser.choose("[data-set=person] select[name=place]", "食堂");
        press("person", "move");
        browser.awaitGone(".map .person.fallen");

        browser.choose("[data-set=door] select", "給湯室");
        press("door", "close");
        browser.awaitTrue(() -> !running.world.snapshot().isOpen("給湯室"));
        press("door", "open");
        browser.awaitTrue(() -> running.world.snapshot().isOpen("給湯室"));

        WebElement battery = browser.one("[data-set=battery] input");
        battery.sendKeys(Keys.HOME);
        browser.awaitTrue(() -> running.world.snapshot().robot().battery() < 0.01);
        for (String fault : List.of("stuck_wheel", "weak_gripper", "frozen_state", "blind", "dead_fan", "slip")) {
            press("faults", fault);
            browser.await("[data-do=" + fault + "][aria-pressed=true]");
            press("faults", fault);
            browser.await("[data-do=" + fault + "][aria-pressed=false]");
        }
        browser.choose("[data-set=dangers] select", "給湯室");
        // Water last: it puts the fire out.
        for (String danger : List.of("gas", "fire", "water")) {
            press("dangers", danger);
            browser.await(".map .hazard." + danger);
        }
        press("dangers", "power");
        browser.await("[data-do=power][aria-pressed=true]");
        press("estop", "estop");
        browser.await("#latch.bad", "非常停止");
        browser.shoot("disturbed");
        press("dangers", "over");
        browser.awaitGone(".map .hazard.fire");
        press("estop", "estop");
        browser.await("#latch.bad", "停止中");
    }

    @Test
    void the_floor_stands_still_and_goes_on_at_another_pace() {
        for (String speed : List.of("0", "1", "16", "4")) {
            browser.click("#pace [data-speed='" + speed + "']");
            browser.await("#pace [data-speed='" + speed + "'][aria-pressed=true]");
            assertThat(running.pace.speed()).isEqualTo(Double.parseDouble(speed));
        }
    }

    @Test
    void held_down_the_microphone_is_heard() {
        browser.hold("#mic", () -> browser.await("#mic.recording", "録音中"), Duration.ofMillis(1_500));

        browser.await("li.heard", "お");
        assertThat(running.recorded.get(0).duration()).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void a_scenario_is_run_halted_stepped_and_wound_back() {
        browser.click(".tabs [href='#scenarios']");
        browser.type("#page-scenarios input[type=search]", "water-to-the-end");
        browser.click("#page-scenarios .list button");

        browser.await("#page-scenarios [data-verdict=passed]");
        browser.await("#page-scenarios li.heard");
        browser.click("#page-scenarios [data-do=play]");
        String halted = position();
        browser.click("#page-scenarios [data-do=forward]");
        assertThat(position()).isNotEqualTo(halted);
        browser.click("#page-scenarios [data-do=back]");
        browser.click("#page-scenarios [data-do=back]");
        browser.click("#page-scenarios [data-do=rewind]");
        assertThat(position()).startsWith("0.0");
        assertThat(browser.all("#page-scenarios .log li")).isEmpty();
        browser.one("#page-scenarios [name=position]").sendKeys(Keys.END);
        browser.await("#page-scenarios .log li", "完了");
        browser.choose("#page-scenarios [name=playspeed]", "16×");
        browser.click("#page-scenarios summary");
        browser.shoot("scenarios");
        browser.click("#page-scenarios [data-do=run]");
        browser.await("#page-scenarios [data-do=play][aria-label=一時停止]");
        browser.type("#page-scenarios input[type=search]", "0");
        browser.click("#page-scenarios [data-do=all]");
        browser.await("#progress", "合格");
        browser.click("#page-scenarios [data-do=all]");
    }

    @Test
    void reports_skills_models_and_the_doctor_are_there_to_be_read() {
        browser.click(".tabs [href='#reports']");
        browser.await("#page-reports .list button", "night");
        browser.click("#page-reports .list button");
        browser.inFrame("#page-reports iframe", () -> browser.await("#report", "three of four"));
        browser.click("#page-reports [data-do=refresh]");
        browser.shoot("reports");
        browser.click(".tabs [href='#skills']");
        browser.type("#page-skills input[type=search]", "お水を持ってきて");
        browser.await("#page-skills td", "bring_water");
        browser.shoot("skills");
        browser.click(".tabs [href='#models']");
        browser.await("#page-models td", "starter-ja");
        browser.click("#page-models [data-do=doctor]");
        browser.await("#findings td", "microphone");
        browser.shoot("models");
        browser.click(".tabs [href='#live']");
        browser.await("#page-live:not([hidden])");
    }

    @Test
    void it_speaks_english_and_is_light_where_one_wants_it_and_stays_so() {
        say("電気をつけて");
        browser.await(".turns .chip.good", "完了");
        browser.click("#lang");
        browser.await("#stop", "STOP");
        browser.await(".turns .chip.good", "done");
        browser.await("#disturb-body legend", "Faults");
        String before = browser.one("html").getAttribute("data-theme");
        browser.click("#theme");
        String chosen = browser.one("html").getAttribute("data-theme");
        assertThat(chosen).isNotEqualTo(before);
        browser.shoot("live-english-" + chosen);
        browser.reload();
        browser.await("#link.on", "connected");
        assertThat(browser.one("html").getAttribute("data-theme")).isEqualTo(chosen);
    }

    @Test
    void all_can_be_reached_by_the_keyboard_alone_and_where_one_is_can_be_seen() {
        Actions keys = browser.keys();
        int reached = 0;
        boolean sent = false;
        for (int i = 0; i < 60 && !sent; i++) {
            keys.sendKeys(Keys.TAB).perform();
            reached++;
            assertThat(browser.focusOutline()).as("stop " + i).isNotEqualTo("none");
            if (browser.focusedName().equals("text")) {
                keys.sendKeys("電気をつけて", Keys.ENTER).perform();
                sent = true;
            }
        }
        assertThat(reached).isGreaterThan(8);
        browser.await("li.heard", "電気");
    }

    @Test
    void texts_keep_their_contrast_in_both_themes() {
        say("お水を持ってきて");
        browser.await(".verdicts li");
        assertThat(browser.faintTexts()).isEmpty();
        browser.click("#theme");
        assertThat(browser.faintTexts()).isEmpty();
    }

    @Test
    void on_a_narrow_screen_nothing_is_cut_off_sideways() {
        browser.size(new Dimension(1_024, 768));
        browser.shoot("tablet");
        assertThat(browser.overflow()).isZero();
        browser.size(new Dimension(500, 900));
        browser.shoot("phone");
        assertThat(browser.overflow()).isZero();
    }

    @Test
    void of_a_robot_that_is_not_simulated_here_the_robot_is_shown_and_its_senses_are_spoken_for() {
        try (TestStudio real = TestStudio.ofSomeRobot(reports)) {
            browser.open(real.studio.address(), "");
            browser.await("#link.on");
            browser.await(".map .robot[visibility=visible]");
            assertThat(browser.all("#pace button")).noneMatch(WebElement::isDisplayed);
            browser.type("[data-set=sense] input", "佐藤");
            for (String sense : List.of("person_arrived", "person_left", "bumper", "fall")) {
                press("sense", sense);
                browser.await("li", "感覚: " + sense);
            }
            browser.await(".verdicts li", "call_human nurse");
            browser.shoot("some-robot");
            leave();
        }
    }

    @Test
    void of_several_robots_each_is_seen_and_stopped_by_itself_or_all_at_once() {
        try (TestStudio clinic = TestStudio.ofClinic(reports)) {
            browser.open(clinic.studio.address(), "");
            browser.await("#link.on");
            browser.await(".fleet li[data-robot=二号] .place", "2階充電場所");
            browser.await(".map .robot.other text", "二号");
            SimulatedRobot second = clinic.world.robots().get(1);

            browser.click(".fleet [data-halt=二号]");
            browser.await(".fleet li[data-robot=二号] .chip.bad", "停止中");
            assertThat(second.state().stopped()).isTrue();
            assertThat(clinic.world.robot().state().stopped()).isFalse();
            browser.await(".map .robot.other.stopped");
            browser.click(".fleet [data-release=二号]");
            browser.await(".fleet li[data-robot=二号] .chip.good");

            browser.click(".fleet li[data-robot=二号] .pick");
            browser.await(".map .robot.other.chosen");
            press("estop", "estop");
            browser.await(".fleet [data-estop=二号][aria-pressed=true]");
            assertThat(second.state().emergencyStop()).isTrue();
            assertThat(clinic.world.robot().state().emergencyStop()).isFalse();
            browser.click(".fleet [data-estop=二号]");
            browser.await(".fleet [data-estop=二号][aria-pressed=false]");
            browser.click(".fleet [data-release=二号]");
            browser.await(".fleet li[data-robot=二号] .chip.good");

            browser.click(".fleet .all");
            browser.awaitTrue(() -> clinic.world.robots().stream()
                    .allMatch(robot -> robot.state().stopped()));
            browser.await("#latch.bad");
            browser.shoot("robots");
            leave();
        }
    }

    @Test
    void storeys_are_looked_at_one_by_one_and_a_lift_is_put_out_of_order() {
        try (TestStudio clinic = TestStudio.ofClinic(reports)) {
            browser.open(clinic.studio.address(), "");
            browser.await("#link.on");
            browser.await(".map .shaft.here");
            String all = browser.one(".map svg").getDomAttribute("viewBox");
            browser.click(".storeys button:last-child");
            browser.await(".storeys button:last-child[aria-pressed=true]", "2階");
            assertThat(browser.one(".map svg").getDomAttribute("viewBox")).isNotEqualTo(all);
            browser.shoot("storey");
            browser.click(".storeys button:first-child");
            assertThat(browser.one(".map svg").getDomAttribute("viewBox")).isEqualTo(all);
            press("lift", "broken-エレベーター");
            browser.await(".map .shaft.broken");
            browser.shoot("storeys");
            press("lift", "broken-エレベーター");
            browser.awaitGone(".map .shaft.broken");
            press("lift", "full-エレベーター");
            browser.awaitTrue(() -> clinic.world.snapshot().lifts().get(0).full());
            leave();
        }
    }

    @Test
    void with_more_tabs_than_a_browser_has_connections_a_stop_is_not_kept_waiting() {
        for (int i = 0; i < 7; i++) {
            browser.openBeside(running.studio.address());
            browser.await("#link.on");
        }
        browser.one("#say input").sendKeys(Keys.ESCAPE);

        browser.await("#latch.bad", "停止中");
        assertThat(running.world.robot().state().stopped()).isTrue();
    }

    @Test
    void a_page_whose_studio_is_gone_says_so() {
        running.studio.close();

        browser.await("#link.off", "切断");
        browser.click("#stop");
        browser.await("#notice", "本体のボタン");
        browser.forgetComplaints();
    }

    /** Turn to the usual studio before another closes: a page complains when it is cut off. */
    private void leave() {
        browser.open(running.studio.address(), "");
        browser.await("#link.on");
    }

    private void say(String text) {
        browser.type("#say input", text);
        browser.one("#say input").sendKeys(Keys.ENTER);
    }

    private void press(String set, String button) {
        browser.click("[data-set=" + set + "] [data-do=" + button + "]");
    }

    private String position() {
        return browser.one("#page-scenarios [name=at]").getText();
    }
}
