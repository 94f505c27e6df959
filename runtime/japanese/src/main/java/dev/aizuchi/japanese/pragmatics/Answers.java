package dev.aizuchi.japanese.pragmatics;

import dev.aizuchi.japanese.DataFile;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolve answers, also indirect ones, with what was asked: 「結構です」 declines tea and confirms three o'clock.
 *
 * <p>An utterance is read as a row of signals. Plain words (要らない, お願い) outweigh polite ones (結構, ちょっと), and these はい
 * and いいえ; of two equally weighty the later counts. What no signal is in is compared with how people answered before.
 * Any text is taken; callable from any thread.
 */
public final class Answers {
    /** UTF-16 units; an answer that is longer tells a story, of which the end is looked at. */
    private static final int LONGEST = 200;

    /** 「じゃあ、会計は?」 is no yes. */
    private static final Pattern ASKS_BACK = Pattern.compile("\\?$");

    /** 「廊下に案内してください」, 「電気を消して」: a wish of its own, unless the question spoke of that. */
    private static final Pattern ASKS_FOR =
            Pattern.compile("([\\p{IsHan}ァ-ヺー々]{1,8})(?:を|に|へ|まで).*(?:[てで]|ください|くれ|ちょうだい|お願い(?:します)?|たい(?:です)?)$");
    /** 「廊下です」 names another place, unless it was asked whether something is so. */
    private static final Pattern NAMES = Pattern.compile("[\\p{IsHan}ァ-ヺー々A-Za-z0-9]{1,8}(?:です|だよ?|や|じゃ)");

    /** The order of the signs in the data. */
    private static final List<Asked> COLUMNS = List.of(
            Asked.OFFER,
            Asked.INVITATION,
            Asked.PERMISSION,
            Asked.REQUEST,
            Asked.CONFIRMATION,
            Asked.WELLBEING,
            Asked.FACT,
            Asked.OPEN);

    private record Signal(Pattern pattern, int weight, Map<Asked, Character> effects) {}

    private record Found(int end, int weight, char effect) {}

    private record Kind(Asked asked, Pattern pattern) {}

    /** Learnt once, and not by each: that takes as long as all else together. */
    private static final LearntAnswers LEARNT = new LearntAnswers();

    private final List<Signal> signals = new ArrayList<>();
    private final List<Kind> questions = new ArrayList<>();

    private static final class Standard {
        private static final Answers ANSWERS = new Answers();
    }

    /** Give those of the language; read once for all. */
    public static Answers standard() {
        return Standard.ANSWERS;
    }

    private Answers() {
        DataFile data = DataFile.read(Answers.class, "answers.tsv");
        for (List<String> row : data.rows("questions", 2)) {
            questions.add(new Kind(Asked.valueOf(row.get(0)), Pattern.compile(row.get(1))));
        }
        for (List<String> row : data.rows("signals", 3)) {
            signals.add(new Signal(Pattern.compile(row.get(2)), Integer.parseInt(row.get(0)), effects(row.get(1))));
        }
    }

    /** Tell what kind of question a sentence is. */
    public Asked asked(String question) {
        String spelled = spelled(question);
        return questions.stream()
                .filter(kind -> kind.pattern.matcher(spelled).find())
                .map(Kind::asked)
                .findFirst()
                .orElse(Asked.OPEN);
    }

    /** Resolve an answer to a question in its own words. */
    public Answer resolve(String answer, String question) {
        return resolve(answer, asked(question), question);
    }

    /** Resolve an answer to this kind of question. */
    public Answer resolve(String answer, Asked asked) {
        return resolve(answer, asked, "");
    }

    private Answer resolve(String answer, Asked asked, String question) {
        String spelled = spelled(answer);
        List<Found> found = found(spelled, asked);
        int heaviest = found.stream().mapToInt(Found::weight).max().orElse(-1);
        char effect = found.stream()
                .filter(signal -> signal.weight == heaviest)
                .reduce((first, second) -> second.end >= first.end ? second : first)
                .map(Found::effect)
                .orElse('0');
        return switch (contradicted(found, heaviest, effect) ? '?' : effect) {
            case '+' -> Answer.clear(Answer.Meaning.ACCEPT);
            case '-' -> Answer.clear(Answer.Meaning.REFUSE);
            case '?' -> Answer.either();
            default ->
                asked == Asked.OPEN || speaksOfElse(spelled, asked, question)
                        ? Answer.none()
                        : LEARNT.of(spelled).map(Answer::clear).orElseGet(Answer::none);
        };
    }

    /** What is asked for, or named, beside the question is no answer by likeness to one. */
    private static boolean speaksOfElse(String spelled, Asked asked, String question) {
        Matcher wish = ASKS_FOR.matcher(spelled);
        return ASKS_BACK.matcher(spelled).find()
                || (asked != Asked.CONFIRMATION && NAMES.matcher(spelled).matches())
                || (wish.find() && !question.contains(wish.group(1)));
    }

    /** 「はい、大丈夫です」 to an offer: a bare yes before a polite no leaves both readings. */
    private static boolean contradicted(List<Found> found, int heaviest, char effect) {
        return heaviest == 2
                && effect == '-'
                && found.stream().anyMatch(signal -> signal.weight == 1 && signal.effect == '+');
    }

    private List<Found> found(String text, Asked asked) {
        List<Found> found = new ArrayList<>();
        boolean[] taken = new boolean[text.length()];
        for (Signal signal : signals) {
            Matcher matcher = signal.pattern.matcher(text);
            while (matcher.find()) {
                if (matcher.end() > matcher.start() && free(taken, matcher.start(), matcher.end())) {
                    char effect = signal.effects.getOrDefault(asked, '0');
                    if (effect != '0') {
                        found.add(new Found(matcher.end(), signal.weight, effect));
                    }
                }
            }
        }
        return found;
    }

    /** Earlier rows win: what 「いいですね」 has said, 「いいです」 does not say again. */
    private static boolean free(boolean[] taken, int start, int end) {
        for (int i = start; i < end; i++) {
            if (taken[i]) {
                return false;
            }
        }
        java.util.Arrays.fill(taken, start, end, true);
        return true;
    }

    private static Map<Asked, Character> effects(String columns) {
        if (columns.length() != COLUMNS.size()) {
            throw new IllegalStateException("answers.tsv: one sign for each kind of question, not " + columns);
        }
        Map<Asked, Character> effects = new EnumMap<>(Asked.class);
        for (int i = 0; i < COLUMNS.size(); i++) {
            effects.put(COLUMNS.get(i), columns.charAt(i));
        }
        return effects;
    }

    static String spelled(String text) {
        String cut = text.length() <= LONGEST ? text : text.substring(text.length() - LONGEST);
        return Normalizer.normalize(cut, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .replaceAll("[!。]+$", "")
                .replaceAll("[〜~]", "ー");
    }
}
