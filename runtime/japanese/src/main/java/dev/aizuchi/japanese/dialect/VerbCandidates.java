package dev.aizuchi.japanese.dialect;

import dev.aizuchi.japanese.grammar.Verb;
import dev.aizuchi.japanese.grammar.VerbClass;
import java.util.ArrayList;
import java.util.List;

/** Name the verbs of which a piece of text may be a form, whether or not the dictionary knows them: 飲ま → 飲む, 飲まる. */
final class VerbCandidates {
    private static final String A_ROW = "わかがさたなばまら";
    private static final String I_ROW = "いきぎしちにびみり";
    private static final String U_ROW = "うくぐすつぬぶむる";
    private static final String O_ROW = "おこごそとのぼもろ";

    private VerbCandidates() {}

    /** Give the verbs, the likelier first, of a form of the rules: NEG, STEM, HON, ON, ICHI, VOL, else DICT. */
    static List<Verb> of(String form, String stem) {
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
        return candidates;
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

    private static String cut(String text) {
        return text.substring(0, text.length() - 1);
    }

    private static char last(String text) {
        return text.charAt(text.length() - 1);
    }
}
