package dev.aizuchi.japanese.accent;

import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.number.WrittenNumerals;
import dev.aizuchi.japanese.reading.SpeechReader;
import dev.aizuchi.japanese.reading.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Read text in accent phrases. */
public final class AccentReader {
    private final SpeechReader reader;
    private final Morphology morphology;
    private final AccentLexicon lexicon = new AccentLexicon();
    private final NumberAccents numbers = new NumberAccents();

    /** Take words and readings from a reader, and what a word is from the dictionary. */
    public AccentReader(SpeechReader reader, Morphology morphology) {
        this.reader = reader;
        this.morphology = morphology;
    }

    /** Give the accent phrases of a text; none when nothing in it has a sound. */
    public List<AccentPhrase> read(String text) {
        List<AccentPhrase> phrases = new ArrayList<>();
        List<AccentWord> current = new ArrayList<>();
        for (Unit unit : reader.words(text)) {
            if (unit.isPause()) {
                close(current, phrases);
                end(phrases, unit.word().surface());
                continue;
            }
            for (AccentWord word : words(unit)) {
                if (!current.isEmpty() && !Joining.joins(current.get(current.size() - 1), word)) {
                    close(current, phrases);
                }
                current.add(current.isEmpty() ? word : word.drawn());
            }
        }
        close(current, phrases);
        return phrases;
    }

    /**
     * Give a phrase of sounds that are known; none when there is no sound in them.
     *
     * @param kana in katakana; what is no katakana is passed over
     * @param nucleus after which mora the pitch falls, 0 for never
     */
    public static Optional<AccentPhrase> phrase(String kana, int nucleus) {
        List<String> morae = Spoken.drawn(kana, false);
        return morae.isEmpty()
                ? Optional.empty()
                : Optional.of(new AccentPhrase(
                        List.of(new AccentPhrase.Word(morae, "名詞-一般")),
                        Math.max(0, Math.min(nucleus, morae.size())),
                        false,
                        false));
    }

    private static void end(List<AccentPhrase> phrases, String mark) {
        int last = phrases.size() - 1;
        if (last >= 0) {
            boolean asked = mark.equals("?") || mark.equals("？");
            phrases.set(last, phrases.get(last).ending(asked, true));
        }
    }

    private static void close(List<AccentWord> words, List<AccentPhrase> phrases) {
        if (words.isEmpty()) {
            return;
        }
        Nucleus nucleus = new Nucleus(words.get(0));
        for (int i = 1; i < words.size(); i++) {
            nucleus.join(words.get(i - 1), i + 1 < words.size() ? words.get(i).before(words.get(i + 1)) : words.get(i));
        }
        List<AccentPhrase.Word> said = words.stream()
                .map(word -> new AccentPhrase.Word(word.morae(), word.partOfSpeech()))
                .toList();
        int morae = said.stream().mapToInt(word -> word.morae().size()).sum();
        phrases.add(new AccentPhrase(said, Math.max(0, Math.min(nucleus.accent(), morae)), false, false));
        words.clear();
    }

    /** What is not read as it is written comes as a noun, whatever it is: the dictionary tells. */
    private List<AccentWord> words(Unit unit) {
        Morpheme word = unit.word();
        List<AccentWord> parted = List.of();
        if (unit.number()
                || (word.reading().isEmpty()
                        && WrittenNumerals.begins(unit.word().surface().charAt(0)))) {
            parted = numbers.words(word.surface(), unit.kana());
        }
        if (parted.isEmpty() && word.reading().isEmpty() && !unit.number()) {
            parted = parted(unit.kana(), morphology.analyze(word.surface()));
        }
        if (!parted.isEmpty()) {
            return parted;
        }
        List<AccentWord> words = new ArrayList<>();
        for (String part : unit.kana().split("[ 、。]", -1)) {
            if (!Spoken.morae(part).isEmpty()) {
                words.add(word(part, word, !words.isEmpty() || unit.number()));
            }
        }
        return words;
    }

    /** Part a reading of its own among words: what follows the first is read as usual. None where it does not fit. */
    private List<AccentWord> parted(String kana, List<Morpheme> parts) {
        List<AccentWord> words = new ArrayList<>();
        String rest = kana;
        for (int i = parts.size() - 1; i > 0; i--) {
            Morpheme part = parts.get(i);
            String reading = part.surface().equals("は") ? "ワ" : part.surface().equals("へ") ? "エ" : part.reading();
            if (!rest.endsWith(reading) || rest.length() == reading.length()) {
                return List.of();
            }
            words.add(0, word(reading, part, false));
            rest = rest.substring(0, rest.length() - reading.length());
        }
        words.add(0, word(rest, parts.get(0), false));
        return words;
    }

    private AccentWord word(String kana, Morpheme word, boolean alone) {
        // A particle is looked up as it is written, ハ, and said as it sounds, ワ.
        String reading = word.is("助詞") ? word.reading() : kana;
        AccentLexicon.Entry entry = lexicon.find(word.surface(), reading, word.partOfSpeech());
        boolean asWritten = entry != null && entry.asWritten();
        List<String> morae = asWritten ? Spoken.morae(kana) : Spoken.drawn(kana, word.is("動詞"));
        int accent = entry == null ? guess(word, morae) : entry.accent();
        return new AccentWord(
                morae, word.partOfSpeech(), word.surface(), accent, entry == null ? "C1" : entry.joining(), alone);
    }

    /**
     * A loan word falls before its third mora from the end, which a drawn-out vowel shifts; most others do not fall.
     */
    private static int guess(Morpheme word, List<String> morae) {
        if (word.surface().startsWith("何")) {
            return 1;
        }
        boolean loan = word.surface().codePoints().allMatch(c -> c >= 'ァ' && c <= 'ー');
        if (!loan || morae.size() < 3) {
            return loan ? 1 : 0;
        }
        int nucleus = morae.size() - 2;
        boolean weak = nucleus > 1 && List.of("ー", "ッ", "ン").contains(morae.get(nucleus - 1));
        return weak ? nucleus - 1 : nucleus;
    }
}
