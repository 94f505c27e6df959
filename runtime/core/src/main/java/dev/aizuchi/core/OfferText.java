package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Put what a robot offered as the person would ask for it: 「お水をお持ちしましょうか」 → 「お水をお持ちしてください」; immutable. */
final class OfferText {
    private static final Pattern MARKS = Pattern.compile("[\\s。、？?！!…]+$");
    private static final Pattern SENTENCES = Pattern.compile("(?<=[。？?！!])");

    private record Ending(Pattern pattern, String instead) {}

    private final List<Ending> endings = new ArrayList<>();

    OfferText() {
        for (List<String> row : DataFile.read(OfferText.class, "slots.txt").rows("offer", 2)) {
            endings.add(new Ending(Pattern.compile("(?:" + row.get(0) + ")$"), row.get(1)));
        }
    }

    /** Give the ways in which a person would ask for it, the likeliest first; none for what is no question. */
    List<String> wishes(String question) {
        List<String> wishes = new ArrayList<>();
        List<String> sentences = List.of(SENTENCES.split(question.strip()));
        for (int i = sentences.size() - 1; i >= 0; i--) {
            String said = MARKS.matcher(sentences.get(i)).replaceAll("");
            for (Ending ending : endings) {
                Matcher matcher = ending.pattern.matcher(said);
                if (matcher.find() && matcher.start() > 0) {
                    wishes.add(matcher.replaceFirst(ending.instead));
                }
            }
            if (!said.isEmpty()) {
                wishes.add(said);
            }
        }
        return wishes;
    }
}
