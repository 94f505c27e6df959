package dev.aizuchi.japanese;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Make sentences, and their clauses, ready to be compared. */
final class Analyzer {
    /** An utterance with more clauses is compared by its last ones. */
    private static final int MOST_CLAUSES = 6;

    private static final Set<String> CLAUSE_ENDS = Set.of("ので", "から", "けど", "けれど", "けれども", "が", "し", "て", "で");

    private final Morphology morphology = new Morphology();
    private final Dialect dialect = new Dialect();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Polarity polarity = new Polarity(vocabulary);

    Sentence sentence(String normalized) {
        String text = dialect.standard(normalized);
        return sentence(text, morphology.analyze(text));
    }

    /** Give an utterance's readings: as a whole, then its clauses and its ends, none twice. */
    List<Sentence> parts(Sentence whole) {
        List<Morpheme> all = whole.morphemes();
        List<Integer> starts = clauseStarts(all);
        List<Sentence> parts = new ArrayList<>();
        parts.add(whole);
        for (int i = Math.max(0, starts.size() - MOST_CLAUSES); i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : all.size();
            if (starts.get(i) > 0) {
                parts.add(sentence(whole.text(), all.subList(starts.get(i), all.size())));
            }
            if (end < all.size()) {
                parts.add(sentence(whole.text(), all.subList(starts.get(i), end)));
            }
        }
        return takenBack(parts);
    }

    /** Give the longest end of an utterance that begins with more than politeness. */
    Sentence wish(List<Sentence> parts) {
        Sentence whole = parts.get(0);
        int start = 0;
        for (int from : clauseStarts(whole.morphemes())) {
            List<Word> before = vocabulary.words(whole.morphemes().subList(0, from));
            if (before.stream().noneMatch(word -> word.weight() >= Vocabulary.CONTENT)) {
                start = from;
            }
        }
        return start == 0
                ? whole
                : sentence(
                        whole.text(),
                        whole.morphemes().subList(start, whole.morphemes().size()));
    }

    /** 「お水…いや、もういらない」: an end that declines without naming a thing takes back all before it. */
    private static List<Sentence> takenBack(List<Sentence> parts) {
        boolean across = parts.get(0).bearing().declines()
                && parts.stream().skip(1).noneMatch(part -> part.bearing().declines());
        Sentence end = parts.get(parts.size() - 1);
        boolean byEnd = end.bearing().declines() && end.words().stream().noneMatch(Word::noun);
        if (parts.size() == 1 || !(across || byEnd)) {
            return parts;
        }
        return parts.stream()
                .map(part -> new Sentence(
                        part.text(),
                        part.morphemes(),
                        part.words(),
                        part.bearing().declining(),
                        part.sound(),
                        part.look()))
                .toList();
    }

    private List<Integer> clauseStarts(List<Morpheme> morphemes) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 1; i < morphemes.size(); i++) {
            Morpheme before = morphemes.get(i - 1);
            Morpheme here = morphemes.get(i);
            boolean paused = before.is("記号") && !here.is("記号");
            boolean joined = before.is("助詞-接続助詞") && CLAUSE_ENDS.contains(before.surface());
            boolean carriesOn = here.is("動詞-非自立")
                    || here.is("形容詞-非自立")
                    || here.is("助")
                    || here.is("記号")
                    || here.is("動詞-接尾")
                    || vocabulary.isWant(here);
            boolean opened = vocabulary.isCourtesy(before) && !here.is("助") && !here.is("記号");
            if (paused || opened || (joined && !carriesOn)) {
                starts.add(i);
            }
        }
        return starts;
    }

    private Sentence sentence(String whole, List<Morpheme> part) {
        List<Morpheme> morphemes = part;
        while (!morphemes.isEmpty() && morphemes.get(morphemes.size() - 1).is("記号")) {
            morphemes = morphemes.subList(0, morphemes.size() - 1);
        }
        String text = morphemes.isEmpty()
                ? ""
                : whole.substring(
                        morphemes.get(0).start(),
                        morphemes.get(morphemes.size() - 1).end());
        List<Word> words = vocabulary.words(morphemes);
        return new Sentence(
                text,
                morphemes,
                words,
                polarity.of(text, morphemes, words),
                Sentence.Bigrams.of(reading(morphemes)),
                Sentence.Bigrams.of(text));
    }

    static String reading(List<Morpheme> morphemes) {
        StringBuilder reading = new StringBuilder();
        for (Morpheme morpheme : morphemes) {
            if (!morpheme.is("記号")) {
                reading.append(morpheme.reading());
            }
        }
        return Kana.hiragana(reading.toString());
    }
}
