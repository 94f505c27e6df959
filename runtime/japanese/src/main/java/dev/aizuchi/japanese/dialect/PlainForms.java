package dev.aizuchi.japanese.dialect;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.grammar.PlainStyle;
import dev.aizuchi.japanese.grammar.Tokenizer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Give the plain standard form of what was said in a dialect, politely, or both: 「お茶、持ってきてくれはる？」 → 「お茶、持ってきてくれる？」.
 *
 * <p>For understanding and for read-back. False friends are resolved by region: 体がこわい is tired where the region is
 * known to be the north. Any text is taken; callable from any thread.
 */
public final class PlainForms {
    /** Stands behind forms that are finished, see shared.tsv. */
    private static final String KEPT = "\ue000";

    /** Said as they are in any style. */
    private static final Pattern SET_PHRASE = Pattern.compile("(?:いただきます|ごちそうさま(?:でした)?|お疲れ(?:様|さま)(?:でした)?)[。！!]?");

    /** How much a word tells of its dialect that is nothing else in any. */
    private static final int UNMISTAKABLE = 3;

    private final Tokenizer tokenizer = new Tokenizer();
    private final Respect respect = new Respect(tokenizer);
    private final PlainStyle style = new PlainStyle(tokenizer);
    private final Stems stems = new Stems(tokenizer);
    private final Endings endings;
    private final Endings finals;
    private final Negation negation = new Negation(tokenizer);
    private final Aspect aspect = new Aspect(tokenizer);
    private final Unvoicing unvoicing = new Unvoicing(new Morphology());
    private final Adjectives adjectives = new Adjectives(tokenizer);
    private final Pack shared = new Pack(data("shared"));
    private final Pattern western =
            Pattern.compile("(?<!ませ)ん(?:$|[、。！？!?]|で(?:$|[、。！])|の[だじや]|わ|けど|から|よ|と|ばい|たい|なら|し|なあ?(?:$|[、。])|て$|さ$|いら)");
    /** Read when the first of a dialect is heard: a robot hears one or two. */
    private final Map<Region, Pack> packs = new ConcurrentHashMap<>();

    private final Map<Region, Markers> markers = new EnumMap<>(Region.class);

    private final Map<Region, Lexemes> lexemes = new EnumMap<>(Region.class);

    /** Made once: every agent asks for them, and suites begin thousands of agents. */
    private static final class Standard {
        private static final PlainForms FORMS = new PlainForms();
    }

    private PlainForms() {
        DataFile rules = data("endings");
        endings = new Endings(stems, rules, "rules");
        finals = new Endings(stems, rules, "finals");
        for (Region region : Region.values()) {
            DataFile data = data(region.wireName());
            markers.put(region, new Markers(data));
            lexemes.put(region, new Lexemes(tokenizer, data));
        }
    }

    /** Give the forms of all dialects. */
    public static PlainForms standard() {
        return Standard.FORMS;
    }

    private static DataFile data(String name) {
        return DataFile.read(PlainForms.class, name + ".tsv");
    }

    /** Give the plain form, the dialect found by its forms. */
    public Plain plain(String text) {
        Optional<Region> region = region(text);
        return new Plain(
                polite(common(region.map(found -> standard(text, found))
                        .orElseGet(() -> finals.standard(endings.standard(text, region), region)))),
                region);
    }

    /** Give the plain form of a text whose dialect is known, as where a robot serves. */
    public Plain plain(String text, Region region) {
        return new Plain(polite(common(standard(text, region))), Optional.of(region));
    }

    /** Take what is respectful and humble out of a text; です・ます and what only adorns (お金) stay. */
    public String withoutRespect(String text) {
        return respect.plain(text);
    }

    /** Tell in which dialect a text is; empty for the standard language. */
    public Optional<Region> region(String text) {
        Map<Region, Integer> weights = new EnumMap<>(Region.class);
        finals.tell(negation.standard(endings.tell(text, weights)), weights);
        Region best = null;
        int most = 0;
        for (Map.Entry<Region, Markers> entry : markers.entrySet()) {
            int weight = entry.getValue().weight(text)
                    + lexemes(entry.getKey()).weight(text)
                    + weights.getOrDefault(entry.getKey(), 0);
            if (weight > most) {
                most = weight;
                best = entry.getKey();
            }
        }
        return Optional.ofNullable(best);
    }

    private String standard(String text, Region region) {
        Pack pack = packs.computeIfAbsent(region, read -> new Pack(data(read.wireName())));
        String words = words(pack.first(text), region);
        String voiceless = region == Region.TOHOKU ? words(unvoicing.standard(words), region) : words;
        String first = shared.first(endings.standard(voiceless, Optional.of(region)));
        if (region == Region.KANSAI) {
            first = aspect.withoutHaru(first);
        }
        if (region == Region.KYUSHU) {
            first = adjectives.standard(first);
        }
        boolean west = region != Region.TOHOKU && region != Region.OKINAWA;
        String negated = west ? negation.standard(aspect.asked(first)) : first;
        return pack.rewrite(finals.standard(negated, Optional.of(region)));
    }

    /** The words of the region, and of the others those that nobody can take for anything else. */
    private String words(String text, Region region) {
        String changed = lexemes(region).standard(text, 0);
        for (Lexemes others : lexemes.values()) {
            changed = others.standard(changed, UNMISTAKABLE);
        }
        return changed;
    }

    private Lexemes lexemes(Region region) {
        return Objects.requireNonNull(lexemes.get(region));
    }

    /** What several regions share, and the everyday contractions of all. */
    private String common(String text) {
        String first = shared.first(text);
        return shared.rewrite(aspect.standard(
                        western.matcher(first).find() ? negation.standard(first) : negation.eastern(first)))
                .replace(KEPT, "");
    }

    private String polite(String text) {
        if (SET_PHRASE.matcher(text).matches()) {
            return text;
        }
        String plain = style.plain(respect.plain(text));
        return plain.equals(text) ? text : respect.bare(plain);
    }
}
