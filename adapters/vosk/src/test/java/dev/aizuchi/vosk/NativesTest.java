package dev.aizuchi.vosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class NativesTest {
    @Test
    void the_library_stays_loaded_though_no_recogniser_is_open() {
        WeakReference<VoskLibrary> library = new WeakReference<>(Natives.library());
        // Would have JNA unload it.
        System.gc();
        assertThat(library.get()).isNotNull();
    }
}
