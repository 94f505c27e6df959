package dev.aizuchi.app.site;

import dev.aizuchi.documents.LuceneRetriever;
import dev.aizuchi.japanese.kana.LexiconEntry;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.skill.Skill;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Hold a site pack to the rules, and list all that is wrong with it. */
public final class SiteCheck {
    private final List<Skill> known;
    private final Function<Skill, List<Skill>> beside;
    private final Function<List<Interpreter.Intent>, ? extends Interpreter> interpreters;

    /**
     * Take the skills that packs are checked against.
     *
     * @param known all that there are
     * @param beside gives those that one is loaded beside
     * @param interpreters learns their phrases; the one that the robot will have gives the truest answer
     */
    public SiteCheck(
            List<Skill> known,
            Function<Skill, List<Skill>> beside,
            Function<List<Interpreter.Intent>, ? extends Interpreter> interpreters) {
        this.known = List.copyOf(known);
        this.beside = beside;
        this.interpreters = interpreters;
    }

    /**
     * Check a pack.
     *
     * @return the faults by file and line; none when it is good
     * @throws SitePackException when there is no such pack, or its archive cannot be unpacked safely
     */
    public List<Fault> check(Path path) {
        Set<Fault> faults = new TreeSet<>();
        try (PackFolder folder = PackFolder.open(path)) {
            Pack pack = Pack.read(folder, faults::add);
            new SiteFit(known, faults::add).check(pack);
            new TextCheck(pack, faults::add).check(known);
            new PhraseCheck(pack, beside, interpreters, faults::add).check(known);
            words(pack, faults::add);
            pack.documents().ifPresent(documents -> documents(folder, documents, faults::add));
        }
        return List.copyOf(faults);
    }

    /** A word of the lexicon that is a place's name too would be one of the two. */
    private static void words(Pack pack, Consumer<Fault> faults) {
        Set<String> lexicon = new HashSet<>();
        for (LexiconEntry entry : pack.lexicon().entries()) {
            Stream.concat(Stream.of(entry.surface()), entry.aliases().stream()).forEach(lexicon::add);
        }
        for (int i = 0; i < pack.places().size(); i++) {
            String at = "/places/" + i;
            pack.places()
                    .get(i)
                    .names()
                    .filter(lexicon::contains)
                    .forEach(name -> faults.accept(pack.fault(
                            at, name + " stands in " + Pack.LEXICON + " too; keep it here and remove it there")));
        }
    }

    private static void documents(PackFolder folder, Path documents, Consumer<Fault> faults) {
        LuceneRetriever.faults(documents)
                .forEach((file, message) -> faults.accept(new Fault(
                        folder.shown(file),
                        1,
                        message.replace(file.toString(), "").strip())));
    }
}
