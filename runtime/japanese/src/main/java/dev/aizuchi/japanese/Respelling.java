package dev.aizuchi.japanese;

import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.kana.LexiconEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Write what was heard as the site writes it: 「廊下」 for 「ローカ」, 「開けて」 for 「空けて」.
 *
 * <p>A recogniser that knows the whole language picks one of many spellings for a sound. Where the text sounds like one
 * sentence that may be said, that sentence is taken; else the site's words are taken where they sound within it. Only
 * what cannot be told apart by ear is changed, so that no 「上げて」 becomes 「下げて」. Callable from any thread.
 */
public final class Respelling {
    /** A word must be this long to be found by its sound within a text. */
    private static final int SHORTEST_WORD = 3;
    /** Morae for each sound that may be nearly instead of exactly the same. */
    private static final int MORAE_PER_SLIP = 4;

    /** Letters that belong to the one before them. */
    private static final String NO_BEGIN = "ァィゥェォャュョヮッンー";

    private static final double SLIP = 0.3;
    private static final double ROUNDING = 1e-9;

    private final Morphology morphology = new Morphology();
    private final Set<String> known = new HashSet<>();
    /** Sentences by their number of morae. */
    private final Map<Integer, List<Entry>> sentences = new HashMap<>();

    private final List<Entry> words = new ArrayList<>();

    private record Entry(String text, List<String> morae) {}

    /** One place in a text where a word can begin or end. */
    private record Edge(int character, int mora) {}

    /**
     * Learn how a site writes.
     *
     * @param sentences that may be said
     * @param words of the site: its places, people, things
     */
    public Respelling(Collection<String> sentences, Lexicon words) {
        this(sentences, words, Respelling::sound);
    }

    /** Learn likewise where it is known how the sentences sound: {@code sounds} gives the {@link #sound} of each. */
    public Respelling(Collection<String> sentences, Lexicon words, UnaryOperator<String> sounds) {
        for (String sentence : sentences) {
            if (known.add(Pieces.plain(sentence))) {
                Entry entry = new Entry(sentence, MoraDistance.morae(sounds.apply(sentence)));
                this.sentences
                        .computeIfAbsent(entry.morae.size(), length -> new ArrayList<>())
                        .add(entry);
            }
        }
        for (LexiconEntry word : words.entries()) {
            Entry entry = new Entry(word.surface(), MoraDistance.morae(Pieces.plain(word.reading())));
            if (entry.morae.size() >= SHORTEST_WORD) {
                this.words.add(entry);
            }
        }
        this.words.sort((one, other) -> Integer.compare(other.morae.size(), one.morae.size()));
    }

    /** Give a text as the site writes it, or as it is where nothing known sounds like it. */
    public String respell(String text) {
        if (known.contains(Pieces.plain(text))) {
            return text;
        }
        Entry heard = new Entry(text, MoraDistance.morae(sound(text)));
        String sentence = sentence(heard);
        return sentence.isEmpty() ? withWords(text) : sentence;
    }

    /** Give how a text sounds, as it is compared: in hiragana, without marks. */
    public static String sound(String text) {
        return Pieces.plain(new Morphology().reading(Normalizer.spelled(text)));
    }

    /** Give the sentence that sounds like it; "" when there is none, or two that differ. */
    private String sentence(Entry heard) {
        Map<String, Double> fitting = new LinkedHashMap<>();
        int length = heard.morae.size();
        int slips = length / MORAE_PER_SLIP;
        for (int near = length - slips; near <= length + slips; near++) {
            for (Entry entry : sentences.getOrDefault(near, List.of())) {
                double distance = MoraDistance.between(heard.morae, entry.morae, allowed(length));
                if (Double.isFinite(distance)) {
                    fitting.put(entry.text, distance);
                }
            }
        }
        double best =
                fitting.values().stream().mapToDouble(Double::doubleValue).min().orElse(0);
        List<String> nearest = fitting.entrySet().stream()
                .filter(entry -> entry.getValue() <= best)
                .map(Map.Entry::getKey)
                .toList();
        return nearest.size() == 1 ? nearest.get(0) : "";
    }

    private String withWords(String text) {
        String changed = text;
        for (Entry word : words) {
            if (!changed.contains(word.text)) {
                changed = withWord(changed, word);
            }
        }
        return changed;
    }

    private String withWord(String text, Entry word) {
        List<String> morae = new ArrayList<>();
        List<Edge> edges = edges(text, morae);
        for (Edge from : edges) {
            for (Edge to : edges) {
                int length = to.mora - from.mora;
                if (length > 0
                        && Math.abs(length - word.morae.size()) <= length / MORAE_PER_SLIP
                        && Double.isFinite(
                                MoraDistance.between(morae.subList(from.mora, to.mora), word.morae, allowed(length)))) {
                    return text.substring(0, from.character) + word.text + text.substring(to.character);
                }
            }
        }
        return text;
    }

    /** Find where words can begin and end: around each word, and between the letters of one in katakana. */
    private List<Edge> edges(String text, List<String> morae) {
        List<Edge> edges = new ArrayList<>();
        for (Morpheme morpheme : morphology.analyze(text)) {
            edges.add(new Edge(morpheme.start(), morae.size()));
            boolean katakana = morpheme.surface().codePoints().allMatch(Respelling::isKatakana);
            if (katakana) {
                for (int i = 1; i < morpheme.surface().length(); i++) {
                    if (NO_BEGIN.indexOf(morpheme.surface().charAt(i)) < 0) {
                        int before = MoraDistance.morae(
                                        Kana.hiragana(morpheme.surface().substring(0, i)))
                                .size();
                        edges.add(new Edge(morpheme.start() + i, morae.size() + before));
                    }
                }
            }
            morae.addAll(MoraDistance.morae(Pieces.plain(katakana ? morpheme.surface() : morpheme.reading())));
        }
        edges.add(new Edge(text.length(), morae.size()));
        return edges;
    }

    static boolean isKatakana(int c) {
        return c >= 'ァ' && c <= 'ー';
    }

    private static double allowed(int morae) {
        int slips = morae / MORAE_PER_SLIP;
        return SLIP * slips + ROUNDING;
    }
}
