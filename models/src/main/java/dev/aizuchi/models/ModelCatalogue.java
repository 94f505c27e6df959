package dev.aizuchi.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Hold the known models by id; immutable. */
public final class ModelCatalogue {
    private final Map<String, ModelEntry> entries;

    private ModelCatalogue(Map<String, ModelEntry> entries) {
        this.entries = entries;
    }

    /** Read the catalogue that comes with the product. */
    public static ModelCatalogue bundled() {
        return of(resource("index")
                .lines()
                .filter(line -> !line.isBlank())
                .map(id -> id.strip() + ".properties")
                .map(file -> EntryReader.read(file, new java.io.StringReader(resource(file))))
                .toList());
    }

    /** Make a catalogue of the given models; of two with the same id the later counts. */
    public static ModelCatalogue of(Collection<ModelEntry> models) {
        Map<String, ModelEntry> entries = new LinkedHashMap<>();
        models.forEach(model -> entries.put(model.id(), model));
        return new ModelCatalogue(entries);
    }

    /**
     * Add a site's own models from a {@code .properties} file, or from all of them in a folder.
     *
     * <p>An entry with a known id replaces that one, so a site can name its own mirror.
     *
     * @throws ModelException when a file cannot be read or says something wrong; names file and key
     */
    public ModelCatalogue with(Path fileOrFolder) {
        Map<String, ModelEntry> all = new LinkedHashMap<>(entries);
        for (Path file : files(fileOrFolder)) {
            try (InputStreamReader text = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
                ModelEntry entry = EntryReader.read(file.toString(), text);
                all.put(entry.id(), entry);
            } catch (IOException e) {
                throw unreadable(file, e);
            }
        }
        return new ModelCatalogue(all);
    }

    /** Give all models in catalogue order. */
    public List<ModelEntry> entries() {
        return List.copyOf(entries.values());
    }

    public Optional<ModelEntry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /**
     * Give the model with this id.
     *
     * @throws ModelException when there is none; names the nearest
     */
    public ModelEntry entry(String id) {
        return find(id).orElseThrow(() -> new ModelException(
                "no model is called " + id + Suggestion.hint(id, entries.keySet()) + " (./aizuchi models list)"));
    }

    private static List<Path> files(Path fileOrFolder) {
        if (!Files.isDirectory(fileOrFolder)) {
            return List.of(fileOrFolder);
        }
        try (Stream<Path> children = Files.list(fileOrFolder)) {
            List<Path> files = children.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new ModelException("the catalogue folder " + fileOrFolder + " holds no .properties file");
            }
            return files;
        } catch (IOException e) {
            throw unreadable(fileOrFolder, e);
        }
    }

    private static ModelException unreadable(Path file, IOException cause) {
        return new ModelException("the catalogue " + file + " cannot be read: " + Reasons.of(cause), cause);
    }

    private static String resource(String name) {
        try (InputStream in = ModelCatalogue.class.getResourceAsStream("catalogue/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks catalogue/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
