package dev.aizuchi.japanese.easy;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.grammar.Edits;
import dev.aizuchi.japanese.grammar.Form;
import dev.aizuchi.japanese.grammar.Predicate;
import dev.aizuchi.japanese.grammar.Sentence;
import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Tokenizer;
import dev.aizuchi.japanese.grammar.Verb;
import dev.aizuchi.japanese.grammar.VerbClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Say everyday verbs for Chinese-derived ones, in the form in which they stand, and active for passive: 配布される → 配る. */
final class EverydayVerbs {
    private record Entry(Verb verb, String noun) {}

    private final Tokenizer tokenizer;
    private final Map<String, Entry> entries = new HashMap<>();

    EverydayVerbs(Tokenizer tokenizer, DataFile data) {
        this.tokenizer = tokenizer;
        for (List<String> row : data.rows("verbs", 4)) {
            entries.put(row.get(0), new Entry(new Verb(row.get(1), VerbClass.valueOf(row.get(2))), row.get(3)));
        }
    }

    String in(String text) {
        Sentence s = Sentence.whole(tokenizer, text);
        Edits edits = new Edits();
        for (int i = 0; i < s.size(); i++) {
            Entry entry = entries.get(s.at(i).surface());
            if (s.at(i).isVerb() && !s.at(i).says("し")) {
                verb(s, i, edits);
            } else if (entry != null && s.at(i).isNoun()) {
                done(s, i, entry, edits);
            }
        }
        return edits.in(text);
    }

    private void verb(Sentence s, int i, Edits edits) {
        Entry entry = entries.get(s.at(i).base());
        if (entry != null) {
            Predicate.at(s, i, i)
                    .ifPresent(place -> edits.replace(place.start(), place.end(), place.filled(entry.verb)));
        }
    }

    /** 避難・する, 避難・を・する, 避難・できる, 避難・さ・れる, 避難・ください; alone the noun. */
    private static void done(Sentence s, int i, Entry entry, Edits edits) {
        int verb = s.at(i + 1).says("を") ? i + 2 : i + 1;
        Token token = s.at(verb);
        if (token.base().equals("できる")) {
            Predicate.at(s, i, verb)
                    .ifPresent(
                            place -> edits.replace(place.start(), place.end(), place.filled(entry.verb.potential())));
        } else if (token.base().matches("する|いたす|致す|行う")) {
            boolean passive =
                    s.at(verb + 1).is("動詞-接尾") && s.at(verb + 1).base().equals("れる");
            if (passive) {
                active(s, i, edits);
            }
            Predicate.at(s, i, passive ? verb + 1 : verb)
                    .ifPresent(place -> edits.replace(place.start(), place.end(), place.filled(entry.verb)));
        } else if (verb == i + 1 && (token.says("ください") || token.says("下さい"))) {
            edits.replace(s.at(i).start(), s.at(i).end(), entry.verb.in(Form.TE));
        } else if (!s.at(i + 1).isNoun() && !s.at(i - 1).isNoun() && !entry.noun.isEmpty()) {
            edits.replace(s.at(i).start(), s.at(i).end(), entry.noun);
        }
    }

    /** What is done to something is said of who does it: 弁当が → 弁当を. */
    private static void active(Sentence s, int i, Edits edits) {
        Token before = s.at(i - 1);
        if (before.says("が")) {
            edits.replace(before.start(), before.end(), "を");
        }
    }
}
