package dev.aizuchi.japanese.keigo;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.grammar.Sentence;
import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Verb;
import dev.aizuchi.japanese.grammar.VerbClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Find humble words said of the guest and honorific ones said of one's own side. */
final class Direction implements Rule {
    private enum Side {
        GUEST,
        OWN,
        UNKNOWN
    }

    private final HonorificVerbs verbs;
    private final Pattern guest;
    private final Pattern own;
    private final Set<String> guestActs;

    Direction(HonorificVerbs verbs) {
        this.verbs = verbs;
        DataFile data = DataFile.read(Direction.class, "sides.txt");
        this.guest = Pattern.compile("(?:" + String.join("|", data.lines("guest")) + ")$");
        this.own = Pattern.compile("(?:" + String.join("|", data.lines("own")) + ")$");
        this.guestActs = Set.copyOf(data.lines("acts of guests"));
    }

    @Override
    public List<Issue> find(Sentence s) {
        List<Issue> found = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            int at = i;
            humbleVerb(s, at)
                    .or(() -> humbleRequest(s, at))
                    .or(() -> humblePotential(s, at))
                    .or(() -> honoredSelf(s, at))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** 申す, 参る, 拝見・する: of whom? */
    private Optional<Issue> humbleVerb(Sentence s, int i) {
        Token token = s.at(i);
        boolean noun = token.base().equals("する") && verbs.isHumble(s.at(i - 1).surface() + "する") && i > 0;
        String humble = noun ? s.at(i - 1).surface() + "する" : base(s, i);
        boolean auxiliary = s.at(i - 1).is("助詞-接続助詞")
                && (s.at(i - 1).says("て") || s.at(i - 1).says("で"));
        boolean inhabits =
                humble.equals("おる") && (auxiliary || s.at(i + 1).base().equals("れる"));
        if ((!noun && !token.isVerb()) || !verbs.isHumble(humble) || inhabits || (auxiliary && !humble.equals("おる"))) {
            return Optional.empty();
        }
        if ((!noun && DoubleKeigo.isRespected(s, i)) || humble.equals("お持ちする")) {
            return Optional.empty();
        }
        int from = noun ? i - 1 : i;
        Verb honorific = verbs.plainOfHumble(humble)
                .map(plain -> plain(s, plain))
                .map(verbs::honorific)
                .orElseThrow();
        if (DoubleKeigo.isPassive(s.at(i + 1))) {
            return issue(s, from, i + 1, honorific);
        }
        if (isRequest(s, i + 1)) {
            return request(s, from, i + 1, honorific, humble);
        }
        boolean ofGuest = side(s, from) == Side.GUEST && !isOffer(s, i);
        return ofGuest || asksListener(s, i, humble) ? issue(s, from, i, honorific) : Optional.empty();
    }

    /** The dictionary takes おります for 降ります. */
    private static String base(Sentence s, int i) {
        boolean stays = s.at(i).says("おり")
                && s.at(i).base().equals("おりる")
                && !s.at(i - 1).says("を");
        return stays ? "おる" : s.at(i).base();
    }

    /** 参る is 来る where the sentence tells from where. */
    private static Verb plain(Sentence s, Verb plain) {
        boolean comes = plain.dictionary().equals("行く") && s.text().contains("から");
        return comes ? new Verb("来る", VerbClass.KURU) : plain;
    }

    private Optional<Issue> request(Sentence s, int from, int te, Verb honorific, String humble) {
        boolean plainRequest = s.at(te + 1).form().equals("命令ｉ");
        if (!plainRequest) {
            return issue(s, from, te - 1, honorific);
        }
        String asked = humble.equals("伺う")
                ? "お尋ねください"
                : verbs.plainOfHumble(humble).map(verbs::request).orElseThrow();
        int end = s.at(te + 1).end();
        int start = s.at(from).start();
        return Optional.of(
                new Issue(start, end, IssueKind.WRONG_DIRECTION, s.text().substring(start, end), asked));
    }

    /** ご利用・し・て・ください → ご利用ください; お待ち・し・て・いただく → お待ちいただく. */
    private Optional<Issue> humbleRequest(Sentence s, int i) {
        boolean done =
                s.at(i).says("し") && s.at(i).base().equals("する") && s.at(i + 1).says("て");
        boolean asked = done && (isRequest(s, i + 1) || s.at(i + 2).base().matches("いただく|いただける|頂く|頂ける"));
        boolean beautified = s.at(i - 1).surface().matches("お?(?:掃除|食事|料理|洗濯|散歩|昼寝|買い物|化粧|体操|勉強|電話|片付け)");
        if (!asked || beautified || !DoubleKeigo.isRespected(s, i)) {
            return Optional.empty();
        }
        int start = s.at(i).start();
        int end = s.at(i + 1).end();
        return Optional.of(
                new Issue(start, end, IssueKind.WRONG_DIRECTION, s.text().substring(start, end), ""));
    }

    /** ご利用・できる of the guest → ご利用になれる. */
    private Optional<Issue> humblePotential(Sentence s, int i) {
        boolean can = s.at(i).base().equals("できる") && DoubleKeigo.isRespected(s, i);
        String noun = s.at(i - 1).surface().replaceFirst("^[おご御]", "");
        return can && guestActs.contains(noun) ? issue(s, i, i, new Verb("になれる", VerbClass.ICHIDAN)) : Optional.empty();
    }

    /** 私が・おっしゃる → 申す; also ご覧になる and お読みになる. */
    private Optional<Issue> honoredSelf(Sentence s, int i) {
        Token token = s.at(i);
        boolean become = token.base().equals("なる") && s.at(i - 1).says("に") && DoubleKeigo.isRespected(s, i - 1);
        int from = become ? i - 2 - (s.at(i - 3).is("接頭詞") ? 1 : 0) : i;
        String dictionary = become ? s.between(from, i) + "なる" : token.base();
        boolean honorific = become || (token.isVerb() && verbs.isHonorific(dictionary) && !dictionary.equals("くださる"));
        if (!honorific || side(s, from) != Side.OWN || token.form().startsWith("命令")) {
            return Optional.empty();
        }
        boolean progressive = s.at(i - 1).says("て") && dictionary.equals("いらっしゃる");
        Optional<Verb> plain = progressive
                ? Optional.of(new Verb("いる", VerbClass.ICHIDAN))
                : verbs.plainOfHonorific(dictionary)
                        .map(verb -> byPlace(s, from, verb))
                        .or(() -> stem(s, i));
        return plain.map(this::lowered).flatMap(verb -> issue(s, from, i, verb));
    }

    /** いらっしゃる is 行く or 来る behind a direction, else いる. */
    private static Verb byPlace(Sentence s, int from, Verb plain) {
        Token before = s.at(from - 1);
        boolean moves = before.says("へ") || s.text().matches("(?s).*(?:から|まで|一緒に).*");
        return plain.dictionary().equals("行く") && !moves ? new Verb("いる", VerbClass.ICHIDAN) : plain;
    }

    private Verb lowered(Verb plain) {
        Verb courteous = verbs.courteous(plain);
        boolean sees = plain.dictionary().equals("見る") || plain.dictionary().equals("読む");
        return sees ? verbs.humble(plain) : courteous;
    }

    private static Optional<Verb> stem(Sentence s, int i) {
        Token stem = s.at(i - 2);
        return stem.is("動詞")
                ? Verb.of(stem)
                : stem.is("名詞-サ変接続") && !stem.surface().startsWith("お")
                        ? Optional.of(new Verb(stem.surface() + "する", VerbClass.SURU))
                        : Optional.empty();
    }

    private static boolean isRequest(Sentence s, int te) {
        return (s.at(te).says("て") || s.at(te).says("で")) && s.at(te + 1).base().matches("くださる|下さる|ください|下さい");
    }

    /** お持ちいたしますか, 参りましょうか ask what the speaker shall do. */
    private static boolean isOffer(Sentence s, int i) {
        return s.at(i + 1).says("ましょ") || s.at(i).form().equals("未然ウ接続");
    }

    /** 何をいただきますか: a question about an act, without the speaker in it, is about the listener's. */
    private boolean asksListener(Sentence s, int i, String humble) {
        boolean asked = s.at(s.end() - 1).says("か") || s.asks();
        boolean ends = s.at(i + 1).type().equals("特殊・マス") && i + 4 >= s.end() && !isOffer(s, i);
        boolean how = humble.equals("いたす") && s.at(i - 1).surface().matches("どう|いかが|何に|なにに|に");
        boolean clear = humble.matches("申す|申し上げる|参る|いただく|拝見する|拝読する|拝借する|存じる|存じ上げる") || how;
        return asked && ends && clear && side(s, i) != Side.OWN;
    }

    /** Look for the nearest subject before a word. */
    private Side side(Sentence s, int index) {
        for (int i = index - 1; i > 0; i--) {
            Token particle = s.at(i);
            boolean marks = particle.says("が")
                    || particle.says("は")
                    || particle.says("も")
                    || particle.says("、")
                    || particle.says("では");
            String before = s.text().substring(0, particle.start());
            if ((marks && particle.is("助詞") && own.matcher(before).find())
                    || (particle.says("、") && own.matcher(before).find())) {
                return Side.OWN;
            }
            if (marks && guest.matcher(before).find()) {
                return Side.GUEST;
            }
            if (particle.is("助詞-接続助詞") && !particle.says("て") && !particle.says("で")) {
                return Side.UNKNOWN;
            }
        }
        return Side.UNKNOWN;
    }

    private static Optional<Issue> issue(Sentence s, int from, int last, Verb verb) {
        return DoubleKeigo.found(s, from, last, verb, IssueKind.WRONG_DIRECTION);
    }
}
