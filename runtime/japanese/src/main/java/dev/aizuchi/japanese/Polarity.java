package dev.aizuchi.japanese;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Find which way a sentence points, by rule: vectors put 「電気を消して」 next to 「電気をつけて」. */
final class Polarity {
    private static final Set<String> NEGATIONS = Set.of("ない", "ぬ", "ん", "へん", "ず");
    /** 〜かもしれない negates nothing. */
    private static final Set<String> MAYBE = Set.of("しれる", "知れる", "しれ");

    private static final Set<String> GONE = Set.of("なくなる", "無くなる", "消える");

    /** So many words from the end on belong to the last predicate. */
    private static final int LAST = 5;

    private static final Set<String> BETWEEN =
            Set.of("ます", "れる", "られる", "せる", "させる", "てる", "は", "も", "て", "で", "くれる", "もらえる", "いただける");
    private static final Pattern NOBODY = Pattern.compile("(?:誰|だれ|何|なに|どこ)も");

    private final Map<String, Map<Integer, Boolean>> sides = new HashMap<>();
    private final Set<String> turns;
    private final Set<String> leaves;
    private final Pattern declines;
    private final Pattern noNegation;

    private final Pattern stays;
    private final Pattern complains;
    private final Vocabulary vocabulary;
    private final SpeechActs acts;

    Polarity(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.acts = new SpeechActs(vocabulary);
        DataFile data = DataFile.read("polarity.txt");
        List<String> axes = data.lines("opposites");
        for (int axis = 0; axis < axes.size(); axis++) {
            String[] both = axes.get(axis).split("\\|", -1);
            for (int side = 0; side < 2; side++) {
                for (String word : both[side].strip().split(" ", -1)) {
                    sides.computeIfAbsent(word, none -> new HashMap<>()).put(axis, side == 0);
                }
            }
        }
        turns = Set.copyOf(data.lines("turns"));
        leaves = Set.copyOf(data.lines("leaves"));
        stays = any(data.lines("stays"));
        complains = any(data.lines("complains"));
        declines = any(data.lines("declines"));
        noNegation = any(data.lines("no negation"));
    }

    /** Tell whether a text asks that something be left. */
    boolean declines(String text) {
        return declines.matcher(text).find();
    }

    Bearing of(String text, List<Morpheme> morphemes, List<Word> words) {
        Map<Integer, Set<Boolean>> named = new HashMap<>();
        Map<String, Boolean> predicates = new HashMap<>();
        Set<String> made = new HashSet<>();
        Set<String> states = new HashSet<>();
        boolean nobody = NOBODY.matcher(text).find();
        boolean idle = !nobody && noNegation.matcher(text).find();
        boolean complains = this.complains.matcher(text).find();
        boolean ongoing = SpeechActs.isOngoing(morphemes);
        boolean asItWas = morphemes.stream().anyMatch(morpheme -> leaves.contains(morpheme.base()));
        boolean left = !stays.matcher(text).find() && (asItWas || (complains && ongoing));
        for (Word word : words) {
            String said = morphemes.get(word.at()).base();
            boolean isStem = (asItWas || left) && sides.containsKey(word.base() + "る");
            String base = isStem ? word.base() + "る" : word.base();
            // What was left on is wished off.
            sides.getOrDefault(base, Map.of())
                    .forEach((axis, side) ->
                            named.computeIfAbsent(axis, none -> new HashSet<>()).add(side != left));
            if (word.predicate() && word.weight() >= Vocabulary.CONTENT) {
                boolean negated = !idle && isNegated(morphemes, word.at());
                predicates.put(word.key(), negated);
                // 大きくする is about 大きい, too.
                predicates.put(said, negated);
                if (!word.base().equals(said)) {
                    made.add(said);
                } else if (isState(morphemes, word.at())) {
                    states.add(said);
                }
            }
        }
        boolean turned = complains || morphemes.stream().anyMatch(morpheme -> turns.contains(morpheme.base()));
        return new Bearing(
                named,
                declines(text),
                predicates,
                made,
                states,
                turned,
                acts.of(morphemes),
                denies(morphemes),
                ongoing,
                vocabulary.questions(morphemes));
    }

    /** 暗い, 暗くて: said of something, and not 暗い部屋. */
    private static boolean isState(List<Morpheme> morphemes, int at) {
        return morphemes.get(at).is("形容詞")
                && (at + 1 == morphemes.size() || !morphemes.get(at + 1).is("名詞-一般"));
    }

    /** Tell whether the end is negated: 痛くない, めまいはしません, なくなった; not 痛いかもしれない. */
    private static boolean denies(List<Morpheme> morphemes) {
        boolean denies = false;
        for (int i = Math.max(1, morphemes.size() - LAST); i < morphemes.size(); i++) {
            Morpheme word = morphemes.get(i);
            boolean negation = (NEGATIONS.contains(word.base()) && (word.is("助動詞") || word.is("形容詞")))
                    || GONE.contains(word.base());
            boolean maybe = MAYBE.contains(morphemes.get(i - 1).base());
            denies |= negation && !maybe;
        }
        return denies;
    }

    private static boolean isNegated(List<Morpheme> morphemes, int at) {
        for (int i = at + 1; i < Math.min(morphemes.size(), at + 5); i++) {
            String base = morphemes.get(i).base();
            if (NEGATIONS.contains(base)
                    && (morphemes.get(i).is("助動詞") || morphemes.get(i).is("形容詞"))) {
                return true;
            }
            if (!BETWEEN.contains(base)) {
                return false;
            }
        }
        return false;
    }

    private static Pattern any(List<String> expressions) {
        return Pattern.compile("(?:" + String.join(")|(?:", expressions) + ")");
    }
}
