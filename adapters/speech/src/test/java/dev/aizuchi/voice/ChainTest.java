package dev.aizuchi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.speech.AudioException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChainTest {
    private final FakeVoice first = new FakeVoice("水");
    private final FakeVoice second = new FakeVoice("茶");

    @Test
    void speaks_with_the_first_voice_that_can() {
        try (var chain = new FallbackSynthesizer(List.of(first, second))) {
            chain.synthesize("お水");
            chain.synthesize("お茶");
        }
        assertThat(first.asked).containsExactly("お水", "お茶");
        assertThat(second.asked).containsExactly("お茶");
    }

    @Test
    void tells_each_reason_when_no_voice_can() {
        try (var chain = new FallbackSynthesizer(List.of(first, second))) {
            assertThatThrownBy(() -> chain.synthesize("米"))
                    .isInstanceOf(AudioException.class)
                    .hasMessage("knows only 水; knows only 茶");
        }
    }

    @Test
    void closes_all_voices() {
        new CachedSynthesizer(new FallbackSynthesizer(List.of(first, second))).close();

        assertThat(first.closed).isTrue();
        assertThat(second.closed).isTrue();
    }

    @Test
    void keeps_the_clips_said_last_and_drops_the_oldest() {
        // Two characters take 20 ms: 640 bytes at 16 kHz.
        var voice = new FakeVoice("水");
        var cache = new CachedSynthesizer(voice, 1_300);
        cache.synthesize("水1");
        cache.synthesize("水2");
        cache.synthesize("水1");
        cache.synthesize("水3");
        cache.synthesize("水1");
        cache.synthesize("水2");

        assertThat(voice.asked).containsExactly("水1", "水2", "水3", "水2");
    }

    @Test
    void keeps_no_clip_that_is_larger_than_its_room_and_no_failure() {
        var voice = new FakeVoice("水");
        var cache = new CachedSynthesizer(voice, 100);
        cache.synthesize("水1");
        cache.synthesize("水1");

        assertThat(voice.asked).hasSize(2);
        assertThatThrownBy(() -> cache.synthesize("茶")).isInstanceOf(AudioException.class);
        assertThatThrownBy(() -> cache.synthesize("茶")).isInstanceOf(AudioException.class);
        assertThat(voice.asked).hasSize(4);
    }
}
