package dev.aizuchi.japanese.reading;

import dev.aizuchi.japanese.DataFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Choose among the readings of a spelling by what stands around it: 市場 いちば, しじょう; 行った いった, おこなった. */
final class Heteronyms {
    private static final int REACH = 16;

    private record Choice(String spelling, String reading, Pattern before, Pattern after) {}

    private final Map<Character, List<Choice>> choices = new HashMap<>();

    Heteronyms() {
        for (String line : DataFile.read(Heteronyms.class, "heteronyms.tsv").lines("heteronyms")) {
            String[] fields = line.split("\t", -1);
            String before = fields.length > 2 ? fields[2] : "";
            String after = fields.length > 3 ? fields[3] : "";
            choices.computeIfAbsent(fields[0].charAt(0), first -> new ArrayList<>())
                    .add(new Choice(
                            fields[0],
                            fields[1],
                            Pattern.compile("(?:" + before + ")$"),
                            Pattern.compile("^(?:" + after + ")")));
        }
    }

    /**
     * Read what stands here by the first rule that fits, or give null: the dictionary knows. A rule speaks of whole
     * words.
     */
    @Nullable
    Written at(String text, int at, BitSet ends) {
        List<Choice> list = choices.get(text.charAt(at));
        if (list == null) {
            return null;
        }
        for (Choice choice : list) {
            int end = at + choice.spelling.length();
            if (ends.get(end)
                    && text.startsWith(choice.spelling, at)
                    && choice.before
                            .matcher(text.substring(Math.max(0, at - REACH), at))
                            .find()
                    && choice.after
                            .matcher(text.substring(end, Math.min(text.length(), end + REACH)))
                            .find()) {
                return new Written(at, end, choice.reading);
            }
        }
        return null;
    }
}
