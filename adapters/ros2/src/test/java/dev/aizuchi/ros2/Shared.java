package dev.aizuchi.ros2;

import dev.aizuchi.ros2.definition.Definitions;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Give the definitions that lie beside the tests: those of ROS 2 Jazzy, copied from its packages. */
public final class Shared {
    private Shared() {}

    public static Definitions definitions() {
        return new Definitions(List.of(folder()));
    }

    public static Path folder() {
        return beside("share").resolveSibling("");
    }

    /** Give the folder with packages that are on no registry, as their field names and types alone. */
    public static Path interfaces() {
        return beside("interfaces");
    }

    private static Path beside(String folder) {
        try {
            return Path.of(
                    Objects.requireNonNull(Shared.class.getResource(folder)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
