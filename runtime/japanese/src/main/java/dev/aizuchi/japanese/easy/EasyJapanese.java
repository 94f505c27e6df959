package dev.aizuchi.japanese.easy;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.dialect.PlainForms;
import dev.aizuchi.japanese.grammar.PoliteStyle;
import dev.aizuchi.japanese.grammar.Sentence;
import dev.aizuchi.japanese.grammar.Tokenizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Say a text in easy Japanese: 「至急、高台へ避難してください。」 → 「すぐに、高いところへ逃げてください。」
 *
 * <p>Respect becomes plain です・ます, Chinese-derived words become everyday ones, notices become requests, what two
 * negations or a passive say is said straight, and long sentences are cut. A word that the lists lack stays. Any text
 * is taken; callable from any thread, about a millisecond a sentence.
 */
public final class EasyJapanese {
    private record Phrase(Pattern pattern, String said) {}

    private static final Pattern END = Pattern.compile("[。！!\\s]+$");
    private static final Pattern REASON = Pattern.compile("^(.{4,}?)(ので|ため(?:に)?|から|ますので)、(.{4,})$");

    private final Tokenizer tokenizer = new Tokenizer();
    private final PlainForms forms = PlainForms.standard();
    private final PoliteStyle polite = new PoliteStyle(tokenizer);
    private final Negations negations = new Negations(tokenizer);
    private final EverydayVerbs verbs;
    private final Vocabulary vocabulary;
    private final List<Phrase> notices;
    private final List<Phrase> phrases;

    public EasyJapanese() {
        DataFile data = DataFile.read(EasyJapanese.class, "easy.tsv");
        verbs = new EverydayVerbs(tokenizer, data);
        vocabulary = new Vocabulary(tokenizer, data);
        notices = phrases(data, "notices");
        phrases = phrases(data, "phrases");
    }

    private static List<Phrase> phrases(DataFile data, String section) {
        return data.rows(section, 2).stream()
                .map(row -> new Phrase(Pattern.compile(row.get(0)), row.get(1)))
                .toList();
    }

    /** Give a text in easy Japanese, with its level before and after. */
    public Easy rewrite(String text) {
        StringBuilder easy = new StringBuilder();
        for (Sentence sentence : Sentence.of(tokenizer, text)) {
            easy.append(sentence(sentence.text()));
        }
        String said = easy.toString();
        return new Easy(said, vocabulary.level(text), vocabulary.level(said));
    }

    private String sentence(String text) {
        Matcher end = END.matcher(text);
        String body = end.find() ? text.substring(0, end.start()) : text;
        String mark = text.substring(body.length());
        for (Phrase notice : notices) {
            Matcher matcher = notice.pattern.matcher(body);
            if (matcher.matches()) {
                return matcher.replaceFirst(notice.said) + (mark.isEmpty() ? "。" : mark);
            }
        }
        return body.isBlank() ? text : clauses(body) + mark;
    }

    private String clauses(String body) {
        Matcher reason = REASON.matcher(body);
        boolean noun = reason.matches() && reason.group(1).endsWith("の");
        if (reason.matches() && !noun && !reason.group(2).equals("から")) {
            String first = reason.group(1).replaceFirst("な$", "だ");
            return clause(first) + "。だから、" + clause(reason.group(3));
        }
        return clause(body);
    }

    private String clause(String text) {
        String said = text;
        for (Phrase phrase : phrases) {
            said = phrase.pattern.matcher(said).replaceAll(phrase.said);
        }
        said = requested(text, forms.withoutRespect(said));
        said = negations.straight(verbs.in(said));
        for (Phrase phrase : phrases) {
            said = phrase.pattern.matcher(said).replaceAll(phrase.said);
        }
        return polite.polite(said);
    }

    /** Taking the respect out of お待ちください leaves 待って. */
    private static String requested(String text, String said) {
        boolean asked = text.endsWith("ください") || text.endsWith("下さい");
        return asked && (said.endsWith("て") || said.endsWith("で")) ? said + "ください" : said;
    }
}
