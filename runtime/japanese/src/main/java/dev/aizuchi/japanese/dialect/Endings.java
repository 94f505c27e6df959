package dev.aizuchi.japanese.dialect;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.grammar.Form;
import dev.aizuchi.japanese.grammar.Verb;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrite the endings of any verb and adjective, whatever the dialect: 飲みとうない → 飲みたくない, 寝とりゃ → 寝ていれば.
 *
 * <p>The rules stand in {@code endings.tsv}; a word counts only when the dictionary knows it, so that hardly any
 * standard sentence is touched.
 */
final class Endings {
    private static final Pattern PLACE = Pattern.compile("<(NEG|STEM|ON|DICT|HON|ICHI|VOL|ADJ|ADJU|FUSED)>");
    private static final String WORD = "(?<word>[\\p{IsHan}々ぁ-ゖァ-ヺー]{1,6}?)";
    private static final String END = "(?=$|[、。！？!?」])";
    private static final String JOIN =
            "(?=$|[、。！？!?」]|けど|けん|けえ|けぇ|けー|から|がら|さかい|ので|のに|の|ん|よ|ね|な(?![らい])|なら|か|わ|で|と|し|き|ばい|たい|もん|や|じゃ|が|さ|っちゃ|だ|べ|は)";

    /** What ends a sentence in the standard language, and so what an ending may follow. */
    private static final String PREDICATE = "(?<=[うくぐすつぬぶむるいただ])";

    private static final String NOUN = "(?<=[\\p{IsHan}々ァ-ヺーぁ-ゖ0-9０-９])";

    /** What a copula may follow, where a verb's stem might look like a noun. */
    private static final String COPULA =
            "(?<=[\\p{IsHan}々ァ-ヺー]|こと|もの|ところ|はず|つもり|そう|よう|みたい|どこ|だれ|いつ|なに|いくつ|いくら|ここ|そこ|あそこ|これ|それ|あれ|どれ|っち|さん|ちゃん|くん)";

    /** A rule; with {@code only}, for these dialects alone, since the standard language has the form, too. */
    private record Rule(
            Set<Region> only,
            Map<Region, Integer> tells,
            String form,
            Pattern tail,
            Pattern pattern,
            String standard) {}

    private final Stems stems;
    private final List<Rule> rules;

    Endings(Stems stems, DataFile data, String section) {
        this.stems = stems;
        this.rules = data.rows(section, 3).stream().map(Endings::rule).toList();
    }

    private static Rule rule(List<String> row) {
        Set<Region> only = EnumSet.noneOf(Region.class);
        Map<Region, Integer> tells = new EnumMap<>(Region.class);
        for (String told : row.get(0).split(",", -1)) {
            if (!told.equals("-")) {
                String name = told.replaceAll("[!0-9]", "").toUpperCase(Locale.ROOT);
                Region region = Region.valueOf(name);
                if (told.startsWith("!")) {
                    only.add(region);
                }
                tells.put(region, Integer.parseInt("0" + told.replaceAll("[^0-9]", "")));
            }
        }
        String written = row.get(1)
                .replace("{END}", END)
                .replace("{J}", JOIN)
                .replace("{P}", PREDICATE)
                .replace("{N}", NOUN)
                .replace("{C}", COPULA);
        Matcher place = PLACE.matcher(written);
        boolean placed = place.find();
        String form = placed ? place.group(1) : "";
        Pattern tail = Pattern.compile(placed ? written.substring(place.end()) : written);
        Pattern pattern = Pattern.compile(place.reset().replaceAll(Matcher.quoteReplacement(WORD)));
        return new Rule(only, tells, form, tail, pattern, row.get(2));
    }

    /** Give the text with its endings standard; rules of other dialects than this one are left out. */
    String standard(String text, Optional<Region> region) {
        String changed = text;
        for (Rule rule : rules) {
            if (rule.only.isEmpty() || region.filter(rule.only::contains).isPresent()) {
                changed = applied(rule, changed);
            }
        }
        return changed;
    }

    /** Add up how much the endings tell of each dialect, and give the text without them. */
    String tell(String text, Map<Region, Integer> weights) {
        String changed = text;
        for (Rule rule : rules) {
            if (rule.only.isEmpty()) {
                String after = applied(rule, changed);
                if (!after.equals(changed)) {
                    rule.tells.forEach((region, weight) -> weights.merge(region, weight, Integer::sum));
                }
                changed = after;
            } else if (!applied(rule, changed).equals(changed)) {
                rule.tells.forEach((region, weight) -> weights.merge(region, weight, Integer::sum));
            }
        }
        return changed;
    }

    private String applied(Rule rule, String text) {
        // Cheap to find, where a word before it is not.
        if (!rule.tail.matcher(text).find()) {
            return text;
        }
        Matcher matcher = rule.pattern.matcher(text);
        if (rule.form.isEmpty()) {
            return matcher.replaceAll(rule.standard);
        }
        StringBuilder changed = new StringBuilder();
        while (matcher.find()) {
            String stands = stems.find(rule.form, matcher.group("word"))
                    .map(found -> found.before() + written(found, rule.standard))
                    .orElse(matcher.group());
            matcher.appendReplacement(changed, Matcher.quoteReplacement(stands));
        }
        return matcher.appendTail(changed).toString();
    }

    private static String written(Stems.Found found, String standard) {
        if (found.verb().isEmpty()) {
            return standard.replace("<ADJ>", found.adjective());
        }
        Verb verb = found.verb().get();
        String written = standard.replace("<NOT>", verb.negated())
                .replace("<NOTSTEM>", verb.negated().substring(0, verb.negated().length() - 1))
                .replace("<CAN>", verb.potential().dictionary())
                .replace("<CANNOT>", verb.potential().negated())
                .replace("<CANNOTSTEM>", verb.potential().in(Form.NEGATIVE) + "な");
        for (Form form : Form.values()) {
            written = written.replace("<" + form.name() + ">", verb.in(form));
        }
        return written;
    }
}
