package dev.aizuchi.ros2.rcl;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.NativeLibrary;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class LibrariesTest {
    @Test
    void a_library_stays_loaded_though_nobody_refers_to_it() {
        WeakReference<NativeLibrary> library = new WeakReference<>(Libraries.load("m"));
        // Would have JNA unload it.
        System.gc();
        assertThat(library.get()).isNotNull();
    }
}
