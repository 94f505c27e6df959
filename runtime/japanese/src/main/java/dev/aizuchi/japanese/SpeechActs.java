package dev.aizuchi.japanese;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tell what a sentence does, by its end, its tense and its question words. */
final class SpeechActs {
    private static final Pattern NOBODY = Pattern.compile("(?:誰|だれ|何|なに|どこ)も");
    private static final Pattern SOMEBODY = Pattern.compile("(?:誰|だれ|どなた|誰方)か");

    private final Vocabulary vocabulary;
    private final Pattern asks;
    private final Pattern recalls;
    private final Pattern thanks;
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
        thanks = Pattern.compile("(?:" + String.join("|", data.lines("thanks")) + ")");
        doneForOne = Set.copyOf(data.lines("done for one"));
        always = Set.copyOf(data.lines("always"));
        isThere = Set.copyOf(data.lines("is there"));
        you = Set.copyOf(data.lines("you"));
        self = Set.copyOf(data.lines("I"));
    }

    SpeechAct of(List<Morpheme> all) {
        Core core = Core.of(all);
        if (core.morphemes().isEmpty()) {
            return SpeechAct.NAMES;
        }
        String text = core.text();
        boolean nobody = NOBODY.matcher(text).find();
        if (!nobody && asks(core, text)) {
            return SpeechAct.ASKS;
        }
        if (recalls.matcher(text).find()) {
            return SpeechAct.RECALLS;
        }
        boolean aboutYou = core.has(you) && !core.last().is("助詞");
        if (core.questioned()
                || aboutYou
                || !vocabulary.questions(core.morphemes()).isEmpty()) {
            return SpeechAct.INQUIRES;
        }
        return isPast(core) || thanks.matcher(text).find()
                ? SpeechAct.TELLS
                : says(core) ? SpeechAct.STATES : SpeechAct.NAMES;
    }

    /** 電気がついている: a state that came of something. */
    static boolean isOngoing(List<Morpheme> morphemes) {
        for (int i = 2; i < morphemes.size(); i++) {
            String base = morphemes.get(i).base();
            boolean aspect = morphemes.get(i).is("動詞") && (base.equals("いる") || base.equals("てる"));
            if (base.equals("てる") || (aspect && Core.isJoining(morphemes.get(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    private boolean asks(Core core, String text) {
        Morpheme last = core.last();
        if (Core.isJoining(last)) {
            return core.morphemes().size() > 1 && !core.beforeLast().is("形容詞");
        }
        if (isThere(core)) {
            return (core.questioned() && vocabulary.questions(core.morphemes()).isEmpty())
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
        int at = core.morphemes().size() - 1;
        while (at > 0 && core.morphemes().get(at).is("助動詞")) {
            if (core.morphemes().get(at).base().equals("た")) {
                return false;
            }
            at--;
        }
        Morpheme word = core.morphemes().get(at);
        return isThere.contains(word.base())
                && (at == 0 || !Core.isJoining(core.morphemes().get(at - 1)));
    }

    /** 「水ある」: nothing else is said. */
    private static boolean isBare(Core core) {
        return core.morphemes().size() > 1
                && core.last().base().equals("ある")
                && core.beforeLast().is("名詞")
                && core.morphemes().size() <= 3;
    }

    /** 「看護師さんがよく来てくれます」: a statement, though 「来てくれます」 may ask. */
    private boolean isDoneByOthers(Core core) {
        int at = core.lastVerb();
        if (core.questioned() || !doneForOne.contains(core.morphemes().get(at).base())) {
            return false;
        }
        return core.has(always)
                || core.morphemes().stream()
                        .anyMatch(word -> word.is("助詞")
                                && (word.surface().equals("が") || word.surface().equals("は")));
    }

    /** 消せ, つけろ, 来い, 開始せよ. */
    private static boolean isCommand(Morpheme verb) {
        String said = verb.surface();
        return !said.equals(verb.base())
                && (said.endsWith("ろ")
                        || said.equals("せよ")
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
        boolean cut = last.is("助詞") && !Core.isJoining(last);
        boolean predicate = last.is("動詞") || last.is("形容詞") || last.is("助動詞") || Core.isJoining(last);
        boolean stem = last.is("名詞-形容動詞語幹")
                || last.is("名詞-非自立-形容動詞語幹")
                || last.is("名詞-非自立-助動詞語幹")
                || last.is("名詞-接尾-助動詞語幹")
                || last.is("名詞-接尾-形容動詞語幹");
        if (cut || core.morphemes().stream().noneMatch(word -> !word.is("助") && !word.is("感動詞"))) {
            return false;
        }
        return predicate || stem || isOfTopic(core);
    }

    /** 「看護師さんは女の人」 says something of a topic; 「私はお水」 wishes it. */
    private boolean isOfTopic(Core core) {
        for (int i = 1; i < core.morphemes().size() - 1; i++) {
            Morpheme word = core.morphemes().get(i);
            if (word.is("助詞-係助詞") && word.surface().equals("は") && core.last().is("名詞")) {
                return !self.contains(core.morphemes().get(i - 1).base());
            }
        }
        return false;
    }
}
