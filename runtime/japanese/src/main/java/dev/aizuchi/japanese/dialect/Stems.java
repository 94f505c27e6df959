package dev.aizuchi.japanese.dialect;

import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Tokenizer;
import dev.aizuchi.japanese.grammar.Verb;
import dev.aizuchi.japanese.grammar.VerbClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Find the verb or the adjective of which a form ends a piece of text: 水飲ま → 水 + 飲む, by the dictionary. */
final class Stems {
    private static final String A_ROW = "わかがさたなばまら";
    private static final String I_ROW = "いきぎしちにびみり";
    private static final String U_ROW = "うくぐすつぬぶむる";
    private static final String E_ROW = "えけげせてねべめれ";
    private static final String O_ROW = "おこごそとのぼもろ";

    /** After such a sound an adjective in kana is but the rest of another word: から of わから. */
    private static final Pattern GLUED = Pattern.compile("[ぁ-ゖ&&[^はがをにでとものへやかねなし]]$");

    /**
     * Hold a word found.
     *
     * @param before what stands before it
     * @param verb the verb; of an adjective, none
     * @param adjective the stem of the adjective (寒); empty for a verb
     */
    record Found(String before, Optional<Verb> verb, String adjective) {}

    /** As many words as are asked for again and again; the dictionary is slower. */
    private static final int KEPT = 4_096;

    private final Tokenizer tokenizer;
    private final Map<String, List<Token>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Token>> eldest) {
            return size() > KEPT;
        }
    };

    Stems(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Find the longest word that ends the text in a form of the rules: NEG, STEM, ON, DICT, HON, ADJ, ADJU, FUSED. */
    Optional<Found> find(String form, String text) {
        for (int from = 0; from < text.length(); from++) {
            String stem = text.substring(from);
            String before = text.substring(0, from);
            boolean adjective = form.equals("ADJ") || form.equals("ADJU") || form.equals("FUSED");
            boolean kana = !Character.isIdeographic(stem.charAt(0));
            if (adjective
                    && kana
                    && !form.equals("FUSED")
                    && GLUED.matcher(before).find()) {
                continue;
            }
            Optional<Found> found = adjective
                    ? adjective(form, stem).map(word -> new Found(before, Optional.empty(), word))
                    : verb(form, stem).map(verb -> new Found(before, Optional.of(verb), ""));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Verb> verb(String form, String stem) {
        List<Verb> candidates = new ArrayList<>();
        switch (form) {
            case "NEG" -> negative(stem, candidates);
            case "STEM" -> rows(stem, I_ROW, candidates);
            case "HON" -> honorific(stem, candidates);
            case "ON" -> contracted(stem, candidates);
            case "ICHI" -> add(stem + "る", VerbClass.ICHIDAN, candidates);
            case "VOL" -> volitional(stem, candidates);
            default -> dictionary(stem, candidates);
        }
        return candidates.stream().filter(this::isKnown).findFirst();
    }

    private static void rows(String stem, String row, List<Verb> candidates) {
        int at = row.indexOf(last(stem));
        if (at >= 0 && stem.length() > 1) {
            add(cut(stem) + U_ROW.charAt(at), VerbClass.GODAN, candidates);
        }
        if (stem.endsWith("し") || (row.equals(A_ROW) && stem.endsWith("せ"))) {
            add(cut(stem) + "する", VerbClass.SURU, candidates);
        }
        coming(stem, row.equals(I_ROW) ? "き" : "こ", candidates);
        add(stem + "る", VerbClass.ICHIDAN, candidates);
    }

    private static void coming(String stem, String kana, List<Verb> candidates) {
        if (stem.equals("来") || stem.equals(kana) || stem.endsWith("て来") || stem.endsWith("て" + kana)) {
            boolean kanji = stem.endsWith("来");
            add(cut(stem) + (kanji ? "来る" : "くる"), VerbClass.KURU, candidates);
        }
    }

    private static void negative(String stem, List<Verb> candidates) {
        rows(stem, A_ROW, candidates);
    }

    /** 行か, 行き, 食べ, 食べや before はる. */
    private static void honorific(String stem, List<Verb> candidates) {
        rows(stem, A_ROW, candidates);
        rows(stem, I_ROW, candidates);
        if (stem.endsWith("や") && stem.length() > 1) {
            add(cut(stem) + "る", VerbClass.ICHIDAN, candidates);
        }
    }

    private static void volitional(String stem, List<Verb> candidates) {
        int o = O_ROW.indexOf(last(stem));
        if (o >= 0 && stem.length() > 1) {
            add(cut(stem) + U_ROW.charAt(o), VerbClass.GODAN, candidates);
        }
        if (stem.endsWith("よ") && stem.length() > 1) {
            String head = cut(stem);
            add(head.endsWith("し") ? cut(head) + "する" : head + "る", VerbClass.ICHIDAN, candidates);
            add(head.endsWith("し") ? cut(head) + "する" : head, VerbClass.SURU, candidates);
        }
    }

    /** What is left of a form in て or た: 書い, 飲ん, 行っ, 食べ, and the west's 言う, もろ, しも. */
    private static void contracted(String stem, List<Verb> candidates) {
        String head = cut(stem);
        String ends =
                switch (last(stem)) {
                    case 'い' -> "くぐ";
                    case 'っ' -> "うつるく";
                    case 'ん' -> "むぶぬ";
                    case 'し' -> "す";
                    default -> "";
                };
        for (int i = 0; i < ends.length() && !head.isEmpty(); i++) {
            add(head + ends.charAt(i), VerbClass.GODAN, candidates);
        }
        if (stem.endsWith("う") && !head.isEmpty()) {
            add(stem, VerbClass.GODAN, candidates);
            int o = O_ROW.indexOf(last(head));
            if (o >= 0) {
                add(cut(head) + A_ROW.charAt(o) + "う", VerbClass.GODAN, candidates);
            }
        }
        if (stem.endsWith("もろ")) {
            add(head + "らう", VerbClass.GODAN, candidates);
        }
        if (stem.endsWith("し")) {
            add(head + "する", VerbClass.SURU, candidates);
        }
        coming(stem, "き", candidates);
        add(stem + "る", VerbClass.ICHIDAN, candidates);
    }

    private static void dictionary(String stem, List<Verb> candidates) {
        if (U_ROW.indexOf(last(stem)) >= 0) {
            add(stem, VerbClass.GODAN, candidates);
        }
        add(stem, VerbClass.ICHIDAN, candidates);
        add(stem, VerbClass.SURU, candidates);
        add(stem, VerbClass.KURU, candidates);
    }

    private static void add(String dictionary, VerbClass kind, List<Verb> candidates) {
        boolean fits =
                switch (kind) {
                    case GODAN -> dictionary.length() > 1;
                    case ICHIDAN -> dictionary.length() > 1 && dictionary.endsWith("る");
                    case SURU -> dictionary.endsWith("する");
                    case KURU -> dictionary.endsWith("来る") || dictionary.endsWith("くる");
                    case HONORIFIC -> false;
                };
        if (fits) {
            candidates.add(new Verb(dictionary, kind));
        }
    }

    private boolean isKnown(Verb verb) {
        // に is the particle far more often than 煮る or 似る, くら no form of 繰る.
        if (verb.dictionary().equals("にる") || (verb.dictionary().equals("くる") && verb.kind() == VerbClass.GODAN)) {
            return false;
        }
        // The dictionary takes する by itself for 擦る.
        if (verb.dictionary().equals("する")) {
            return verb.kind() == VerbClass.SURU;
        }
        if (verb.kind() == VerbClass.KURU && verb.dictionary().matches(".*て(?:来る|くる)")) {
            return true;
        }
        List<Token> tokens = tokens(verb.dictionary());
        boolean noun = verb.kind() == VerbClass.SURU
                && tokens.size() == 2
                && tokens.get(0).is("名詞-サ変接続")
                && tokens.get(1).base().equals("する");
        boolean one = tokens.size() == 1
                && tokens.get(0).isVerb()
                && tokens.get(0).base().equals(verb.dictionary());
        return noun
                || (one
                        && Verb.of(tokens.get(0))
                                .filter(known -> known.kind() == verb.kind())
                                .isPresent());
    }

    private Optional<String> adjective(String form, String stem) {
        List<String> candidates = new ArrayList<>();
        char last = last(stem);
        if (form.equals("FUSED")) {
            fused(stem, candidates);
        } else {
            candidates.add(stem);
        }
        int o = O_ROW.indexOf(last);
        if (form.equals("ADJU") && o >= 0) {
            candidates.add(cut(stem) + A_ROW.charAt(o));
        }
        if (form.equals("ADJU") && stem.endsWith("しゅ")) {
            candidates.add(cut(stem));
        }
        return candidates.stream().filter(this::isAdjective).findFirst();
    }

    /** うめ(え) → うま, すげ → すご, さみ → さむ, 高 → 高. */
    private static void fused(String stem, List<String> candidates) {
        int e = E_ROW.indexOf(last(stem));
        int i = I_ROW.indexOf(last(stem));
        if (e >= 0) {
            candidates.add(cut(stem) + A_ROW.charAt(e));
            candidates.add(cut(stem) + O_ROW.charAt(e));
        }
        if (i >= 0) {
            candidates.add(cut(stem) + U_ROW.charAt(i));
        }
        if (Character.isIdeographic(last(stem))) {
            candidates.add(stem);
        }
    }

    private boolean isAdjective(String stem) {
        String adjective = stem + "い";
        // One kana and い (よい apart) is too little to go by: たい, ない.
        boolean longEnough =
                adjective.length() > 2 || adjective.equals("よい") || Character.isIdeographic(adjective.charAt(0));
        return longEnough && isAdjectiveToken(adjective) && !isAdjectiveToken(stem + "ない");
    }

    private boolean isAdjectiveToken(String word) {
        List<Token> tokens = tokens(word);
        return tokens.size() == 1
                && tokens.get(0).is("形容詞-自立")
                && tokens.get(0).base().equals(word);
    }

    private List<Token> tokens(String word) {
        synchronized (kept) {
            return kept.computeIfAbsent(word, tokenizer::tokens);
        }
    }

    private static String cut(String text) {
        return text.substring(0, text.length() - 1);
    }

    private static char last(String text) {
        return text.charAt(text.length() - 1);
    }
}
