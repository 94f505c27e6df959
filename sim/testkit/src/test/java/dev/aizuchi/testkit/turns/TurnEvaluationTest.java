package dev.aizuchi.testkit.turns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.testkit.turns.Mark.Kind;
import dev.aizuchi.testkit.turns.TurnReport.Figures;
import dev.aizuchi.testkit.turns.TurnTaker.Act;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TurnEvaluationTest {
    private static final int LENGTH_MS = 8_000;

    private final Scripted taker = new Scripted();

    @Test
    void an_end_within_a_turn_is_a_cut_in_and_the_next_after_it_is_the_delay() {
        taker.at(1_500, Act.ENDS_TURN).at(3_300, Act.ENDS_TURN);

        Figures all = run(turn(1_000, 3_000), new Mark(Kind.PAUSE, 1_400, 1_900, ""));

        assertThat(all.cutIns()).isEqualTo(1);
        assertThat(all.pauses()).isEqualTo(1);
        assertThat(all.missed()).isZero();
        assertThat(all.delayMs().p50()).isEqualTo(300);
    }

    @Test
    void a_turn_that_is_never_taken_for_ended_is_missed() {
        taker.at(1_500, Act.ENDS_TURN);

        Figures all = run(turn(1_000, 3_000));

        assertThat(all.missed()).isEqualTo(1);
        assertThat(all.delayMs().n()).isZero();
    }

    @Test
    void an_interruption_is_measured_to_the_pause_where_the_robot_then_gives_way() {
        taker.at(2_120, Act.PAUSES).at(2_700, Act.GIVES_WAY);

        Figures all = run(statement(500, 5_000), new Mark(Kind.INTERRUPTION, 2_000, 3_000, "違います"));

        assertThat(all.silenceMs().p50()).isEqualTo(120);
        assertThat(all.ignored()).isZero();
    }

    @Test
    void who_only_pauses_has_spoken_through_an_interruption() {
        taker.at(2_120, Act.PAUSES).at(2_700, Act.GOES_ON);

        Figures all = run(statement(500, 5_000), new Mark(Kind.INTERRUPTION, 2_000, 3_000, "違います"));

        assertThat(all.ignored()).isEqualTo(1);
    }

    @Test
    void a_listeners_sound_may_make_it_pause_but_not_give_way() {
        taker.at(2_100, Act.PAUSES).at(2_500, Act.GOES_ON);
        assertThat(run(statement(500, 5_000), new Mark(Kind.BACKCHANNEL, 2_000, 2_300, "うん"))
                        .holdMs()
                        .p50())
                .isEqualTo(400);

        taker.clear();
        taker.at(2_100, Act.GIVES_WAY);
        assertThat(run(statement(500, 5_000), new Mark(Kind.BACKCHANNEL, 2_000, 2_300, "うん"))
                        .yielded())
                .isEqualTo(1);
    }

    @Test
    void what_is_taken_from_the_robots_own_voice_is_told() {
        taker.at(2_000, Act.PAUSES).at(2_900, Act.ENDS_TURN);

        Figures all = run(statement(500, 5_000));

        assertThat(all.ownTurns()).isEqualTo(1);
        assertThat(all.ownPauses()).isEqualTo(1);
    }

    @Test
    void a_nod_counts_once_and_only_at_a_spot() {
        taker.at(1_700, Act.NODS).at(1_800, Act.NODS).at(2_900, Act.NODS);

        Figures all =
                run(turn(1_000, 4_000), new Mark(Kind.SPOT, 1_600, 2_200, ""), new Mark(Kind.SPOT, 3_000, 3_500, ""));

        assertThat(all.nods()).isEqualTo(3);
        assertThat(all.precision()).isEqualTo(1 / 3.0);
        assertThat(all.recall()).isEqualTo(0.5);
    }

    @Test
    void the_robot_is_silent_while_it_pauses_and_says_the_rest_afterwards() {
        taker.at(1_000, Act.PAUSES).at(2_000, Act.GOES_ON);

        run(statement(500, 1_500));

        assertThat(taker.sounding(980)).isTrue();
        assertThat(taker.sounding(1_500)).isFalse();
        assertThat(taker.sounding(2_480)).isTrue();
        assertThat(taker.sounding(2_600)).isFalse();
    }

    @Test
    void a_robot_that_gives_way_says_no_more_of_its_sentence() {
        taker.at(1_000, Act.GIVES_WAY);

        run(statement(500, 1_500));

        assertThat(taker.sounding(980)).isTrue();
        assertThat(taker.sounding(1_100)).isFalse();
    }

    private static Mark turn(int from, int to) {
        return new Mark(Kind.TURN, from, to, "お水をください");
    }

    private static Mark statement(int from, int to) {
        return new Mark(Kind.STATEMENT, from, to, "お部屋は三階です");
    }

    private Figures run(Mark... marks) {
        short[] silence = new short[LENGTH_MS * 16];
        short[] tone = new short[LENGTH_MS * 16];
        Arrays.fill(tone, (short) 1_000);
        MarkedDialogue dialogue = new MarkedDialogue(Path.of("x.wav"), "mei", List.of(marks));
        return new TurnEvaluation(taker, (file, channel) -> new AudioClip(channel == 1 ? silence : tone, 16_000), -20)
                .run(List.of(dialogue))
                .all();
    }

    /** Does at given moments what it is told to. */
    private static final class Scripted implements TurnTaker {
        private final Map<Integer, Act> script = new TreeMap<>();
        private final List<Boolean> sound = new ArrayList<>();

        Scripted at(int ms, Act act) {
            script.put(ms, act);
            return this;
        }

        void clear() {
            script.clear();
        }

        boolean sounding(int ms) {
            return sound.get(ms / AudioFrame.MILLIS);
        }

        @Override
        public List<Act> hear(AudioFrame microphone, AudioFrame played) {
            sound.add(played.sample(0) != 0);
            Act act = script.get(sound.size() * AudioFrame.MILLIS);
            return act == null ? List.of() : List.of(act);
        }

        @Override
        public void robotBegins(String sentence, boolean yesNo) {}

        @Override
        public void robotEnds() {}

        @Override
        public List<Duration> judgements() {
            return List.of(Duration.ofMillis(1));
        }

        @Override
        public void reset() {
            sound.clear();
        }

        @Override
        public void close() {}
    }
}
