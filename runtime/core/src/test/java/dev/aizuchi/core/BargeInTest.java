package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BargeInTest {
    private final Voice voice = new Voice();
    private final BargeIn bargeIn = new BargeIn(voice, "痛い"::equals);

    @ParameterizedTest
    @ValueSource(strings = {"うん", "はい", "うんうん", "はいはい", "へえ", "ええ", "そうですか", "なるほど", "ほう", "運"})
    void a_listeners_sound_makes_it_pause_and_go_on(String sound) {
        bargeIn.begins();
        bargeIn.partial(sound);
        assertThat(bargeIn.ends(sound)).isFalse();
        assertThat(voice.did).containsExactly("pause", "go on");
    }

    @Test
    void a_sudden_sound_makes_it_pause_for_a_moment_and_a_voice_keeps_it_so() {
        room(-75, 50);
        room(-40, 1);
        assertThat(voice.did).containsExactly("pause");
        room(-75, 3);
        bargeIn.begins();
        room(-75, 50);
        assertThat(voice.did).containsExactly("pause", "pause");
    }

    @Test
    void after_a_knock_it_speaks_on_and_does_not_mind_the_next() {
        room(-75, 50);
        room(-40, 1);
        room(-75, 12);
        assertThat(voice.did).containsExactly("pause", "go on");
        room(-40, 1);
        assertThat(voice.did).containsExactly("pause", "go on");
    }

    @Test
    void what_is_left_of_its_own_voice_is_no_sudden_sound() {
        for (int i = 0; i < 50; i++) {
            room(-48, 2);
            room(-44, 1);
            room(-60, 3);
        }
        assertThat(voice.did).isEmpty();
    }

    @Test
    void while_it_is_silent_nothing_is_sudden() {
        voice.speaking = false;
        room(-75, 50);
        room(-20, 5);
        assertThat(voice.did).isEmpty();
    }

    @Test
    void words_make_it_give_way_before_they_are_over() {
        bargeIn.begins();
        sounds(40);
        bargeIn.partial("トイ");
        bargeIn.partial("トイレに");
        assertThat(voice.did).containsExactly("pause", "give way");
        assertThat(bargeIn.ends("トイレに行きたいです")).isTrue();
        assertThat(voice.did).containsExactly("pause", "give way");
    }

    @Test
    void a_yes_and_more_is_more_than_a_sound() {
        bargeIn.begins();
        bargeIn.partial("はい");
        sounds(40);
        bargeIn.partial("はいお茶を");
        assertThat(voice.did).containsExactly("pause", "give way");
    }

    @Test
    void a_short_word_counts_where_it_is_said_to_robots() {
        bargeIn.begins();
        sounds(20);
        assertThat(bargeIn.ends("痛い")).isTrue();
        assertThat(voice.did).containsExactly("pause", "give way");
    }

    @Test
    void what_else_is_heard_in_a_short_sound_does_not() {
        bargeIn.begins();
        sounds(20);
        bargeIn.partial("平和です");
        assertThat(bargeIn.ends("平和です")).isFalse();
        assertThat(voice.did).containsExactly("pause", "go on");
    }

    @Test
    void a_short_sound_is_over_before_its_words_are_known_and_may_go_on() {
        bargeIn.begins();
        sounds(20);
        pauses(12);
        assertThat(voice.did).containsExactly("pause", "go on");
        sounds(15);
        assertThat(voice.did).containsExactly("pause", "go on", "pause");
        bargeIn.partial("はいお茶をください");
        assertThat(voice.did).containsExactly("pause", "go on", "pause", "give way");
    }

    @Test
    void after_a_sound_without_words_it_goes_on() {
        bargeIn.begins();
        bargeIn.ends("");
        assertThat(voice.did).containsExactly("pause", "go on");
    }

    @Test
    void a_yes_answers_the_question_that_is_being_asked() {
        voice.asking = true;
        bargeIn.begins();
        assertThat(bargeIn.ends("はい")).isTrue();
        assertThat(voice.did).containsExactly("pause", "give way");
    }

    @Test
    void who_speaks_while_it_is_silent_has_the_turn() {
        voice.speaking = false;
        bargeIn.begins();
        bargeIn.partial("はい");
        assertThat(bargeIn.ends("はい")).isTrue();
        assertThat(voice.did).isEmpty();
    }

    private void room(double levelDb, int frames) {
        for (int i = 0; i < frames; i++) {
            bargeIn.silent(levelDb);
        }
    }

    private void sounds(int frames) {
        for (int i = 0; i < frames; i++) {
            bargeIn.goesOn(true);
        }
    }

    private void pauses(int frames) {
        for (int i = 0; i < frames; i++) {
            bargeIn.goesOn(false);
        }
    }

    private static final class Voice implements BargeIn.Robot {
        private final List<String> did = new ArrayList<>();
        private boolean speaking = true;
        private boolean asking;

        @Override
        public boolean isSpeaking() {
            return speaking;
        }

        @Override
        public boolean isAsking() {
            return asking;
        }

        @Override
        public void pause() {
            did.add("pause");
        }

        @Override
        public void goOn() {
            did.add("go on");
        }

        @Override
        public void giveWay() {
            did.add("give way");
        }
    }
}
