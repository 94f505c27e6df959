package dev.aizuchi.japanese.mask;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.grammar.Sentence;
import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Tokenizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Find the names of people: before さん and 様, in self-introductions, and where the dictionary is sure. */
final class Names {
    private static final Pattern NAME_SHAPE = Pattern.compile("[\\p{IsHan}々ァ-ヺー・ぁ-ゖA-Za-zＡ-Ｚａ-ｚ]{1,16}");

    private final Tokenizer tokenizer;
    private final Pattern honorific;
    private final Pattern title;
    private final List<Pattern> introductions;
    private final Pattern common;
    private final Pattern commonWhole;
    private final Set<String> ambiguous;
    private final Set<String> readings;
    private final Set<String> surnames;

    Names(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        DataFile data = DataFile.read(Names.class, "names.txt");
        this.honorific = Pattern.compile(String.join("|", data.lines("honorifics")));
        this.title = Pattern.compile(String.join("|", data.lines("titles")));
        this.introductions =
                data.lines("introductions").stream().map(Pattern::compile).toList();
        String noNames = "(?:" + String.join("|", data.lines("no names")) + ")";
        this.common = Pattern.compile(".*" + noNames);
        this.commonWhole = Pattern.compile(noNames);
        this.ambiguous = Set.copyOf(data.lines("ordinary words"));
        this.readings = words(data, "readings");
        this.surnames = words(data, "surnames");
    }

    private static Set<String> words(DataFile data, String section) {
        Set<String> words = new HashSet<>();
        data.lines(section).forEach(line -> words.addAll(List.of(line.split(" "))));
        return Set.copyOf(words);
    }

    List<PersonalData> find(String text) {
        List<PersonalData> found = new ArrayList<>();
        Sentence s = Sentence.whole(tokenizer, text);
        introduced(text, found);
        for (int i = 0; i < s.size(); i++) {
            if (honorific.matcher(s.at(i).surface()).matches() && i > 0) {
                called(s, i, found);
            }
        }
        inKana(text, found);
        for (int i = 0; i < s.size(); i++) {
            i = tagged(s, i, found);
        }
        return found;
    }

    /** 「田中と申します」, 「名前は花子です」. */
    private void introduced(String text, List<PersonalData> found) {
        for (Pattern introduction : introductions) {
            Matcher matcher = introduction.matcher(text);
            while (matcher.find()) {
                String name = matcher.group("name").replaceFirst("(?:さん|様|さま)$", "");
                boolean sure = introduction.pattern().contains("申")
                        || introduction.pattern().startsWith("(?:名前|名)は");
                if (isName(name.replaceAll("[ 　]", ""), sure)) {
                    add(found, matcher.start("name"), matcher.start("name") + name.length());
                }
            }
        }
    }

    /** In 「私は〜です」 only what the dictionary knows as a name, or kana that reads as one, counts. */
    private boolean isName(String name, boolean sure) {
        if (isReading(name) || surnames.contains(name)) {
            return true;
        }
        List<Token> whole = tokenizer.tokens(name);
        boolean surname = whole.size() == 1 && isSurname(whole.get(0));
        if ((common.matcher(name).matches() && !surname)
                || !NAME_SHAPE.matcher(name).matches()) {
            return false;
        }
        List<Token> tokens = tokenizer.tokens(name);
        boolean person =
                tokens.stream().allMatch(token -> isPerson(token) || token.says("・")) && !ambiguous.contains(name);
        return person || (sure && tokens.stream().allMatch(Token::isNoun) && !name.matches(".*(?:係|員|者|師|士|店|社|会)"));
    }

    /** Take the nouns before さん; a word for a role (看護師さん) is none, a place before a name (受付の) not part of it. */
    private void called(Sentence s, int honorificIndex, List<PersonalData> found) {
        int from = honorificIndex;
        while (from > 0 && isNamePart(s, from - 1, honorificIndex)) {
            from--;
        }
        if (from > 0 && isSpaceInName(s, from)) {
            from++;
        }
        // Where the dictionary sees a person's name in the run, the name begins there: 担当の・山田・太郎.
        for (int i = from; i < honorificIndex; i++) {
            if (isPerson(s.at(i)) && !isPerson(s.at(from))) {
                from = i;
            }
        }
        String name = s.between(from, honorificIndex);
        boolean shaped =
                NAME_SHAPE.matcher(name).matches() && !name.matches("[ぁ-ゖ]{1,2}") && !name.matches("[0-9０-９]+");
        String said = name + s.at(honorificIndex).surface();
        if (shaped && (!common.matcher(said).matches() || isSurname(s.at(honorificIndex - 1)))) {
            add(found, s.at(from).start(), s.at(honorificIndex - 1).end());
        }
    }

    /** 服部 and 安部 end as departments do. */
    private static boolean isSurname(Token token) {
        return token.pos().endsWith("姓") && token.surface().matches("[\\p{IsHan}]{1,3}部|[土守古関]屋");
    }

    private boolean isNamePart(Sentence s, int index, int honorificIndex) {
        Token token = s.at(index);
        if (isSpaceInName(s, index)) {
            return true;
        }
        boolean name = (token.is("名詞")
                        && !token.is("名詞-代名詞")
                        && !token.is("名詞-数")
                        && !token.is("名詞-接尾")
                        && !token.is("名詞-非自立")
                        && !token.is("名詞-副詞可能"))
                || isPerson(token);
        boolean middle = token.says("・") && isPerson(s.at(index - 1));
        boolean first = index == honorificIndex - 1;
        boolean suffix = first && token.is("名詞-接尾") && isPerson(s.at(index - 1));
        boolean follows = first
                || isPerson(token)
                || token.is("名詞-固有名詞")
                || token.surface().matches("[ァ-ヺー]+")
                || (isPerson(s.at(index + 1))
                        && token.surface().length() <= 2
                        && !token.is("名詞-サ変接続")
                        && !title.matcher(token.surface()).matches()
                        && !common.matcher(token.surface() + "さん").matches());
        return (name || middle || suffix)
                && follows
                && !(token.is("名詞-固有名詞-組織") && !first)
                && !(token.is("名詞-固有名詞-地域") && !first && isPerson(s.at(index + 1)));
    }

    /** 「きょうはたなかさんが」: names in kana, which the dictionary cuts anywhere. */
    private void inKana(String text, List<PersonalData> found) {
        Matcher matcher =
                Pattern.compile("(?<run>[ぁ-ゖー]{2,24}?)(?:さん|さま|様|ちゃん|くん|氏)").matcher(text);
        int from = 0;
        while (from < text.length() && matcher.find(from)) {
            String run = matcher.group("run");
            for (int cut = 0; cut < run.length() - 1; cut++) {
                String name = run.substring(cut);
                boolean edge = cut == 0
                        || run.substring(0, cut).matches(".*(?:[はがをにもとで、ねえ]|から|まで|より|あの|その|この|の|きょう|いま|えっと|だよ)");
                if (edge && isReading(name) && !commonWhole.matcher(name + "さん").matches()) {
                    add(found, matcher.start("run") + cut, matcher.end("run"));
                    break;
                }
            }
            from = matcher.end();
        }
    }

    /** 姓 and 名 in a row, a name before a title, or a lone surname that is no ordinary word. */
    private int tagged(Sentence s, int i, List<PersonalData> found) {
        Token token = s.at(i);
        if (!isPerson(token)) {
            return i;
        }
        int end = i + 1;
        while (isPerson(s.at(end)) || isSpaceInName(s, end)) {
            end++;
        }
        String name = s.between(i, end);
        boolean full = end - i > 1 && token.pos().endsWith("姓");
        boolean titled = title.matcher(s.text().substring(s.at(end).start())).lookingAt()
                && !s.at(i - 1).is("名詞-固有名詞-地域");
        Token next = s.at(end);
        boolean part = (next.isNoun() && !next.is("名詞-数") && !next.is("名詞-非自立"))
                || (s.at(i - 1).isNoun()
                        && !s.at(i - 1).is("名詞-代名詞")
                        && !s.at(i - 1).is("名詞-副詞可能"));
        // 服部です, said at the beginning, is who speaks; so is 近藤 of 橋本と近藤です.
        boolean saidOfOneself = next.base().equals("です")
                && (s.at(i - 1).is("文境界") || (s.at(i - 1).says("と") && isPerson(s.at(i - 2))));
        boolean lone = token.pos().endsWith("姓") && name.length() >= 2 && !part && (next.isParticle() || saidOfOneself);
        boolean role = common.matcher(name + "さん").matches();
        if (full || (titled && !role) || (lone && (!role || isSurname(token)) && !ambiguous.contains(name))) {
            add(found, token.start(), s.at(end - 1).end());
        }
        return end - 1;
    }

    private static boolean isSpaceInName(Sentence s, int index) {
        String surface = s.at(index).surface();
        return (surface.equals(" ") || surface.equals("　"))
                && s.at(index - 1).pos().endsWith("姓")
                && s.at(index + 1).pos().endsWith("人名-名");
    }

    /** やまだ, はなこ, やまだはなこ. */
    private boolean isReading(String name) {
        if (readings.contains(name)) {
            return true;
        }
        for (int cut = 2; cut < name.length() - 1; cut++) {
            if (readings.contains(name.substring(0, cut)) && readings.contains(name.substring(cut))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPerson(Token token) {
        return token.is("名詞-固有名詞-人名");
    }

    private static void add(List<PersonalData> found, int start, int end) {
        if (end > start) {
            found.add(new PersonalData(start, end, PersonalDataKind.NAME));
        }
    }
}
