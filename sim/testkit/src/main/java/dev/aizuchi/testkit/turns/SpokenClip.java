package dev.aizuchi.testkit.turns;

import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.testkit.evaluation.EvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Hold a recording that dialogues are put together from.
 *
 * @param kind turn, answer, backchannel, interruption, question, statement
 * @param text what is said, its pauses marked: | where a word is sought, / where a listener may nod
 * @param sound at 16 kHz
 * @param endMs where the voice ends
 * @param gaps the pauses that the text marks
 */
public record SpokenClip(String kind, String text, String voice, AudioClip sound, int endMs, List<Gap> gaps) {
    private static final int COLUMNS = 6;

    /** A pause in the sound; {@code spot} where a listener may nod. */
    public record Gap(int fromMs, int toMs, boolean spot) {}

    /** Checks that each marked pause is known. */
    public SpokenClip {
        gaps = List.copyOf(gaps);
        if (gaps.size()
                != text.chars().filter(each -> each == '|' || each == '/').count()) {
            throw new IllegalArgumentException(
                    text + " marks other pauses than the " + gaps.size() + " that are given");
        }
    }

    /** Give the words alone. */
    String words() {
        return text.replace("|", "").replace("/", "");
    }

    /**
     * Read an index as the training tools write it: file, kind, text, voice, end_ms, pauses.
     *
     * @param name of the index, for messages
     * @param reader reads a recording by the name in the index
     */
    public static List<SpokenClip> read(String name, Stream<String> lines, Function<String, AudioClip> reader) {
        List<SpokenClip> clips = new ArrayList<>();
        lines.skip(1).forEach(line -> {
            String[] cells = line.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new EvaluationException(name + ": “" + line + "” has not the six columns of an index");
            }
            clips.add(new SpokenClip(
                    cells[1], cells[2], cells[3], reader.apply(cells[0]), Integer.parseInt(cells[4]), gaps(cells)));
        });
        return clips;
    }

    private static List<Gap> gaps(String[] cells) {
        List<Gap> gaps = new ArrayList<>();
        String marks = cells[2].replaceAll("[^|/]", "");
        for (String span : cells[5].isEmpty() ? new String[0] : cells[5].split(" ", -1)) {
            String[] ends = span.split("-", -1);
            gaps.add(new Gap(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]), marks.charAt(gaps.size()) == '/'));
        }
        return gaps;
    }
}
