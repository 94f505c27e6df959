package dev.aizuchi.japanese.fence;

import dev.aizuchi.japanese.DataFile;
import java.util.regex.Pattern;

/**
 * Tell small talk from information: who reacts with 〜ね, asks or thanks says nothing that could be wrong, while 〜よ and a
 * bare statement tell a listener something new, which only a fact may.
 */
final class Tone {
    private final Pattern harmless;
    private final Pattern others;
    private final Pattern othersAllowed;

    Tone() {
        DataFile data = DataFile.read(Tone.class, "content.txt");
        harmless = Forbidden.pattern(data.lines("harmless"));
        others = Forbidden.pattern(data.lines("others"));
        othersAllowed = Forbidden.pattern(data.lines("others but"));
    }

    boolean informs(String sentence) {
        String bare = Forbidden.bare(sentence);
        boolean asks = bare.endsWith("か");
        boolean aboutOthers = !asks
                && others.matcher(bare).find()
                && !othersAllowed.matcher(bare).find();
        return aboutOthers || !harmless.matcher(bare).find();
    }
}
