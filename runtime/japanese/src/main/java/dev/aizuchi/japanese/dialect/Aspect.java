package dev.aizuchi.japanese.dialect;

import dev.aizuchi.japanese.grammar.Form;
import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Tokenizer;
import dev.aizuchi.japanese.grammar.Verb;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turn the west's 〜よる into 〜ている, whatever the verb: 降りよる → 降っている, 飲みよった → 飲んでいた. */
final class Aspect {
    private static final Pattern YORU = Pattern.compile(
            "(?<stem>[\\p{IsHan}ぁ-ゖ][ぁ-ゖ]{0,4}?)(?:よ|ょ)(?:う|ー)?(?<end>る|った|って|らん|らない)(?=$|[、。！？!?]|け|じゃ|ば|の|ん|よ|ね|か|わ|で|と(?![いる]))");

    private final Tokenizer tokenizer;

    Aspect(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    String standard(String text) {
        Matcher matcher = YORU.matcher(text);
        StringBuilder changed = new StringBuilder();
        while (matcher.find()) {
            String stands = verb(matcher.group("stem"))
                    .map(verb -> verb + end(matcher.group("end")))
                    .orElse(matcher.group());
            matcher.appendReplacement(changed, Matcher.quoteReplacement(stands));
        }
        return matcher.appendTail(changed).toString();
    }

    private static String end(String end) {
        return switch (end) {
            case "る" -> "いる";
            case "った" -> "いた";
            case "って" -> "いて";
            default -> "いない";
        };
    }

    /** Give the て-form of the verb whose stem ends here, with what stands before it. */
    private Optional<String> verb(String stem) {
        for (int from = 0; from < stem.length(); from++) {
            List<Token> tokens = tokenizer.tokens(stem.substring(from) + "ます");
            boolean one = tokens.size() == 2
                    && tokens.get(0).isVerb()
                    && tokens.get(1).says("ます");
            if (one) {
                String before = stem.substring(0, from);
                return Verb.of(tokens.get(0)).map(verb -> before + verb.in(Form.TE));
            }
        }
        return Optional.empty();
    }
}
