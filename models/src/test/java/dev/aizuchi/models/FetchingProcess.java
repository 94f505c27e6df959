package dev.aizuchi.models;

import java.net.URI;
import java.nio.file.Path;

/** Fetch one file in a process of its own, and tell on standard output how it goes. */
final class FetchingProcess {
    private FetchingProcess() {}

    public static void main(String[] arguments) {
        URI uri = URI.create(arguments[0]);
        Path path = Given.store(Path.of(arguments[1]), Given.model(Given.plain(uri)))
                .fetch(
                        "ears",
                        Given.QUICK,
                        progress -> System.out.println(progress.getClass().getSimpleName()));
        System.out.println(path);
    }
}
