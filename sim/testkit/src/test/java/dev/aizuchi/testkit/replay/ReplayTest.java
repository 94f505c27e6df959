package dev.aizuchi.testkit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aizuchi.testkit.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Journals here are written by hand; those of all shipped scenarios come back in the tests of the command line. */
class ReplayTest {
    private static final Setup CARE = Setup.usual();
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void keeps_the_times_between_what_was_done_and_what_came_of_it() {
        assertThat(scenario("""
                {"event":"heard","turn":1,"at":"2026-04-01T01:00:00Z","text":"お水をください"}
                {"event":"said","turn":1,"at":"2026-04-01T01:00:00.500Z","text":"お持ちします。"}
                {"event":"perceived","turn":1,"at":"2026-04-01T01:00:50Z","percept":"gas","lel_percent":12.0}
                """)).contains("""
                        turns:
                          - user: お水をください
                            expect:
                              - say: お持ちします。
                          - after: PT49.5S
                            sense:
                              kind: gas
                              lel_percent: 12.0
                        """);
    }

    @Test
    void says_the_sentence_that_held_a_stop_word_before_the_stop_that_a_live_run_tells_first() {
        assertThat(lines("""
                {"event":"speech_started","turn":3,"at":"2026-04-01T01:00:00Z"}
                {"event":"partial_heard","turn":3,"at":"2026-04-01T01:00:01Z","text":"止まって"}
                {"event":"stopped","turn":3,"at":"2026-04-01T01:00:01Z","cause":"word"}
                {"event":"said","turn":3,"at":"2026-04-01T01:00:01Z","text":"止まりました。"}
                {"event":"heard","turn":3,"at":"2026-04-01T01:00:02Z","text":"止まってください"}
                """)).containsExactly("> user: 止まってください", "stopped: word", "say: 止まりました。");
    }

    @Test
    void presses_a_button_that_stopped_the_robot_and_stops_by_hand_what_nothing_else_explains() {
        assertThat(lines("""
                {"event":"stopped","turn":1,"at":"2026-04-01T01:00:01Z","cause":"estop"}
                {"event":"perceived","turn":1,"at":"2026-04-01T01:00:01Z","percept":"estop","pressed":true}
                {"event":"stopped","turn":1,"at":"2026-04-01T01:00:09Z","cause":"key"}
                """))
                .containsExactly("> fault: {\"estop\":true}", "stopped: estop", "> stop: key", "stopped: key");
    }

    @Test
    void blocks_the_place_that_the_robot_could_not_reach() {
        assertThat(lines("""
                {"event":"heard","turn":1,"at":"2026-04-01T01:00:00Z","text":"トイレに行って"}
                {"event":"commanded","turn":1,"at":"2026-04-01T01:00:00Z","command_id":"a","action":"navigate","arguments":{"place":"トイレ"}}
                {"event":"failed","turn":1,"at":"2026-04-01T01:00:05Z","command_id":"a","reason":"BLOCKED","detail":"no way"}
                """)).endsWith("> fault: {\"block\":\"トイレ\"}", "failed: navigate because: blocked");
    }

    @Test
    void leaves_out_who_comes_and_goes_on_the_simulated_floor_by_themselves() {
        assertThat(lines("""
                {"event":"perceived","turn":0,"at":"2026-04-01T01:00:00Z","percept":"person_arrived","person":"山本"}
                {"event":"perceived","turn":0,"at":"2026-04-01T01:00:00Z","percept":"person_arrived","person":"来客7"}
                """)).containsExactly("> sense: {\"kind\":\"person_arrived\",\"person\":\"来客7\"}");
    }

    @Test
    void gives_each_person_one_invented_name_wherever_they_are_named_and_leaves_the_floors_own() {
        List<JsonNode> events = events("""
                {"event":"heard","turn":1,"at":"2026-04-01T01:00:00Z","text":"松岡さんに090-1234-5678へ電話して"}
                {"event":"understood","turn":1,"at":"2026-04-01T01:00:00Z","intent":"call","slots":{"person":"松岡"}}
                {"event":"heard","turn":2,"at":"2026-04-01T01:00:09Z","text":"佐藤さんと松岡さんと大島さんは"}
                """);
        Replay replay = Replay.of(events, CARE, Set.of(), false);
        assertThat(replay.standIns()).isEqualTo(3);
        assertThat(replay.lines())
                .containsExactly(
                        "> user: 中島さんに03-0000-0001へ電話して",
                        "understood: call with: {\"person\":\"中島\"}",
                        "> user: 佐藤さんと中島さんと石川さんは");
        assertThat(Replay.of(events, CARE, Set.of("大島"), false).lines())
                .last()
                .asString()
                .contains("大島さん");
        assertThat(Replay.of(events, CARE, Set.of(), true).lines())
                .first()
                .asString()
                .contains("松岡さん");
    }

    @Test
    void fills_the_placeholders_of_a_journal_that_was_masked() {
        assertThat(lines("""
                {"event":"heard","turn":1,"at":"2026-04-01T01:00:00Z","text":"〔氏名1〕と申します"}
                """)).containsExactly("> user: 中島と申します");
    }

    @Test
    void finds_the_floor_that_has_the_places() {
        assertThat(Replay.likelyFloor(events("""
                {"event":"commanded","turn":1,"at":"2026-04-01T01:00:00Z","command_id":"a","action":"navigate","arguments":{"place":"売店"}}
                """))).isEqualTo("reception");
        assertThat(Replay.likelyFloor(List.of())).isEqualTo("care");
    }

    @Test
    void refuses_a_journal_without_words_or_without_anything() {
        assertThatThrownBy(() -> scenario("""
                        {"event":"heard","turn":1,"at":"2026-04-01T01:00:00Z"}
                        """))
                .isInstanceOf(ReplayException.class)
                .hasMessageContaining("speech-texts: masked");
        assertThatThrownBy(() -> scenario("")).hasMessageContaining("nothing was said or sensed");
    }

    private static String scenario(String journal) {
        return Replay.of(events(journal), CARE, Set.of(), true).scenario("once more");
    }

    private static List<String> lines(String journal) {
        return Replay.of(events(journal), CARE, Set.of(), false).lines();
    }

    private static List<JsonNode> events(String journal) {
        List<JsonNode> events = new ArrayList<>();
        journal.lines().forEach(line -> events.add(tree(line)));
        return events;
    }

    private static JsonNode tree(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(line, e);
        }
    }
}
