package dev.aizuchi.testkit.turns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.testkit.evaluation.EvaluationException;
import dev.aizuchi.testkit.turns.Mark.Kind;
import dev.aizuchi.testkit.turns.SpokenClip.Gap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialogueMakerTest {
    private static final int LOUD = 5_000;

    private final Map<String, short[]> people = new HashMap<>();
    private final Map<String, short[]> robots = new HashMap<>();

    @TempDir
    private Path folder;

    @Test
    void what_is_marked_as_a_pause_is_quiet_and_the_rest_of_the_turn_is_not() throws IOException {
        make(1, clip("turn", "水を/ください", 1_000, new Gap(400, 500, true)));

        MarkedDialogue dialogue = MarkedDialogue.in(folder).get(0);
        Mark turn = only(dialogue, Kind.TURN);
        Mark pause = only(dialogue, Kind.SPOT);
        short[] sound = sound(people, "001-turn.wav");
        assertThat(turn.text()).isEqualTo("水をください");
        assertThat(pause.fromMs() - turn.fromMs()).isEqualTo(400);
        assertThat(pause.toMs() - pause.fromMs()).isBetween(300, 3_000);
        assertThat(loudest(sound, pause.fromMs(), pause.toMs())).isLessThan(LOUD);
        assertThat(loudest(sound, turn.fromMs(), pause.fromMs())).isGreaterThan(LOUD);
        assertThat(loudest(sound, pause.toMs(), turn.toMs())).isGreaterThan(LOUD);
        assertThat(loudest(sound, turn.toMs(), sound.length / 16)).isLessThan(LOUD);
    }

    @Test
    void the_same_seed_makes_the_same_and_another_makes_another() throws IOException {
        SpokenClip clip = clip("turn", "水を|ください", 1_000, new Gap(400, 500, false));
        make(1, clip);
        short[] first = sound(people, "001-turn.wav");
        make(1, clip);
        assertThat(sound(people, "001-turn.wav")).isEqualTo(first);
        make(2, clip);
        assertThat(sound(people, "001-turn.wav")).isNotEqualTo(first);
    }

    @Test
    void who_interrupts_begins_while_the_robot_speaks_on_its_own_channel() throws IOException {
        make(1, clip("interruption", "違います", 600), clip("statement", "お部屋は三階です", 3_000));

        MarkedDialogue dialogue = MarkedDialogue.in(folder).get(0);
        Mark said = only(dialogue, Kind.STATEMENT);
        assertThat(said.holds(only(dialogue, Kind.INTERRUPTION).fromMs())).isTrue();
        assertThat(loudest(sound(robots, "001-interruption.wav"), said.fromMs(), said.toMs()))
                .isGreaterThan(LOUD);
    }

    @Test
    void a_table_that_cannot_be_read_names_its_line() throws IOException {
        Files.writeString(
                folder.resolve("marks.tsv"), "file\tkind\tfrom_ms\tto_ms\ttext\tvoice\na.wav\tturm\t0\t9\t\t\n");
        assertThatThrownBy(() -> MarkedDialogue.in(folder))
                .isInstanceOf(EvaluationException.class)
                .hasMessageContaining("marks.tsv:2: unknown kind turm; known are turn, pause");
    }

    private void make(long seed, SpokenClip... clips) throws IOException {
        new DialogueMaker(List.of(clips), seed, (file, person, robot) -> {
                    people.put(String.valueOf(file.getFileName()), person);
                    robots.put(String.valueOf(file.getFileName()), robot);
                })
                .into(folder, 1);
    }

    private static SpokenClip clip(String kind, String text, int ms, Gap... gaps) {
        short[] samples = new short[ms * 16];
        Arrays.fill(samples, (short) (2 * LOUD));
        for (Gap gap : gaps) {
            Arrays.fill(samples, gap.fromMs() * 16, gap.toMs() * 16, (short) 0);
        }
        return new SpokenClip(kind, text, "mei", new AudioClip(samples, 16_000), ms, List.of(gaps));
    }

    private static Mark only(MarkedDialogue dialogue, Kind kind) {
        return dialogue.marks().stream()
                .filter(mark -> mark.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static short[] sound(Map<String, short[]> of, String file) {
        return Objects.requireNonNull(of.get(file), file);
    }

    private static int loudest(short[] sound, int fromMs, int toMs) {
        int loudest = 0;
        for (int i = fromMs * 16; i < toMs * 16; i++) {
            loudest = Math.max(loudest, Math.abs(sound[i]));
        }
        return loudest;
    }
}
