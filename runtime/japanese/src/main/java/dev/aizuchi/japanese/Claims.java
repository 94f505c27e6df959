package dev.aizuchi.japanese;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tell which sentences claim that an act is done; immutable, callable from any thread. */
public final class Claims {
    private static final String ENDS = "(?=$|[、。!?」\\s]|よ|ね|わ|の|が|けど|ので|から|し|か[。?]?$)";

    private final Morphology morphology = new Morphology();
    private final Pattern claims;
    private final Pattern none;

    private Claims(DataFile data) {
        claims = Pattern.compile("(?:" + String.join("|", data.lines("claims")) + ")" + ENDS);
        none = Pattern.compile(
                data.lines("no claims").stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }

    /** Give the claims of standard Japanese. */
    public static Claims standard() {
        return new Claims(DataFile.read("claims.txt"));
    }

    /** Tell whether a sentence claims a finished act: お持ちしました, 呼んだよ; but not 承知しました or お持ちします. */
    public boolean claimsDone(String sentence) {
        String rest = none.matcher(Normalizer.spelled(sentence)).replaceAll("。");
        if (claims.matcher(rest).find()) {
            return true;
        }
        for (String part : rest.split("[。!?]", -1)) {
            if (isPlainPast(morphology.analyze(part.strip()))) {
                return true;
            }
        }
        return false;
    }

    /** 呼んだよ, 持ってきた: a verb in the plain past at the end. */
    private static boolean isPlainPast(List<Morpheme> morphemes) {
        int last = morphemes.size() - 1;
        while (last > 0 && morphemes.get(last).is("助詞-終助詞")) {
            last--;
        }
        if (last < 1) {
            return false;
        }
        Morpheme end = morphemes.get(last);
        boolean past =
                end.is("助動詞") && (end.surface().equals("た") || end.surface().equals("だ"));
        return past && morphemes.get(last - 1).is("動詞");
    }
}
