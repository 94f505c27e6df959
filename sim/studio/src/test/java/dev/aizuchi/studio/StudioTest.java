package dev.aizuchi.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aizuchi.robot.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class StudioTest {
    @TempDir
    private Path reports = Path.of("");

    private TestStudio running;
    private Browsing browser;

    @BeforeEach
    void start() {
        running = new TestStudio(StudioSettings.local(0), reports, 1);
        browser = new Browsing(running.studio.address());
    }

    @AfterEach
    void end() {
        running.close();
    }

    @Test
    void shows_its_page_and_lets_nothing_foreign_into_it() {
        var page = browser.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("相槌").doesNotContain("http://", "https://", "style=", "onclick");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void every_file_that_the_page_names_is_there() {
        for (String file : List.of(
                "studio.css",
                "favicon.svg",
                "js/main.js",
                "js/board.js",
                "js/fleet.js",
                "js/mic-worklet.js",
                "lang/ja.json",
                "lang/en.json")) {
            assertThat(browser.get("/" + file).statusCode()).as(file).isEqualTo(200);
        }
        assertThat(browser.json("/lang/en.json").size())
                .isEqualTo(browser.json("/lang/ja.json").size());
    }

    @Test
    void is_not_to_be_called_by_a_name_that_somebody_has_led_here() throws IOException {
        assertThat(browser.statusAsHost(
                        "attacker.example:" + running.studio.address().getPort()))
                .contains("403");
        assertThat(browser.statusAsHost("192.0.2.7")).contains("403");
        assertThat(browser.statusAsHost("localhost:" + running.studio.address().getPort()))
                .contains("200");
    }

    @Test
    void another_page_cannot_act() {
        var foreign = browser.post("/api/live/stop", "", "Origin", "http://attacker.example");

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(running.world.robot().state().stopped()).isFalse();
    }

    @Test
    void a_stop_has_happened_when_it_is_answered_and_holds_until_resumed() throws IOException {
        String own = "http://localhost:" + running.studio.address().getPort();

        assertThat(browser.post("/api/live/stop", "", "Origin", own).statusCode())
                .isEqualTo(200);
        assertThat(running.world.robot().state().stopped()).isTrue();

        try (var events = browser.events()) {
            assertThat(events.awaitEvent("stopped").path("cause").asText()).isEqualTo("studio");
            browser.post("/api/live/resume", "");
            events.awaitEvent("resumed");
        }
        assertThat(running.world.robot().state().stopped()).isFalse();
    }

    @Test
    void what_is_said_comes_with_readings_politeness_and_what_each_stage_took() throws IOException {
        try (var events = browser.events()) {
            browser.post("/api/live/say", "{\"text\":\"お水を持ってきて\",\"person\":\"佐藤\"}");

            JsonNode heard = events.awaitEvent("heard");
            assertThat(heard.path("ruby").toString()).contains("[\"水\",\"みず\"]");
            assertThat(heard.path("level").asText()).isEqualTo("plain");
            assertThat(heard.path("turn").asLong()).isEqualTo(1);
            JsonNode understood = events.awaitEvent("understood");
            assertThat(understood.path("intent").asText()).isEqualTo("bring_water");
            assertThat(understood.path("took_ms").asDouble()).isPositive();
            assertThat(events.awaitEvent("commanded").path("action").asText()).isEqualTo("navigate");
            assertThat(events.await("state", state -> !state.path("way").isEmpty())
                            .path("way")
                            .size())
                    .isGreaterThan(1);
        }
    }

    @Test
    void a_page_that_was_cut_off_gets_what_it_has_missed_and_no_more() throws IOException {
        browser.post("/api/live/say", "{\"text\":\"電気をつけて\"}");
        String last;
        try (var events = browser.events()) {
            events.awaitEvent("heard");
            last = events.lastId();
            events.awaitEvent("completed");
        }
        try (var again = browser.events("Last-Event-ID", last)) {
            assertThat(again.await("event", event -> true).path("kind").asText())
                    .isNotEqualTo("heard")
                    .isNotEqualTo("perceived");
        }
        try (var stranger = browser.events("Last-Event-ID", "another-run-7")) {
            assertThat(stranger.await("event", event -> true).path("kind").asText())
                    .isEqualTo("perceived");
        }
    }

    @Test
    void a_floor_is_disturbed_and_what_is_not_there_is_named() {
        browser.post("/api/live/disturb", "{\"what\":\"block\",\"place\":\"廊下\",\"on\":true}");
        browser.post("/api/live/disturb", "{\"what\":\"battery\",\"value\":0.05}");
        browser.post("/api/live/disturb", "{\"what\":\"fall\",\"person\":\"佐藤\"}");
        browser.post("/api/live/disturb", "{\"what\":\"door\",\"room\":\"給湯室\",\"on\":false}");
        browser.post("/api/live/disturb", "{\"what\":\"estop\",\"on\":true}");

        var floor = running.world.snapshot();
        assertThat(floor.blocked()).containsExactly("廊下");
        assertThat(floor.robot().battery()).isLessThan(0.06);
        assertThat(floor.person("佐藤").orElseThrow().fallen()).isTrue();
        assertThat(floor.isOpen("給湯室")).isFalse();
        assertThat(floor.robot().emergencyStop()).isTrue();

        var unknown = browser.post("/api/live/disturb", "{\"what\":\"block\",\"place\":\"月\",\"on\":true}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(Browsing.json(unknown).path("title").asText()).contains("no place 月", "廊下");
        var missing = browser.post("/api/live/disturb", "{\"what\":\"door\",\"room\":\"給湯室\"}");
        assertThat(Browsing.json(missing).path("title").asText()).contains("on is missing");
        var none = browser.post("/api/live/disturb", "{\"what\":\"flood\"}");
        assertThat(Browsing.json(none).path("title").asText()).contains("flood", "estop");
    }

    @Test
    void one_stop_is_for_all_robots_and_each_has_its_own() {
        try (TestStudio clinic = TestStudio.ofClinic(reports)) {
            Browsing page = new Browsing(clinic.studio.address());
            var first = clinic.world.robots().get(0);
            var second = clinic.world.robots().get(1);

            page.post("/api/live/halt", "{\"robot\":\"二号\"}");
            assertThat(second.state().stopped()).isTrue();
            assertThat(first.state().stopped()).isFalse();
            page.post("/api/live/release", "{\"robot\":\"二号\"}");
            assertThat(second.state().stopped()).isFalse();

            page.post("/api/live/stop", "");
            assertThat(clinic.world.robots()).allMatch(robot -> robot.state().stopped());
            var refused = page.post("/api/live/release", "{\"robot\":\"ロボット\"}");
            assertThat(Browsing.json(refused).path("title").asText()).contains("再開");
            assertThat(first.state().stopped()).isTrue();
            var unknown = page.post("/api/live/halt", "{\"robot\":\"三号\"}");
            assertThat(Browsing.json(unknown).path("title").asText()).contains("三号", "二号");
        }
    }

    @Test
    void what_goes_wrong_goes_wrong_with_the_robot_that_was_named() {
        try (TestStudio clinic = TestStudio.ofClinic(reports)) {
            Browsing page = new Browsing(clinic.studio.address());
            page.post("/api/live/disturb", "{\"what\":\"estop\",\"robot\":\"二号\",\"on\":true}");
            page.post("/api/live/disturb", "{\"what\":\"battery\",\"robot\":\"二号\",\"value\":0.3}");
            page.post("/api/live/disturb", "{\"what\":\"lift\",\"lift\":\"エレベーター\",\"on\":false}");

            var floor = clinic.world.snapshot();
            assertThat(floor.robot().emergencyStop()).isFalse();
            assertThat(floor.robots().get(1).state().emergencyStop()).isTrue();
            assertThat(floor.robots().get(1).state().battery()).isLessThan(0.31);
            assertThat(floor.lifts().get(0).working()).isFalse();
            assertThat(page.json("/api/live").path("floor").path("storeys")).hasSize(2);
        }
    }

    @Test
    void a_person_comes_to_where_the_robot_is_and_it_sees_them() throws IOException {
        running.world.disturb().move(new Place("廊下"));
        try (var events = browser.events()) {
            browser.post("/api/live/disturb", "{\"what\":\"arrive\",\"person\":\"鈴木\"}");

            events.await(
                    "event",
                    event -> event.path("percept").asText().equals("person_arrived")
                            && event.path("arguments").path("person").asText().equals("鈴木"));
        }
    }

    @Test
    void a_floor_can_stand_still() {
        browser.post("/api/live/pace", "{\"speed\":0}");
        var before = running.world.clock().instant();

        assertThat(running.pace.instant()).isBetween(before, before.plusMillis(20));
        assertThat(running.world.clock().instant()).isEqualTo(before);
        assertThat(browser.post("/api/live/pace", "{\"speed\":-1}").statusCode())
                .isEqualTo(400);
        browser.post("/api/live/pace", "{\"speed\":2}");
        assertThat(browser.json("/api/live").path("speed").asDouble()).isEqualTo(2);
    }

    @Test
    void what_was_recorded_in_the_browser_is_heard() throws IOException {
        byte[] sound = new byte[6_400];
        ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN).putShort(0, (short) 1_234);
        try (var events = browser.events()) {
            assertThat(Browsing.json(browser.post("/api/live/speech?person=suzuki", sound))
                            .path("heard")
                            .asBoolean())
                    .isTrue();

            assertThat(running.recorded.get(0).samples()).hasSize(3_200).startsWith((short) 1_234);
            assertThat(events.awaitEvent("heard").path("text").asText()).isEqualTo("お水を持ってきて");
        }
        assertThat(browser.post("/api/live/speech", new byte[3_000_000]).statusCode())
                .isEqualTo(413);
    }

    @Test
    void what_is_no_order_is_refused_with_its_reason() {
        assertThat(Browsing.json(browser.post("/api/live/say", "{"))
                        .path("title")
                        .asText())
                .contains("no JSON");
        assertThat(browser.post("/api/live/say", "text=x".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(400);
        assertThat(Browsing.json(browser.post("/api/live/say", "{\"text\":\" \"}"))
                        .path("title")
                        .asText())
                .contains("text is missing");
        assertThat(browser.post("/api/live/perceive", "{\"kind\":\"ghost\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_scenario_is_played_as_a_film_that_is_the_same_each_time() {
        JsonNode list = browser.json("/api/scenarios");
        assertThat(list.size()).isGreaterThan(5);
        int id = 1;
        assertThat(list.get(id).path("file").asText()).endsWith("02-water-to-the-end.yaml");

        JsonNode film = Browsing.json(browser.post("/api/scenarios/" + id + "/play?film&seed=7", ""));
        JsonNode again = Browsing.json(browser.post("/api/scenarios/" + id + "/play?film&seed=7", ""));

        assertThat(film.path("verdict").asText()).isEqualTo("passed");
        assertThat(film.path("floor").path("width").asDouble()).isEqualTo(18);
        assertThat(film.path("frames").size()).isGreaterThan(100);
        assertThat(film.path("frames")).isEqualTo(again.path("frames"));
        assertThat(film.path("events").findValuesAsText("kind"))
                .contains("heard", "understood", "commanded", "completed", "said")
                .isEqualTo(again.path("events").findValuesAsText("kind"));
        assertThat(browser.get("/api/scenarios/" + id + "/text").body()).contains("turns:");
        assertThat(Browsing.json(browser.post("/api/scenarios/" + id + "/play", ""))
                        .has("frames"))
                .isFalse();
        assertThat(browser.post("/api/scenarios/9999/play", "").statusCode()).isEqualTo(400);
    }

    @Test
    void reports_are_listed_and_nothing_beside_them_is_shown() throws IOException {
        Path one = Files.createDirectories(reports.resolve("night"));
        Files.writeString(one.resolve("summary.json"), "{\"runs_right\":3,\"runs_of\":4}");
        Files.writeString(one.resolve("index.html"), "<p>three of four</p><script>alert(1)</script>");
        Files.writeString(reports.resolve("index.html"), "not a report");

        JsonNode list = browser.json("/api/reports").path("reports");
        assertThat(list.findValuesAsText("name")).containsExactly("night");
        assertThat(list.get(0).path("runs_right").asInt()).isEqualTo(3);
        var page = browser.get("/api/reports/page?name=night");
        assertThat(page.body()).contains("three of four");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox")
                .doesNotContain("script-src");
        assertThat(browser.get("/api/reports/page?name=..").statusCode()).isEqualTo(400);
        assertThat(browser.get("/api/reports/page?name=.").statusCode()).isEqualTo(400);
    }

    @Test
    void skills_models_and_findings_are_listed() {
        JsonNode care = browser.json("/api/skills").path("skills").get(0);
        assertThat(care.path("name").asText()).isEqualTo("care");
        assertThat(care.path("intents").findValuesAsText("name")).contains("bring_water");
        assertThat(browser.json("/api/skills").path("acts").findValuesAsText("action"))
                .contains("navigate");
        assertThat(browser.json("/api/models").findValuesAsText("id")).contains("starter-ja");
        assertThat(Browsing.json(browser.post("/api/doctor", "")).findValuesAsText("state"))
                .containsExactly("good", "note", "broken");
    }

    @Test
    void no_more_pages_are_served_than_there_are_threads_for_and_the_rest_still_works() throws IOException {
        List<Browsing.Events> open = new java.util.ArrayList<>();
        for (int i = 0; i < 16; i++) {
            var page = browser.events();
            page.await("hello", hello -> true);
            open.add(page);
        }
        try (var tooMany = browser.events()) {
            assertThat(tooMany.status()).isEqualTo(503);
        }
        assertThat(browser.post("/api/live/stop", "").statusCode()).isEqualTo(200);
        for (var page : open) {
            page.close();
        }
    }
}
