package dev.aizuchi.japanese.dialect;

import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Take back the voicing of the north, 聞ぎにぐい → 聞きにくい, where the dictionary knows the words better without. */
final class Unvoicing {
    private static final String VOICED = "がぎぐげごだぢづでど";
    private static final String VOICELESS = "かきくけこたちつてと";
    /** As much as may belong to one word with what is joined to it. */
    private static final Pattern RUN = Pattern.compile("[\\p{IsHan}々]{0,2}[ぁ-ゖー]{2,12}|[\\p{IsHan}々]{1,2}[ぁ-ゖー]");

    private final Morphology morphology;

    Unvoicing(Morphology morphology) {
        this.morphology = morphology;
    }

    String standard(String text) {
        Matcher matcher = RUN.matcher(text);
        StringBuilder changed = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(changed, Matcher.quoteReplacement(best(matcher.group())));
        }
        return matcher.appendTail(changed).toString();
    }

    private String best(String run) {
        String best = run;
        int least = cost(run);
        for (int i = 1; i < run.length(); i++) {
            int voiced = VOICED.indexOf(run.charAt(i));
            if (voiced >= 0 && !staysVoiced(best, i)) {
                String tried = best.substring(0, i) + VOICELESS.charAt(voiced) + best.substring(i + 1);
                int cost = cost(tried);
                if (cost < least) {
                    best = tried;
                    least = cost;
                }
            }
        }
        return best;
    }

    /** だ and で are also what they seem, so is all behind ん, and どこ asks. */
    private static boolean staysVoiced(String run, int i) {
        char next = i + 1 < run.length() ? run.charAt(i + 1) : ' ';
        if (run.charAt(i - 1) == 'ん' || (run.charAt(i) == 'ど' && "これうのんちな".indexOf(next) >= 0)) {
            return true;
        }
        boolean ends = i + 1 == run.length() || "べどばけがなじんっよ".indexOf(run.charAt(i + 1)) >= 0;
        return "だで".indexOf(run.charAt(i)) >= 0 && ends;
    }

    /** Few words that the dictionary knows are likelier than many, or than unknown ones. */
    private int cost(String run) {
        return morphology.analyze(run).stream().mapToInt(Unvoicing::cost).sum();
    }

    private static int cost(Morpheme word) {
        boolean unknown = word.reading().codePoints().anyMatch(Character::isIdeographic);
        boolean kana = word.surface().matches("[ぁ-ゖー]+");
        boolean odd =
                kana && word.surface().length() == 1 && !word.partOfSpeech().startsWith("助");
        boolean begun = kana
                && word.start() > 0
                && word.partOfSpeech().startsWith("名詞-一般")
                && VOICED.indexOf(word.surface().charAt(0)) >= 0;
        boolean name = kana && word.partOfSpeech().startsWith("名詞-固有名詞");
        return 2 + (unknown ? 3 : 0) + (odd ? 1 : 0) + (name ? 2 : 0) + (begun ? 1 : 0);
    }
}
