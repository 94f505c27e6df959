package dev.aizuchi.japanese;

import dev.aizuchi.japanese.PhraseMemory.Spoken;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hold one example phrase, and find what an utterance has in its holes. It is read when it is first compared; callable
 * from any thread.
 */
final class Phrase {
    private static final Pattern HOLE = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_-]*)}");
    private static final Pattern COUNTER = Pattern.compile("^(?:分|時|秒|個|回|人|名|枚|本|杯|階|号|度|つ|番|円|歳|日|月|年|台|冊|メートル|センチ)");
    private static final Pattern NOTHING = Pattern.compile("[\\s\\p{P}]*");
    private static final String THING = "それ";
    private static final String NUMBER = "5";

    private final int number;
    private final String written;
    private final Normalizer normalizer;
    private final Analyzer analyzer;
    private volatile @Nullable Read read;

    /** The phrase as it is compared: its words, where its holes are, and the words outside of them. */
    private record Read(Sentence sentence, List<Hole> holes, List<Word> fixed) {}

    /** Where a hole stands among the phrase's morphemes. */
    private record Hole(String name, int at) {}

    /**
     * What an utterance says where the phrase has holes.
     *
     * @param slots the texts, by name
     * @param taken which of the utterance's morphemes they are
     */
    record Filling(Map<String, Span> slots, Set<Integer> taken) {}

    /** A run of morphemes. */
    record Span(int from, int to) {}

    private Phrase(int number, String written, Normalizer normalizer, Analyzer analyzer) {
        this.number = number;
        this.written = written;
        this.normalizer = normalizer;
        this.analyzer = analyzer;
    }

    /**
     * Take a phrase.
     *
     * @param number its place among all phrases
     * @throws IllegalArgumentException when it has nothing but holes, which would match anything
     */
    static Phrase of(int number, String written, Normalizer normalizer, Analyzer analyzer) {
        Phrase phrase = new Phrase(number, written, normalizer, analyzer);
        if (phrase.hasHoles()
                && NOTHING.matcher(HOLE.matcher(written).replaceAll("")).matches()) {
            throw new IllegalArgumentException("the phrase \"" + written + "\" has no words beside its holes");
        }
        return phrase;
    }

    /** Give what it is, read once; two threads that come at once read the same. */
    private Read read() {
        Read known = read;
        if (known == null) {
            known = readNow();
            read = known;
        }
        return known;
    }

    private Read readNow() {
        List<MatchResult> found = HOLE.matcher(written).results().toList();
        StringBuilder plain = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        int done = 0;
        for (MatchResult hole : found) {
            plain.append(written, done, hole.start());
            places.add(plain.length());
            plain.append(COUNTER.matcher(written.substring(hole.end())).find() ? NUMBER : THING);
            done = hole.end();
        }
        // With holes the places must hold, so only phrases without any are normalised.
        String text = plain.append(written.substring(done)).toString();
        String normalized = found.isEmpty() ? normalizer.normalize(text) : text;
        // An example such as うーん is a filler and nothing else, so it is taken as it stands.
        Sentence sentence = analyzer.sentence(normalized.isEmpty() ? Normalizer.spelled(text) : normalized);
        List<Hole> holes = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            holes.add(new Hole(found.get(i).group(1), sentence.at(places.get(i))));
        }
        List<Word> fixed = sentence.words().stream()
                .filter(word -> holes.stream().noneMatch(hole -> hole.at == word.at()))
                .toList();
        return new Read(sentence, List.copyOf(holes), fixed);
    }

    int number() {
        return number;
    }

    String written() {
        return written;
    }

    Sentence sentence() {
        return read().sentence;
    }

    /** Tell how it is said. */
    Spoken spoken() {
        return sentence().spoken();
    }

    boolean hasHoles() {
        return HOLE.matcher(written).find();
    }

    /** Give the words outside the holes. */
    List<Word> fixed() {
        return read().fixed;
    }

    /** Find all holes in a part of an utterance, or none. */
    Optional<Filling> fill(Sentence heard) {
        Map<String, Span> slots = new HashMap<>();
        List<Integer> taken = new ArrayList<>();
        int from = 0;
        Read known = read();
        for (Hole hole : known.holes) {
            Optional<Span> span = new HoleFinder(known.sentence, hole.at, heard).find(from, this::isHole);
            if (span.isEmpty()) {
                return Optional.empty();
            }
            slots.put(hole.name, span.get());
            for (int i = span.get().from; i < span.get().to; i++) {
                taken.add(i);
            }
            from = span.get().to;
        }
        return Optional.of(new Filling(slots, Set.copyOf(taken)));
    }

    private boolean isHole(int at) {
        return read().holes.stream().anyMatch(hole -> hole.at == at);
    }
}
