package dev.aizuchi.japanese;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Make sentences, and their clauses, ready to be compared. */
final class Analyzer {
    /** An utterance with more clauses is compared by its last ones. */
    private static final int MOST_CLAUSES = 6;

    private static final Set<String> CLAUSE_ENDS = Set.of("ので", "から", "けど", "けれど", "けれども", "が", "し", "て", "で");

    private static final Set<String> REASONS = Set.of("ので", "から", "けど", "し");

    /** 「持ってきてくれてありがとう」 thanks for what was done. */
    private static final Set<String> GIVEN = Set.of("くれる", "もらう", "いただく", "くださる");

    private static final Comparator<Sentence> SHORTER =
            Comparator.comparingInt(part -> part.text().length());

    private final Morphology morphology = new Morphology();
    private final Dialect dialect = new Dialect();
    private final Vocabulary vocabulary = new Vocabulary();
    private final Polarity polarity = new Polarity(vocabulary);
    private final Corrections corrections = new Corrections(morphology);
    private final Numbers numbers = new Numbers(morphology);

    /** Give a text in the standard language. */
    String standard(String normalized) {
        return dialect.standard(normalized);
    }

    /** Give a text in the standard language without what its speaker took back. */
    String meant(String normalized) {
        return corrections.corrected(dialect.standard(normalized));
    }

    List<Morpheme> morphemes(String text) {
        return morphology.analyze(text);
    }

    /** Tell whether a text greets or thanks, and wants nothing. */
    boolean isGreeting(String text) {
        return morphology.analyze(text).stream().anyMatch(word -> word.is("感動詞") && !vocabulary.isCourtesy(word));
    }

    Sentence sentence(String normalized) {
        String text = RoomNumbers.inDigits(meant(normalized), numbers);
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
                parts.add(clause(whole.text(), all.subList(starts.get(i), end), all.subList(end, all.size())));
            }
        }
        return left(takenBack(whole.bearing().act() == SpeechAct.RECALLS ? recalled(parts) : parts));
    }

    /** What is part of a memory is no wish of today. */
    private static List<Sentence> recalled(List<Sentence> parts) {
        return parts.stream().map(part -> part.doing(SpeechAct.RECALLS)).toList();
    }

    /** 「電気がついて、びっくりした」: what is joined by て does what the end does, unless that only gives the reason. */
    private Sentence clause(String whole, List<Morpheme> part, List<Morpheme> rest) {
        Sentence clause = sentence(whole, part);
        Morpheme last = part.get(part.size() - 1);
        boolean joined = Core.isJoining(last);
        SpeechAct end = sentence(whole, rest).bearing().act();
        boolean doneFor = joined
                && part.size() > 1
                && GIVEN.contains(part.get(part.size() - 2).base());
        boolean states = joined && end != SpeechAct.ASKS && end != SpeechAct.NAMES && !givesReason(rest);
        return doneFor || states ? clause.doing(SpeechAct.STATES) : clause;
    }

    private static boolean givesReason(List<Morpheme> rest) {
        Morpheme last = rest.get(rest.size() - 1);
        return last.is("助詞-接続助詞") && REASONS.contains(last.surface());
    }

    /** Give the longest end of an utterance that begins with more than politeness. */
    Sentence wish(List<Sentence> parts) {
        Sentence whole = parts.get(0);
        int start = 0;
        for (int from : clauseStarts(whole.morphemes())) {
            List<Morpheme> all = whole.morphemes();
            double before = weightiest(all.subList(0, from));
            if (before < Vocabulary.CONTENT && before <= weightiest(all.subList(from, all.size()))) {
                start = from;
            }
        }
        return start == 0
                ? whole
                : sentence(
                        whole.text(),
                        whole.morphemes().subList(start, whole.morphemes().size()));
    }

    private double weightiest(List<Morpheme> part) {
        return vocabulary.words(part).stream().mapToDouble(Word::weight).max().orElse(0);
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
                .map(part -> part.bearing(part.bearing().declining()))
                .toList();
    }

    /** 「電気は消さないでおいて、夜中に起きるから」: what is only told beside it asks for nothing that is to be left. */
    private static List<Sentence> left(List<Sentence> parts) {
        Optional<Sentence> declined =
                parts.stream().skip(1).filter(part -> part.bearing().declines()).min(SHORTER);
        return declined.isEmpty()
                ? parts
                : parts.stream()
                        .map(part -> part.bearing().asksForNothing() ? part.beside(declined.get()) : part)
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
                    || here.base().equals("ない")
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
                Sentence.Bigrams.of(text),
                Set.of());
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
