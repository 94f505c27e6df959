package dev.aizuchi.japanese;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tell what a sentence does, by its end, its tense and its question words. */
final class SpeechActs {
    private static final Pattern NOBODY = Pattern.compile("(?:誰|だれ|何|なに|どこ)も");
    private static final Pattern SOMEBODY = Pattern.compile("(?:誰|だれ|どなた|誰方)か");
    private static final Set<String> QUESTION_ENDS = Set.of("か", "かい", "っけ", "かね");
    private static final Set<String> SOFTENERS =
            Set.of("けど", "けれど", "けれども", "けども", "が", "から", "ので", "し", "ば", "のに", "もんで", "もので");

    /** 行くんです, 行ったばかり, 行ったところ: no more than 行った. */
    private static final Set<String> EXPLAIN = Set.of("ん", "の", "ばかり", "ばっかり", "とこ", "ところ", "わけ");

    private final Vocabulary vocabulary;
    private final Pattern asks;
    private final Pattern recalls;
    private final Set<String> doneForOne;
    private final Set<String> always;
    private final Set<String> isThere;
    private final Set<String> you;
    private final Set<String> self;

    SpeechActs(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        DataFile data = DataFile.read("acts.txt");
        asks = Pattern.compile("(?:" + String.join("|", data.lines("asks")) + ")$");
        recalls = Pattern.compile("(?:" + String.join("|", data.lines("recalls")) + ")");
        doneForOne = Set.copyOf(data.lines("done for one"));
        always = Set.copyOf(data.lines("always"));
        isThere = Set.copyOf(data.lines("is there"));
        you = Set.copyOf(data.lines("you"));
        self = Set.copyOf(data.lines("I"));
    }

    /** A sentence without what softens its end, and whether a か stood there. */
    private record Core(List<Morpheme> morphemes, boolean questioned) {
        Morpheme last() {
            return morphemes.get(morphemes.size() - 1);
        }

        Morpheme beforeLast() {
            return morphemes.get(Math.max(0, morphemes.size() - 2));
        }

        boolean has(Set<String> bases) {
            return morphemes.stream().anyMatch(word -> bases.contains(word.base()));
        }
    }

    SpeechAct of(List<Morpheme> all) {
        Core core = core(all);
        if (core.morphemes.isEmpty()) {
            return SpeechAct.NAMES;
        }
        String text = text(core.morphemes);
        boolean nobody = NOBODY.matcher(text).find();
        if (!nobody && asks(core, text)) {
            return SpeechAct.ASKS;
        }
        if (recalls.matcher(text).find()) {
            return SpeechAct.RECALLS;
        }
        boolean aboutYou = core.has(you) && !ends(core, "助詞");
        if (core.questioned || aboutYou || !vocabulary.questions(core.morphemes).isEmpty()) {
            return SpeechAct.INQUIRES;
        }
        return isPast(core) ? SpeechAct.TELLS : says(core) ? SpeechAct.STATES : SpeechAct.NAMES;
    }

    /** 電気がついている: a state that came of something. */
    static boolean isOngoing(List<Morpheme> morphemes) {
        for (int i = 2; i < morphemes.size(); i++) {
            String base = morphemes.get(i).base();
            boolean aspect = morphemes.get(i).is("動詞") && (base.equals("いる") || base.equals("てる"));
            if (base.equals("てる") || (aspect && isJoining(morphemes.get(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    /** Drop particles, けど, から, んです and です from the end. */
    private static Core core(List<Morpheme> all) {
        int end = all.size();
        boolean questioned = false;
        while (end > 0 && isSoftener(all, end - 1)) {
            Morpheme word = all.get(end - 1);
            // かな and かしら wonder, and soften a remark as well: ちょっと暗いかな.
            boolean wonders = end < all.size() && all.get(end).surface().startsWith("な");
            questioned |= QUESTION_ENDS.contains(word.surface()) && !wonders;
            end--;
        }
        return new Core(all.subList(0, end), questioned);
    }

    private static boolean isSoftener(List<Morpheme> all, int at) {
        Morpheme word = all.get(at);
        boolean joins = word.is("助詞-接続助詞") && SOFTENERS.contains(word.surface());
        boolean explains = (word.is("名詞-非自立") || word.is("助詞-副助詞")) && EXPLAIN.contains(word.surface());
        boolean copula = word.is("助動詞") && Set.of("です", "だ", "な", "や", "じゃ").contains(word.surface());
        boolean past = copula && at > 0 && all.get(at - 1).is("動詞");
        boolean ends = word.is("助詞-終助詞") || word.is("助詞-副助詞／並立助詞／終助詞");
        return ends || joins || explains || (copula && !past) || word.is("記号") || word.is("フィラー");
    }

    private boolean asks(Core core, String text) {
        Morpheme last = core.last();
        if (isJoining(last)) {
            return core.morphemes.size() > 1 && !core.beforeLast().is("形容詞");
        }
        if (isThere(core)) {
            return (core.questioned && vocabulary.questions(core.morphemes).isEmpty())
                    || SOMEBODY.matcher(text).find()
                    || isBare(core);
        }
        if (last.is("動詞") && isCommand(last)) {
            return true;
        }
        // 〜みたい seems, and only ends like 〜たい.
        return !last.surface().equals("みたい") && asks.matcher(text).find() && !isDoneByOthers(core);
    }

    /** いる, いません, ありますか: the verb and its endings close the sentence. */
    private boolean isThere(Core core) {
        int at = core.morphemes.size() - 1;
        while (at > 0 && core.morphemes.get(at).is("助動詞")) {
            if (core.morphemes.get(at).base().equals("た")) {
                return false;
            }
            at--;
        }
        Morpheme word = core.morphemes.get(at);
        return isThere.contains(word.base()) && (at == 0 || !isJoining(core.morphemes.get(at - 1)));
    }

    /** 「水ある」: nothing else is said. */
    private static boolean isBare(Core core) {
        return core.morphemes.size() > 1
                && core.last().base().equals("ある")
                && core.beforeLast().is("名詞")
                && core.morphemes.size() <= 3;
    }

    /** 「看護師さんがよく来てくれます」: a statement, though 「来てくれます」 may ask. */
    private boolean isDoneByOthers(Core core) {
        int at = core.morphemes.size() - 1;
        while (at > 0 && core.morphemes.get(at).is("助動詞")) {
            at--;
        }
        if (core.questioned || !doneForOne.contains(core.morphemes.get(at).base())) {
            return false;
        }
        return core.has(always)
                || core.morphemes.stream()
                        .anyMatch(word -> word.is("助詞")
                                && (word.surface().equals("が") || word.surface().equals("は")));
    }

    /** 消せ, つけろ, 来い. */
    private static boolean isCommand(Morpheme verb) {
        String said = verb.surface();
        return !said.equals(verb.base())
                && (said.endsWith("ろ")
                        || said.endsWith("い")
                        || "えけせてねべめれげ".indexOf(said.charAt(said.length() - 1)) >= 0);
    }

    private static boolean isPast(Core core) {
        Morpheme last = core.last();
        return last.is("助動詞") && (last.surface().equals("た") || last.surface().equals("だ"));
    }

    /** Tell whether something is said of a thing, and not only a thing named. */
    private boolean says(Core core) {
        Morpheme last = core.last();
        boolean cut = last.is("助詞") && !isJoining(last);
        boolean predicate = last.is("動詞") || last.is("形容詞") || last.is("助動詞") || isJoining(last);
        boolean stem = last.is("名詞-形容動詞語幹")
                || last.is("名詞-非自立-形容動詞語幹")
                || last.is("名詞-非自立-助動詞語幹")
                || last.is("名詞-接尾-助動詞語幹")
                || last.is("名詞-接尾-形容動詞語幹");
        if (cut || core.morphemes.stream().noneMatch(word -> !word.is("助") && !word.is("感動詞"))) {
            return false;
        }
        return predicate || stem || isOfTopic(core);
    }

    /** 「看護師さんは女の人」 says something of a topic; 「私はお水」 wishes it. */
    private boolean isOfTopic(Core core) {
        for (int i = 1; i < core.morphemes.size() - 1; i++) {
            Morpheme word = core.morphemes.get(i);
            if (word.is("助詞-係助詞") && word.surface().equals("は") && core.last().is("名詞")) {
                return !self.contains(core.morphemes.get(i - 1).base());
            }
        }
        return false;
    }

    private static boolean ends(Core core, String partOfSpeech) {
        return core.last().is(partOfSpeech);
    }

    private static boolean isJoining(Morpheme word) {
        return word.is("助詞-接続助詞")
                && (word.surface().equals("て") || word.surface().equals("で"));
    }

    private static String text(List<Morpheme> morphemes) {
        StringBuilder text = new StringBuilder();
        morphemes.forEach(word -> text.append(word.surface()));
        return text.toString();
    }
}
