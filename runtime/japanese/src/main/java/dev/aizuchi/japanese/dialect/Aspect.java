package dev.aizuchi.japanese.dialect;

import dev.aizuchi.japanese.grammar.Form;
import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Tokenizer;
import dev.aizuchi.japanese.grammar.Verb;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turn the west's 〜よる and Kansai's 〜はる into what they are of any verb: 降りよる → 降っている, 行かはった → 行った. */
final class Aspect {
    private static final Pattern YORU = Pattern.compile(
            "(?<stem>[\\p{IsHan}ぁ-ゖ][ぁ-ゖ]{0,4}?)(?:よ|ょ)(?:う|ー)?(?<end>る|った|って|らん|らない)(?=$|[、。！？!?]|け|じゃ|ば|の|ん|よ|ね|か|わ|で|と(?![いる]))");

    private static final Pattern HARU =
            Pattern.compile("(?<stem>[\\p{IsHan}ぁ-ゖ][ぁ-ゖ]{0,4}?)や?は(?<end>る|ったら|った|って|ります|りました|らへん|らない)");
    /** 行きよると？ asks what one is doing. */
    private static final Pattern ASKED = Pattern.compile(
            "(?<stem>[\\p{IsHan}ぁ-ゖ][ぁ-ゖ]{0,4}?)(?:よ|ょ)(?:う|ー)?(?<end>と|ると|っと|るん|ん)(?:ね|か|よ|な|なら)?(?=$|[、。？?])");

    private static final String A_ROW = "わかがさたなばまら";
    private static final String I_ROW = "いきぎしちにびみり";

    private final Tokenizer tokenizer;

    Aspect(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    String standard(String text) {
        return replaced(text, YORU, (verb, end) -> verb.in(Form.TE) + end(end));
    }

    String asked(String text) {
        return replaced(text, ASKED, (verb, end) -> verb.in(Form.TE) + "いるの");
    }

    /** Take the respect out of 〜はる. */
    String withoutHaru(String text) {
        return replaced(text, HARU, Aspect::plain);
    }

    private String replaced(String text, Pattern pattern, BiFunction<Verb, String, String> form) {
        Matcher matcher = pattern.matcher(text);
        StringBuilder changed = new StringBuilder();
        while (matcher.find()) {
            String end = matcher.group("end");
            String stands =
                    verb(matcher.group("stem"), verb -> form.apply(verb, end)).orElse(matcher.group());
            matcher.appendReplacement(changed, Matcher.quoteReplacement(stands));
        }
        return matcher.appendTail(changed).toString();
    }

    private static String plain(Verb verb, String end) {
        return switch (end) {
            case "る" -> verb.in(Form.DICTIONARY);
            case "った" -> verb.in(Form.TA);
            case "ったら" -> verb.in(Form.TA) + "ら";
            case "って" -> verb.in(Form.TE);
            case "ります" -> verb.in(Form.STEM) + "ます";
            case "りました" -> verb.in(Form.STEM) + "ました";
            default -> verb.negated();
        };
    }

    private static String end(String end) {
        return switch (end) {
            case "る" -> "いる";
            case "った" -> "いた";
            case "って" -> "いて";
            default -> "いない";
        };
    }

    /** Find the verb whose stem ends here (行き, 行か), and give a form of it with what stands before. */
    private Optional<String> verb(String stem, Function<Verb, String> form) {
        int a = A_ROW.indexOf(stem.charAt(stem.length() - 1));
        String polite = a < 0 ? stem : stem.substring(0, stem.length() - 1) + I_ROW.charAt(a);
        for (int from = 0; from < stem.length(); from++) {
            List<Token> tokens = tokenizer.tokens(polite.substring(from) + "ます");
            if (tokens.size() == 2 && tokens.get(0).isVerb() && tokens.get(1).says("ます")) {
                String before = polite.substring(0, from);
                return Verb.of(tokens.get(0)).map(verb -> before + form.apply(verb));
            }
        }
        return Optional.empty();
    }
}
