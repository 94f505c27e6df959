package dev.aizuchi.japanese.dialect;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.grammar.Form;
import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Tokenizer;
import dev.aizuchi.japanese.grammar.Verb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Put standard words in the place of one dialect's, in whatever form they stand: おらばんで → 叫ばんで, いたしかった → 難しかった. What the
 * form means is left to the rules of endings.
 */
final class Lexemes {
    private static final String U_ROW = "うくぐすつぬぶむる";
    private static final String A_ROW = "わかがさたなばまら";
    private static final String I_ROW = "いきぎしちにびみり";
    private static final String E_ROW = "えけげせてねべめれ";
    private static final String O_ROW = "おこごそとのぼもろ";
    private static final String ON_ROW = "っいいしっんんんっ";
    private static final String VOICELESS = "たてとち";
    private static final String VOICED = "だでどじ";

    private static final Pattern ANYTHING = Pattern.compile("");
    private static final Pattern AFTER_NEGATIVE = Pattern.compile("[んずなへひれせにさらね]");
    private static final Pattern AFTER_STEM = Pattern.compile("$|た[いかくなが]|とう|[まよなはんそすやゃねが、。？]");
    private static final Pattern AFTER_VOICELESS = Pattern.compile("(?!た[いかくな]|とう)[たて]|ち[ゅょ]|ちゃる|と[るっくけきいらり]");
    private static final Pattern AFTER_VOICED = Pattern.compile("[だで]|じ[ゅょ]|じゃる|ど[るくけきい]");
    private static final Pattern AFTER_CONDITIONAL = Pattern.compile("$|[ばるんへなたてまよや、。！]");
    private static final Pattern AFTER_VOLITIONAL = Pattern.compile("$|[うかやまで、。？]");
    private static final Pattern AFTER_ADJECTIVE = Pattern.compile("[いかくうけさぐえゅしそ]|な[いっるか]");
    /** Particles, the copula and what else may join a noun, as far as one letter tells. */
    private static final Pattern AFTER_NOUN = Pattern.compile("$|[^ぁ-ゖー]|[はがをにでともへのやかばさだじなみたっねよけらしく]");

    /** A form of two letters stands in too many other words: めが of めがね. */
    private static final int SHORTEST = 3;

    /** What may stand before a word in kana; behind a kanji it would be taken for that word's ending. */
    private static final String BEFORE = "はがをにでともへのやかてばさねよなんくうあぁ";

    /**
     * A form of a word.
     *
     * @param form how the standard verb is to stand; empty where the standard word stands as it is written
     * @param after what may follow
     */
    private record Entry(String standard, Optional<Form> form, Pattern after, int tells) {
        /** Say whether た, て, と or ち belong to the form, as だ or た by the standard word. */
        boolean isJoined() {
            return form.filter(Form.TE::equals).isPresent();
        }
    }

    private record Place(Entry entry, int end) {}

    private final Tokenizer tokenizer;
    private final Map<String, List<Entry>> entries = new HashMap<>();
    private int longest;

    Lexemes(Tokenizer tokenizer, DataFile data) {
        this.tokenizer = tokenizer;
        for (List<String> row : rows(data, "godan")) {
            godan(row.get(0), row.get(1), Integer.parseInt(row.get(2)));
        }
        for (List<String> row : rows(data, "ichidan")) {
            ichidan(row.get(0), row.get(1), Integer.parseInt(row.get(2)));
        }
        for (List<String> row : rows(data, "adjectives")) {
            add(cut(row.get(0)), cut(row.get(1)), null, AFTER_ADJECTIVE, Integer.parseInt(row.get(2)));
        }
        for (List<String> row : rows(data, "nouns")) {
            add(row.get(0), row.get(1), null, AFTER_NOUN, Integer.parseInt(row.get(2)));
        }
    }

    private static List<List<String>> rows(DataFile data, String section) {
        return data.sections().contains(section) ? data.rows(section, 3) : List.of();
    }

    private void godan(String dialect, String standard, int tells) {
        String stem = cut(dialect);
        int row = U_ROW.indexOf(last(dialect));
        boolean voiced = "ぐぬぶむ".indexOf(last(dialect)) >= 0;
        add(stem + A_ROW.charAt(row), standard, Form.NEGATIVE, AFTER_NEGATIVE, tells);
        add(stem + ON_ROW.charAt(row), standard, Form.TE, voiced ? AFTER_VOICED : AFTER_VOICELESS, tells);
        add(stem + I_ROW.charAt(row), standard, Form.STEM, AFTER_STEM, tells);
        add(dialect, standard, Form.DICTIONARY, ANYTHING, tells);
        add(stem + E_ROW.charAt(row), standard, Form.CONDITIONAL, AFTER_CONDITIONAL, tells);
        add(stem + O_ROW.charAt(row), standard, Form.VOLITIONAL, AFTER_VOLITIONAL, tells);
    }

    private void ichidan(String dialect, String standard, int tells) {
        String stem = cut(dialect);
        add(dialect, standard, Form.DICTIONARY, ANYTHING, tells);
        add(stem, standard, Form.TE, AFTER_VOICELESS, tells);
        add(stem, standard, Form.NEGATIVE, AFTER_NEGATIVE, tells);
        add(stem, standard, Form.STEM, AFTER_STEM, tells);
        add(stem + "れ", standard, Form.CONDITIONAL, AFTER_CONDITIONAL, tells);
        add(stem + "よ", standard, Form.VOLITIONAL, AFTER_VOLITIONAL, tells);
        add(stem + "ろ", standard, Form.IMPERATIVE, ANYTHING, tells);
    }

    private void add(String written, String standard, @Nullable Form form, Pattern after, int tells) {
        if (form != null && written.length() < SHORTEST && isHiragana(written.charAt(0))) {
            return;
        }
        entries.computeIfAbsent(written, key -> new ArrayList<>())
                .add(new Entry(standard, Optional.ofNullable(form), after, tells));
        longest = Math.max(longest, written.length());
    }

    /** Rewrite the words that tell at least so much of the dialect. */
    String standard(String text, int least) {
        StringBuilder changed = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            Optional<Place> place = find(text, at, least);
            if (place.isEmpty()) {
                changed.append(text.charAt(at++));
            } else {
                changed.append(written(place.get(), text));
                at = place.get().end + (place.get().entry.isJoined() ? 1 : 0);
            }
        }
        return changed.toString();
    }

    /** Give how much a text tells of the dialect. */
    int weight(String text) {
        int weight = 0;
        int at = 0;
        while (at < text.length()) {
            Optional<Place> place = find(text, at, 1);
            weight += place.map(found -> found.entry.tells).orElse(0);
            at = place.map(Place::end).orElse(at + 1);
        }
        return weight;
    }

    private Optional<Place> find(String text, int at, int least) {
        if (!begins(text, at)) {
            return Optional.empty();
        }
        for (int end = Math.min(text.length(), at + longest); end > at; end--) {
            for (Entry entry : entries.getOrDefault(text.substring(at, end), List.of())) {
                boolean follows =
                        entry.after.matcher(text).region(end, text.length()).lookingAt();
                if (entry.tells >= least && follows) {
                    return Optional.of(new Place(entry, end));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean begins(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        return isHiragana(text.charAt(at))
                ? BEFORE.indexOf(before) >= 0 || !(isHiragana(before) || Character.isIdeographic(before))
                : !Character.isIdeographic(before);
    }

    private String written(Place place, String text) {
        Entry entry = place.entry;
        if (entry.form.isEmpty()) {
            return entry.standard;
        }
        String written = verb(entry.standard).in(entry.form.get());
        if (entry.isJoined()) {
            // 叫ん takes だ where the dialect's word takes た.
            char sound = text.charAt(place.end);
            int row = Math.max(VOICELESS.indexOf(sound), VOICED.indexOf(sound));
            return cut(written) + (last(written) == 'で' ? VOICED : VOICELESS).charAt(row);
        }
        return entry.form.get() == Form.VOLITIONAL ? cut(written) : written;
    }

    private Verb verb(String standard) {
        List<Token> tokens = tokenizer.tokens(standard);
        Token last = tokens.get(tokens.size() - 1);
        return Verb.of(last)
                .map(verb -> verb.after(standard.substring(0, last.start())))
                .orElseThrow(() -> new IllegalStateException(standard + " ends with no verb"));
    }

    private static boolean isHiragana(char letter) {
        return letter >= 'ぁ' && letter <= 'ゖ';
    }

    private static String cut(String text) {
        return text.substring(0, text.length() - 1);
    }

    private static char last(String text) {
        return text.charAt(text.length() - 1);
    }
}
