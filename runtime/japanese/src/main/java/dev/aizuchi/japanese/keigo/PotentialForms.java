package dev.aizuchi.japanese.keigo;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.grammar.Sentence;
import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Tokenizer;
import dev.aizuchi.japanese.grammar.Verb;
import dev.aizuchi.japanese.grammar.VerbClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Find forms with a sound too many or too few: 読まさせる, 書けれる, 食べれる. */
final class PotentialForms implements Rule {
    private static final String E_ROW = "えけげせてねべめれ";
    private static final String U_ROW = "うくぐすつぬぶむる";
    private static final String A_ROW = "わかがさたなばまら";

    private final Tokenizer tokenizer;
    private final Set<String> noPotential;
    private final Set<String> noCausative;
    private final Set<String> withoutWill;

    PotentialForms(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        DataFile data = DataFile.read(PotentialForms.class, "potential.txt");
        this.noPotential = Set.copyOf(data.lines("ichidan"));
        this.withoutWill = Set.copyOf(data.lines("without will"));
        this.noCausative = Set.copyOf(data.lines("transitive"));
    }

    @Override
    public List<Issue> find(Sentence s) {
        List<Issue> found = new ArrayList<>();
        for (int i = 0; i < s.size(); i++) {
            int at = i;
            causative(s, at)
                    .or(() -> tooLong(s, at))
                    .or(() -> shortSuffix(s, at))
                    .or(() -> shortVerb(s, at))
                    .ifPresent(found::add);
        }
        return found;
    }

    private Optional<Issue> causative(Sentence s, int i) {
        Token verb = s.at(i);
        Token next = s.at(i + 1);
        if (next.base().equals("させる")
                && verb.type().startsWith("五段")
                && verb.form().equals("未然形")
                && next.is("動詞-接尾")) {
            return Verb.of(verb).flatMap(v -> DoubleKeigo.found(s, i, i + 1, v.causative(), IssueKind.SA_INSERTION));
        }
        boolean causer = verb.type().equals("五段・サ行") && next.base().equals("せる") && !noCausative.contains(verb.base());
        return causer
                ? fromCausative(verb.base())
                        .flatMap(v -> DoubleKeigo.found(s, i, i + 1, v.causative(), IssueKind.SA_INSERTION))
                : Optional.empty();
    }

    /** 行かす → 行く. */
    private Optional<Verb> fromCausative(String dictionary) {
        int a = dictionary.length() < 2 ? -1 : A_ROW.indexOf(dictionary.charAt(dictionary.length() - 2));
        return a < 0
                ? Optional.empty()
                : known(dictionary.substring(0, dictionary.length() - 2) + U_ROW.charAt(a), VerbClass.GODAN);
    }

    /** 書け・れる. */
    private Optional<Issue> tooLong(Sentence s, int i) {
        Token verb = s.at(i);
        boolean fits = isIchidan(verb) && s.at(i + 1).base().equals("れる") && DoubleKeigo.isPassive(s.at(i + 1));
        if (!fits) {
            return Optional.empty();
        }
        if (shortened(verb.base()).isPresent()) {
            return shortened(verb.base())
                    .flatMap(v -> DoubleKeigo.found(s, i, i + 1, v.passive(), IssueKind.RE_INSERTION));
        }
        // 切れる by itself has no potential, so 切れれる can only be meant for 切れる of 切る.
        boolean potential = (withoutWill.contains(verb.base()) || !noPotential.contains(verb.base()))
                && fromPotential(verb.base()).isPresent();
        return potential
                ? Verb.of(verb).flatMap(v -> DoubleKeigo.found(s, i, i + 1, v, IssueKind.RE_INSERTION))
                : Optional.empty();
    }

    private Optional<Verb> fromPotential(String dictionary) {
        int e = dictionary.length() < 2 ? -1 : E_ROW.indexOf(dictionary.charAt(dictionary.length() - 2));
        return e < 0
                ? Optional.empty()
                : known(dictionary.substring(0, dictionary.length() - 2) + U_ROW.charAt(e), VerbClass.GODAN);
    }

    /** 食べ・れる. */
    private static Optional<Issue> shortSuffix(Sentence s, int i) {
        Token verb = s.at(i);
        boolean fits = (isIchidan(verb) || verb.type().startsWith("カ変"))
                && s.at(i + 1).base().equals("れる")
                && s.at(i + 1).is("動詞-接尾");
        return fits
                ? Verb.of(verb).flatMap(v -> DoubleKeigo.found(s, i, i + 1, v.passive(), IssueKind.RA_DROPPING))
                : Optional.empty();
    }

    /** 見れる, which the dictionary takes for one verb. */
    private Optional<Issue> shortVerb(Sentence s, int i) {
        Token verb = s.at(i);
        return isIchidan(verb) && !DoubleKeigo.isPassive(s.at(i + 1))
                ? shortened(verb.base()).flatMap(v -> DoubleKeigo.found(s, i, i, v.passive(), IssueKind.RA_DROPPING))
                : Optional.empty();
    }

    /** 見れる → 見る, 来れる → 来る; empty for 切れる (of 切る). */
    private Optional<Verb> shortened(String dictionary) {
        if (!dictionary.endsWith("れる") || dictionary.length() < 3 || !dictionary.matches("(?s).*\\p{IsHan}.*")) {
            return Optional.empty();
        }
        String plain = dictionary.substring(0, dictionary.length() - 2) + "る";
        return noPotential.contains(dictionary)
                ? Optional.empty()
                : known(plain, VerbClass.ICHIDAN).or(() -> known(plain, VerbClass.KURU));
    }

    private Optional<Verb> known(String dictionary, VerbClass kind) {
        List<Token> tokens = tokenizer.tokens(dictionary);
        boolean one = tokens.size() == 1 && tokens.get(0).base().equals(dictionary);
        return one ? Verb.of(tokens.get(0)).filter(verb -> verb.kind() == kind) : Optional.empty();
    }

    private static boolean isIchidan(Token token) {
        return token.is("動詞") && !token.is("動詞-接尾") && token.type().equals("一段");
    }
}
