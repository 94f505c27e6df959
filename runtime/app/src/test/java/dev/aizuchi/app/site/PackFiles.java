package dev.aizuchi.app.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes packs for tests. */
final class PackFiles {
    private PackFiles() {}

    /** Write files by their paths below a folder. */
    static Path write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    /** Pack a folder as many programs do: with its own name before each file's. */
    static Path zip(Path folder, Path archive) throws IOException {
        try (Stream<Path> all = Files.walk(folder);
                ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            List<Path> files = all.filter(Files::isRegularFile).toList();
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(folder.getFileName() + "/" + folder.relativize(file)));
                zip.write(Files.readAllBytes(file));
            }
        }
        return archive;
    }
}
