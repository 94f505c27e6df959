package dev.aizuchi.japanese.grammar;

import dev.aizuchi.japanese.DataFile;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turn the end of a plain sentence into です・ます: 行くよ → 行きますよ, 雨だった → 雨でした, 待って → 待ってください.
 *
 * <p>Only the end changes; what stands before keeps its words. Callable from any thread.
 */
public final class PoliteStyle {
    /** What stands from the word {@code from} to the sentence's last word, in です・ます. */
    private record End(int from, String text) {
        End with(String more) {
            return new End(from, text + more);
        }
    }

    private static final Pattern ASKING = Pattern.compile("何|なに|なん[のでか]|どう|どこ|どれ|どっち|どちら|だれ|誰|いつ|いくら|なぜ");

    private final Tokenizer tokenizer;
    private final Map<String, String> particles;
    private final Map<String, String> contracted;
    private final Map<String, String> whole;

    public PoliteStyle(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        DataFile data = DataFile.read(PoliteStyle.class, "ends.tsv");
        this.particles = map(data, "particles");
        this.contracted = map(data, "contracted");
        this.whole = map(data, "whole");
    }

    /** Give one sentence with a polite end; the same text when it is polite already or nothing can be made polite. */
    public String polite(String text) {
        Sentence sentence = Sentence.whole(tokenizer, text);
        int end = sentence.end();
        if (end == 0) {
            return text;
        }
        String said = sentence.between(0, end);
        int begin = sentence.at(0).start();
        String tail = text.substring(sentence.at(end - 1).end());
        String fixed = whole.get(said);
        if (fixed != null) {
            return text.substring(0, begin) + fixed + tail;
        }
        return end(sentence, end)
                .map(polite -> text.substring(0, sentence.at(polite.from).start()) + polite.text + tail)
                .orElse(text);
    }

    /** Tell whether a sentence ends in です・ます, a polite request, or a greeting that counts as polite. */
    public boolean isPolite(Sentence sentence) {
        return isPolite(sentence, head(sentence, sentence.end()));
    }

    private static boolean isPolite(Sentence s, int head) {
        Token last = s.at(head - 1);
        Token before = s.at(head - 2);
        if (last.type().equals("特殊・マス") || (last.type().equals("特殊・デス") && !last.says("っす"))) {
            return true;
        }
        boolean tail = last.says("た")
                || last.says("ん")
                || last.says("う")
                || last.says("たら")
                || last.says("て")
                || last.says("ぬ");
        if (tail && (before.type().equals("特殊・マス") || (before.type().equals("特殊・デス") && !before.says("っし")))) {
            return true;
        }
        if (last.base().equals("なさる") && last.form().equals("命令ｉ")) {
            return !isBareOrder(s, head);
        }
        boolean asked = last.base().equals("くださる") || last.base().equals("下さる");
        return (asked && last.form().equals("命令ｉ")) || last.says("下さい") || last.says("ください");
    }

    /** 立ちなさい, but not お帰りなさい. */
    private static boolean isBareOrder(Sentence s, int head) {
        return s.at(head - 2).is("動詞") && !s.at(head - 3).is("接頭詞");
    }

    private Optional<End> end(Sentence s, int end) {
        int head = head(s, end);
        String behind = s.between(head, end);
        if (head == 0 || isPolite(s, head)) {
            return Optional.empty();
        }
        Token last = s.at(head - 1);
        boolean forbids = (behind.equals("な") || behind.equals("なよ")) && last.isVerb();
        if (forbids && (last.form().equals("基本形") || last.form().equals("体言接続特殊"))) {
            return Verb.of(last).map(verb -> new End(head - 1, verb.negated() + "でください"));
        }
        boolean nominal = behind.equals("の") || behind.equals("のか") || behind.equals("のかな");
        if (nominal && !last.isNoun()) {
            boolean asks =
                    s.asks() || behind.length() > 1 || ASKING.matcher(s.text()).find();
            return full(s, head).map(full -> full.with(asks ? "のですか" : "のです"));
        }
        return predicate(s, head).map(polite -> polite.with(particle(behind, polite.text, s.asks())));
    }

    private String particle(String behind, String polite, boolean asks) {
        String kept = particles.getOrDefault(behind, behind);
        boolean request = polite.endsWith("ください");
        if (request && kept.matches("よね?|か")) {
            return "";
        }
        return asks && kept.isEmpty() && !request && !polite.endsWith("か") ? "か" : kept;
    }

    /** してん → している: the words before の, in full. */
    private static Optional<End> full(Sentence s, int head) {
        Token last = s.at(head - 1);
        return last.form().equals("体言接続特殊")
                ? Verb.of(last).map(verb -> new End(head - 1, verb.dictionary()))
                : Optional.of(new End(head, ""));
    }

    private Optional<End> predicate(Sentence s, int head) {
        Token last = s.at(head - 1);
        if (last.type().equals("特殊・タ") && last.form().equals("基本形")) {
            return past(s, head);
        }
        if ((last.base().equals("ない") && last.form().equals("基本形"))
                || (last.says("ん") && s.at(head - 2).form().startsWith("未然"))) {
            return Optional.of(negative(s, head));
        }
        if (last.says("なきゃ") || (last.says("ちゃ") && s.at(head - 2).says("なく"))) {
            return Optional.of(new End(last.says("ちゃ") ? head - 2 : head - 1, "なければなりません"));
        }
        if (last.is("助動詞")) {
            return auxiliary(s, head);
        }
        if ((last.says("て") && last.is("助詞-接続助詞"))
                || (last.says("で") && s.at(head - 2).says("ない"))) {
            return Optional.of(new End(head, "ください"));
        }
        if (last.says("で") && last.is("助詞-接続助詞") && s.at(head - 2).isVerb()) {
            return Optional.of(new End(head, "ください"));
        }
        if (last.is("動詞")) {
            return ofVerb(s, head);
        }
        if (last.is("形容詞") && last.form().equals("基本形")) {
            return Optional.of(new End(head, "です"));
        }
        return ofNoun(s, head);
    }

    private static Optional<End> ofNoun(Sentence s, int head) {
        Token last = s.at(head - 1);
        if (last.says("かも")) {
            return Optional.of(new End(head, "しれません"));
        }
        boolean noun =
                last.isNoun() || (last.is("副詞") && s.asks()) || last.is("助詞-副助詞") || (last.is("助詞-格助詞") && s.asks());
        return noun ? Optional.of(new End(head, "です")) : Optional.empty();
    }

    private Optional<End> ofVerb(Sentence s, int head) {
        Token last = s.at(head - 1);
        Optional<Verb> verb = Verb.of(last);
        return switch (last.form()) {
            case "基本形" -> verb.map(v -> new End(head - 1, stem(v) + "ます"));
            case "命令ｅ", "命令ｉ", "命令ｒｏ", "命令ｙｏ" -> order(s, head);
            case "連用形" ->
                last.type().equals("一段・クレル")
                        ? Optional.of(new End(head - 1, "ください"))
                        : last.base().equals("てる") ? Optional.of(stay(s, head)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** 待ってて, of which the dictionary makes 待っ・て・て. */
    private static End stay(Sentence s, int head) {
        boolean particle = s.at(head - 2).is("助詞");
        return new End(head - 1, particle ? "いてください" : s.at(head - 1).surface() + "いてください");
    }

    /** Give the polite request in place of an order. */
    private static Optional<End> order(Sentence s, int head) {
        if (s.at(head - 1).base().equals("なさる")) {
            return Verb.of(s.at(head - 2)).map(verb -> new End(head - 2, verb.in(Form.TE) + "ください"));
        }
        return Verb.of(s.at(head - 1)).map(verb -> new End(head - 1, request(verb)));
    }

    private static String request(Verb verb) {
        return verb.dictionary().equals("くれる") ? "ください" : verb.in(Form.TE) + "ください";
    }

    private Optional<End> auxiliary(Sentence s, int head) {
        Token last = s.at(head - 1);
        Token before = s.at(head - 2);
        if (last.says("う") || last.says("よう")) {
            return before.says("だろ") || before.says("やろ")
                    ? Optional.of(new End(head - 2, "でしょう"))
                    : Verb.of(before).map(verb -> new End(head - 2, verb.in(Form.STEM) + "ましょう"));
        }
        if (last.says("だ")) {
            return Optional.of(new End(head - 1, "です"));
        }
        if (last.says("っす") || last.says("じゃん")) {
            boolean verb = before.isVerb() && before.form().equals("基本形");
            String more = last.says("じゃん") ? "ね" : "";
            return verb
                    ? Verb.of(before).map(v -> new End(head - 2, stem(v) + "ます" + more))
                    : Optional.of(new End(head - 1, "です" + more));
        }
        boolean adjective = last.type().equals("特殊・タイ") || last.base().equals("らしい");
        return adjective && last.form().equals("基本形") ? Optional.of(new End(head, "です")) : Optional.empty();
    }

    private Optional<End> past(Sentence s, int head) {
        Token before = s.at(head - 2);
        if (before.base().equals("ない")) {
            End present = negative(s, head - 1);
            return Optional.of(present.text.endsWith("ません") ? present.with("でした") : new End(head, "です"));
        }
        if (before.says("だっ")) {
            return Optional.of(new End(head - 2, "でした"));
        }
        if (before.is("動詞")) {
            return Verb.of(before).map(verb -> new End(head - 2, stem(verb) + "ました"));
        }
        return Optional.of(new End(head, "です"));
    }

    /** 行かない → 行きません, 雨じゃない → 雨じゃありません, 高くない → 高くないです. */
    private End negative(Sentence s, int head) {
        Token before = s.at(head - 2);
        if (before.is("動詞")) {
            return Verb.of(before)
                    .map(verb -> new End(head - 2, stem(verb) + "ません"))
                    .orElse(new End(head, "です"));
        }
        boolean stands =
                before.says("じゃ") || before.says("は") || before.says("が") || before.says("も") || before.isNoun();
        return stands ? new End(head - 1, "ありません") : new End(head, "です");
    }

    private String stem(Verb verb) {
        return contracted.getOrDefault(verb.dictionary(), verb.in(Form.STEM));
    }

    /** Give the index behind the predicate, where the particles at the end begin. */
    static int head(Sentence s, int end) {
        int head = end;
        while (head > 1 && isEndParticle(s, head - 1)) {
            head--;
        }
        return head;
    }

    private static boolean isEndParticle(Sentence s, int index) {
        Token token = s.at(index);
        boolean joins =
                token.is("助詞-接続助詞") && !token.says("て") && !token.says("で") && !token.says("ちゃ") && !token.says("ば");
        boolean nominal = (token.says("の") || token.says("もん") || token.says("もの"))
                && !s.at(index - 1).isNoun()
                && !s.at(index - 1).isParticle();
        return token.is("助詞-終助詞") || token.is("助詞-副助詞／並立助詞／終助詞") || joins || nominal;
    }

    private static Map<String, String> map(DataFile data, String section) {
        return data.rows(section, 2).stream().collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
    }
}
