package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.speech.SpeakingStyle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacedVoiceTest {
    private final ManualLanes lanes = new ManualLanes();
    private final List<String> ends = new ArrayList<>();
    private final PacedVoice voice = new PacedVoice(lanes, text -> Duration.ofSeconds(text.length()));

    @Test
    void a_sentence_takes_its_time_and_is_said_little_by_little() {
        speak(Manner.USUAL);
        pass(3);
        assertThat(voice.said()).isEqualTo("お持ち");
        assertThat(ends).isEmpty();
        pass(2);
        assertThat(voice.said()).isEqualTo("お持ちしま");
        pass(1);
        assertThat(ends).containsExactly("");
    }

    @Test
    void who_speaks_slowly_takes_longer() {
        speak(new Manner(SpeakingStyle.SLOW_CLEAR, 1));
        pass(7);
        assertThat(ends).isEmpty();
        pass(1);
        assertThat(ends).hasSize(1);
    }

    @Test
    void a_pause_is_not_counted_and_the_rest_is_said_once() {
        speak(Manner.USUAL);
        pass(2);
        voice.pause();
        pass(60);
        assertThat(voice.said()).isEqualTo("お持");
        voice.goOn();
        voice.goOn();
        pass(3);
        assertThat(ends).isEmpty();
        pass(1);
        assertThat(ends).hasSize(1);
        pass(60);
        assertThat(ends).hasSize(1);
    }

    @Test
    void what_is_cut_is_known_as_far_as_it_came_and_never_ends() {
        speak(Manner.USUAL);
        pass(4);
        voice.cut();
        pass(60);
        assertThat(voice.said()).isEqualTo("お持ちし");
        assertThat(ends).isEmpty();
        voice.goOn();
        pass(60);
        assertThat(ends).isEmpty();
    }

    private void speak(Manner manner) {
        voice.speak("お持ちします", manner, () -> {}, ends::add);
    }

    private void pass(int seconds) {
        lanes.advance(Duration.ofSeconds(seconds));
    }
}
