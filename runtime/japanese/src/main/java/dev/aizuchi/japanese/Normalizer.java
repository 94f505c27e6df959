package dev.aizuchi.japanese;

import java.util.regex.Pattern;

/**
 * Bring an utterance, recognised or typed, into one spelling: NFKC, no blanks between Japanese words, no fillers, no
 * marks at the ends.
 *
 * <p>Any text is taken: control characters, lone surrogates and stacked marks go, and what is longer than a person says
 * in one turn is cut. Callable from any thread.
 */
public final class Normalizer {
    /** UTF-16 units; some 80 seconds of speech. */
    private static final int LONGEST = 500;
    /** Of the raw text, before blanks and fillers go, so that hostile input costs no more than this. */
    private static final int LONGEST_RAW = 4 * LONGEST;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{M}]+");
    private static final Pattern WAVE = Pattern.compile("(?<=[ぁ-ゖァ-ー])[~〜ー]+");
    private static final Pattern PAUSE = Pattern.compile("(?:[…‥]|\\.{2,}|・{2,}|。{2,}|、{2,})+");
    private static final Pattern COMMA = Pattern.compile("(?<![0-9])[,،](?![0-9])");
    private static final Pattern FULL_STOP = Pattern.compile("(?<=[\\p{IsHan}ぁ-ゖァ-ー])\\.");
    private static final String EDGE = "[\\s。、.,!?…・~〜:;\"'「」『』]+";
    private static final Pattern EDGES = Pattern.compile("^" + EDGE + "|" + EDGE + "$");
    /** A drawn-out end (お願いしまーす stays, 「待ってー」 → 「待って」); katakana words may end in ー by right. */
    private static final Pattern DRAWN_END = Pattern.compile("(?<=[ぁ-ゖ])ー+$");

    /** As those write who have learnt no other letters, and old telegrams: 「タスケテクダサイ」; a bare 「グエン」 may be a name. */
    private static final Pattern KATAKANA_ALONE = Pattern.compile("(?=.*[ァ-ヺ])[ァ-ヺー、。!?…\\s]{4,}");

    private static final Pattern RUN = Pattern.compile("[ァ-ヺー]+");

    private final Fillers fillers = Fillers.standard();
    private final Morphology morphology = new Morphology();

    /** Give the utterance in one spelling, at most 500 UTF-16 units; empty when nothing was said. */
    public String normalize(String text) {
        String plain = fillers.drop(edgeless(inHiragana(spelled(cut(text, LONGEST_RAW)))));
        String bare = edgeless(DRAWN_END.matcher(edgeless(plain)).replaceAll(""));
        return edgeless(cut(bare, LONGEST));
    }

    /** Write in hiragana what is no loanword, where all is in katakana. */
    private String inHiragana(String text) {
        return KATAKANA_ALONE.matcher(text).matches()
                ? RUN.matcher(text)
                        .replaceAll(run -> morphology.knows(run.group()) ? run.group() : Kana.hiragana(run.group()))
                : text;
    }

    /** Bring a text into one spelling without dropping words or marks that can be heard as a pause. */
    static String spelled(String text) {
        String visible = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC);
        visible = INVISIBLE.matcher(visible).replaceAll("");
        String joined = joined(CONTROL.matcher(visible).replaceAll(" ").strip());
        joined = COMMA.matcher(PAUSE.matcher(joined).replaceAll("…")).replaceAll("、");
        return FULL_STOP.matcher(WAVE.matcher(joined).replaceAll("ー")).replaceAll("。");
    }

    private static String edgeless(String text) {
        return EDGES.matcher(text).replaceAll("");
    }

    /** Drop the blanks that a recogniser puts between words; those between Latin words stay. */
    private static String joined(String text) {
        StringBuilder joined = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean between = c == ' '
                    && i > 0
                    && i + 1 < text.length()
                    && (Kana.isJapanese(text.codePointBefore(i)) || Kana.isJapanese(text.codePointAt(i + 1)));
            if (!between) {
                joined.append(c);
            }
        }
        return joined.toString();
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
