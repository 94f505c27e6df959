package dev.aizuchi.japanese.keigo;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.grammar.Form;
import dev.aizuchi.japanese.grammar.Verb;
import dev.aizuchi.japanese.grammar.VerbClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Hold the verbs that have honorific or humble words of their own, and form the others by rule. */
final class HonorificVerbs {
    /** One line of the data; what is missing is formed by rule or does not exist. */
    private record Row(
            Verb plain, Optional<Verb> honorific, String request, Optional<Verb> humble, Optional<Verb> courteous) {}

    private final Map<String, Row> byPlain = new HashMap<>();
    private final Map<String, Row> byHumble = new HashMap<>();
    private final Map<String, Row> byHonorific = new HashMap<>();
    private final Set<String> withO;
    private final Set<String> withoutPrefix;

    HonorificVerbs() {
        DataFile data = DataFile.read(HonorificVerbs.class, "verbs.tsv");
        for (List<String> line : data.rows("verbs", 5)) {
            Row row = new Row(
                    verb(line.get(0)).orElseThrow(),
                    verb(line.get(1)),
                    line.get(2),
                    verb(line.get(3)),
                    verb(line.get(4)));
            byPlain.putIfAbsent(row.plain.dictionary(), row);
            row.humble.ifPresent(verb -> byHumble.putIfAbsent(verb.dictionary(), row));
            row.courteous.ifPresent(verb -> byHumble.putIfAbsent(verb.dictionary(), row));
            row.honorific.ifPresent(verb -> byHonorific.putIfAbsent(verb.dictionary(), row));
        }
        withO = Set.copyOf(data.lines("nouns with お"));
        withoutPrefix = Set.copyOf(data.lines("nouns without prefix"));
    }

    /** Give 尊敬語: 行く → いらっしゃる, 読む → お読みになる, 利用する → ご利用になる. */
    Verb honorific(Verb plain) {
        Row row = byPlain.get(plain.dictionary());
        if (row != null && row.honorific.isPresent()) {
            return row.honorific.get();
        }
        if (plain.kind() == VerbClass.SURU) {
            String noun = noun(plain);
            return prefix(noun).isEmpty()
                    ? new Verb(noun + "なさる", VerbClass.HONORIFIC)
                    : new Verb(prefix(noun) + noun + "になる", VerbClass.GODAN);
        }
        return takesO(plain) ? new Verb("お" + plain.in(Form.STEM) + "になる", VerbClass.GODAN) : plain.passive();
    }

    /** Give 謙譲語Ⅰ, for acts towards the listener: 聞く → 伺う, 持つ → お持ちする. */
    Verb humble(Verb plain) {
        Row row = byPlain.get(plain.dictionary());
        if (row != null && row.humble.isPresent()) {
            return row.humble.get();
        }
        if (plain.kind() == VerbClass.SURU) {
            String noun = noun(plain);
            return prefix(noun).isEmpty()
                    ? new Verb(noun + "いたす", VerbClass.GODAN)
                    : new Verb(prefix(noun) + noun + "する", VerbClass.SURU);
        }
        return takesO(plain) ? new Verb("お" + plain.in(Form.STEM) + "する", VerbClass.SURU) : plain;
    }

    /** Give 謙譲語Ⅱ, for one's own acts in general: 行く → 参る, 出発する → 出発いたす; the verb itself where none exists. */
    Verb courteous(Verb plain) {
        Row row = byPlain.get(plain.dictionary());
        if (row != null && row.courteous.isPresent()) {
            return row.courteous.get();
        }
        return plain.kind() == VerbClass.SURU ? new Verb(noun(plain) + "いたす", VerbClass.GODAN) : plain;
    }

    /** Give the words of a polite request: 待つ → お待ちください, 見る → ご覧ください. */
    String request(Verb plain) {
        Row row = byPlain.get(plain.dictionary());
        if (row != null && !row.request.isEmpty()) {
            return row.request;
        }
        if (plain.kind() == VerbClass.SURU && !prefix(noun(plain)).isEmpty()) {
            return prefix(noun(plain)) + noun(plain) + "ください";
        }
        return plain.kind() != VerbClass.SURU && takesO(plain)
                ? "お" + plain.in(Form.STEM) + "ください"
                : plain.in(Form.TE) + "ください";
    }

    Optional<Verb> plainOfHumble(String dictionary) {
        return Optional.ofNullable(byHumble.get(dictionary)).map(Row::plain);
    }

    Optional<Verb> plainOfHonorific(String dictionary) {
        return Optional.ofNullable(byHonorific.get(dictionary)).map(Row::plain);
    }

    boolean isHumble(String dictionary) {
        return byHumble.containsKey(dictionary);
    }

    boolean isHonorific(String dictionary) {
        return byHonorific.containsKey(dictionary);
    }

    /** Give the prefix of a noun that is done: お電話, ご案内; empty for loan words and what takes none. */
    String prefix(String noun) {
        if (withoutPrefix.contains(noun) || noun.isEmpty() || noun.matches("[ァ-ヺー]+.*") || noun.matches("[おごオゴ].+")) {
            return "";
        }
        return withO.contains(noun) || noun.matches(".*[ぁ-ゖ]") ? "お" : "ご";
    }

    /** Stems of one sound have no お〜になる: 見る, 着る, 出る. */
    private static boolean takesO(Verb plain) {
        boolean compound = plain.dictionary().matches(".+[てで].+");
        return plain.in(Form.STEM).length() > 1
                && !compound
                && !plain.dictionary().startsWith("お")
                && plain.kind() != VerbClass.KURU;
    }

    private static String noun(Verb verb) {
        return verb.dictionary().substring(0, verb.dictionary().length() - 2);
    }

    private static Optional<Verb> verb(String written) {
        if (written.isEmpty() || written.equals("-")) {
            return Optional.empty();
        }
        int colon = written.indexOf(':');
        VerbClass kind =
                switch (written.substring(colon + 1)) {
                    case "五" -> VerbClass.GODAN;
                    case "一" -> VerbClass.ICHIDAN;
                    case "サ" -> VerbClass.SURU;
                    case "カ" -> VerbClass.KURU;
                    case "特" -> VerbClass.HONORIFIC;
                    default -> throw new IllegalStateException("verbs.tsv: no verb class in " + written);
                };
        return Optional.of(new Verb(written.substring(0, colon), kind));
    }
}
