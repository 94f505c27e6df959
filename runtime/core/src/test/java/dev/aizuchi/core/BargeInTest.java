package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BargeInTest {
    private final Voice voice = new Voice();
    private final BargeIn bargeIn = new BargeIn(voice);

    @ParameterizedTest
    @ValueSource(strings = {"うん", "はい", "うんうん", "はいはい", "へえ", "ええ", "そうですか", "なるほど", "ほう", "運"})
    void a_listeners_sound_makes_it_pause_and_go_on(String sound) {
        bargeIn.begins();
        bargeIn.partial(sound);
        assertThat(bargeIn.ends(sound)).isFalse();
        assertThat(voice.did).containsExactly("pause", "go on");
    }

    @Test
    void words_make_it_give_way_before_they_are_over() {
        bargeIn.begins();
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
        bargeIn.partial("はいお茶を");
        assertThat(voice.did).containsExactly("pause", "give way");
    }

    @Test
    void a_short_word_counts_at_its_end() {
        bargeIn.begins();
        bargeIn.partial("違う");
        assertThat(bargeIn.ends("違う")).isTrue();
        assertThat(voice.did).containsExactly("pause", "give way");
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
