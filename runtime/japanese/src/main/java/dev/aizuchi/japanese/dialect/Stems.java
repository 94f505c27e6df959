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
        return VerbCandidates.of(form, stem).stream().filter(this::isKnown).findFirst();
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
