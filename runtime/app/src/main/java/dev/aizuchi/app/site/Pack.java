package dev.aizuchi.app.site;

import dev.aizuchi.app.site.SiteFile.SitePlace;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.yaml.KeyLines;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Hold what a pack says, as far as it could be read.
 *
 * @param siteFile the name of its {@code site.yaml}
 * @param lines where the keys of that stand
 * @param phrases what is added, by the skills' names
 * @param texts what is said in other words, by the skills' names
 * @param lexicon the pack's own words; empty for none
 * @param lexiconFile where they stand
 * @param documents folder with what is answered from
 */
record Pack(
        SiteFile site,
        String siteFile,
        KeyLines lines,
        Map<String, List<Item>> phrases,
        Map<String, List<Item>> texts,
        Lexicon lexicon,
        Optional<Path> lexiconFile,
        Optional<Path> documents) {
    static final Pack EMPTY = new Pack(
            SiteFile.EMPTY,
            "",
            KeyLines.none(),
            Map.of(),
            Map.of(),
            new Lexicon(List.of()),
            Optional.empty(),
            Optional.empty());

    static final String LEXICON = "lexicon.tsv";
    static final String DOCUMENTS = "documents";
    private static final Pattern LINE = Pattern.compile("^line (\\d+) of the lexicon:? ?");

    Pack {
        phrases = Map.copyOf(phrases);
        texts = Map.copyOf(texts);
    }

    /** Read a pack; every fault is told, and what has one is left out. */
    static Pack read(PackFolder folder, Consumer<Fault> faults) {
        SkillFiles files = new SkillFiles(folder, faults);
        files.unread(List.of(PackFolder.SITE, LEXICON, DOCUMENTS, "phrases", "texts"));
        Optional<Path> lexicon = Optional.of(folder.root().resolve(LEXICON)).filter(Files::exists);
        YamlFile yaml = siteFile(folder, files, faults);
        return new Pack(
                site(yaml),
                yaml.shown(),
                yaml.lines(),
                files.phrases(),
                files.texts(),
                lexicon.map(file -> lexicon(folder.shown(file), files.text(file).orElse(""), faults))
                        .orElse(EMPTY.lexicon),
                lexicon,
                Optional.of(folder.root().resolve(DOCUMENTS)).filter(Files::isDirectory));
    }

    private static YamlFile siteFile(PackFolder folder, SkillFiles files, Consumer<Fault> faults) {
        Path file = folder.root().resolve(PackFolder.SITE);
        if (Files.exists(file)) {
            return YamlFile.of(folder.shown(file), files.text(file).orElse("{}"), faults);
        }
        faults.accept(
                new Fault(folder.shown(file), 1, "is missing; a pack has one: ./aizuchi site new NAME writes it"));
        return YamlFile.of(folder.shown(file), "{}", faults);
    }

    private static SiteFile site(YamlFile yaml) {
        Optional<SiteFile> bound = yaml.bind(SiteFile.class);
        if (bound.filter(site -> site.name().isBlank()).isPresent()) {
            yaml.fault("/name", "the site has no name; add name: as people there call it");
        }
        placeNames(yaml);
        return bound.orElse(SiteFile.EMPTY);
    }

    /** Each place has a name, and each name one place. */
    private static void placeNames(YamlFile yaml) {
        Map<String, String> owners = new HashMap<>();
        for (int i = 0; i < yaml.at("/places").size(); i++) {
            String at = "/places/" + i;
            String place = yaml.at(at + "/name").asText();
            if (place.isBlank()) {
                yaml.fault(at, "a place without a name; add name:, as it stands on the robot's map");
            } else {
                own(yaml, owners, at + "/name", place, place);
            }
            for (int j = 0; j < yaml.at(at + "/other-names").size(); j++) {
                own(
                        yaml,
                        owners,
                        at + "/other-names/" + j,
                        yaml.at(at + "/other-names/" + j).asText(),
                        place);
            }
        }
    }

    private static void own(YamlFile yaml, Map<String, String> owners, String at, String name, String place) {
        String owner = owners.putIfAbsent(name, place);
        if (owner != null) {
            yaml.fault(at, name + " is a name of " + owner + " already; each name means one place");
        } else if (name.matches("[ぁ-ゖー]+") && at.contains("other-names")) {
            yaml.fault(at, name + " would be found inside of other words; write it in kanji or katakana");
        }
    }

    private static Lexicon lexicon(String shown, String text, Consumer<Fault> faults) {
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                lexicon(line);
            } catch (IllegalArgumentException e) {
                String message = LINE.matcher(String.valueOf(e.getMessage())).replaceFirst("");
                faults.accept(new Fault(shown, number, message + "; write WRITTEN, a tab, READING"));
            }
        }
        try {
            return lexicon(text);
        } catch (IllegalArgumentException e) {
            // Told above, line by line.
            return EMPTY.lexicon;
        }
    }

    private static Lexicon lexicon(String text) {
        try {
            return Lexicon.read(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Give the words of a skill's sentences that the roles' names and the persona change. */
    Map<String, String> roles(String whom) {
        Map<String, String> spoken = new HashMap<>();
        site.roles().forEach((role, named) -> {
            if (named.spoken() != null) {
                spoken.put(role, named.spoken());
            }
        });
        spoken.put(SitePack.STAFF, whom);
        site.persona()
                .given()
                .ifPresent(name -> spoken.put(SitePack.ROBOT, SitePack.filled("persona.robot", "name", name)));
        return spoken;
    }

    List<SitePlace> places() {
        return site.places();
    }

    /** Make a fault about a key of {@code site.yaml}. */
    Fault fault(String path, String message) {
        return new Fault(siteFile, lines.line(path), message);
    }
}
