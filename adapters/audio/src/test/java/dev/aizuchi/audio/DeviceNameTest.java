package dev.aizuchi.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.speech.AudioException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceNameTest {
    private static final List<String> NAMES =
            List.of("PCH [plughw:0,0]", "ReSpeaker [plughw:1,0]", "default [default]", "ReSpeaker");

    @Test
    void an_exact_name_goes_before_a_part() {
        assertThat(choose("respeaker")).isEqualTo(3);
    }

    @Test
    void a_part_that_no_other_has_is_enough() {
        assertThat(choose("plughw:1")).isEqualTo(1);
        assertThat(choose("pch")).isZero();
    }

    @Test
    void the_default_is_the_one_called_so_else_the_first() {
        assertThat(choose("default")).isEqualTo(2);
        assertThat(DeviceName.choose("default", "microphone", List.of("A", "B")))
                .isZero();
    }

    @Test
    void a_part_of_several_names_is_refused_with_those_names() {
        assertThatThrownBy(() -> choose("plughw"))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("2 devices fit the microphone plughw")
                .hasMessageContaining("PCH [plughw:0,0], ReSpeaker [plughw:1,0]");
    }

    @Test
    void an_unknown_name_is_refused_with_all_names() {
        assertThatThrownBy(() -> choose("usb"))
                .isInstanceOf(AudioException.class)
                .hasMessageContaining("no microphone called usb")
                .hasMessageContaining("default [default]");
    }

    private static int choose(String wanted) {
        return DeviceName.choose(wanted, "microphone", NAMES);
    }
}
