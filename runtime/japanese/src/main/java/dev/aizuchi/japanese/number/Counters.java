package dev.aizuchi.japanese.number;

import dev.aizuchi.japanese.DataFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Know the counters and units of {@code counters.tsv}, by how they are written and by how they sound. */
public final class Counters {
    private static final String VOICED = "かがきぎくぐけげこごさざしじすずせぜそぞただちぢつづてでとどはばひびふぶへべほぼ";

    private final Map<String, Counter> bySpelling = new HashMap<>();
    private final Map<String, List<Counter>> bySound = new HashMap<>();
    private final Map<String, List<Irregular>> irregulars = new HashMap<>();
    private final int longest;
    private final int longestSound;

    /**
     * Hold a number and counter that sound as one word: ひとり, はつか.
     *
     * @param sound in hiragana
     * @param number what is said
     * @param counter what is counted
     */
    public record Irregular(String sound, int number, Counter counter) {}

    /** Read the counters. */
    public Counters() {
        for (String line : DataFile.read(Counters.class, "counters.tsv").lines("counters")) {
            add(parse(line));
        }
        longest = bySpelling.keySet().stream().mapToInt(String::length).max().orElse(0);
        longestSound = bySound.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** Find the counter with the longest spelling that stands here, or null. */
    public @Nullable Counter at(String text, int at) {
        for (int length = Math.min(longest, text.length() - at); length > 0; length--) {
            Counter counter = bySpelling.get(text.substring(at, at + length));
            if (counter != null) {
                return counter;
            }
        }
        return null;
    }

    /** Give the length of the counter's spelling that stands here. */
    public int lengthAt(String text, int at) {
        for (int length = Math.min(longest, text.length() - at); length > 0; length--) {
            if (bySpelling.containsKey(text.substring(at, at + length))) {
                return length;
            }
        }
        return 0;
    }

    /** Find the counters that sound like the longest kana that fits here; none when none is known. */
    public List<Counter> soundingAt(String hiragana, int at, int[] length) {
        for (int i = Math.min(longestSound, hiragana.length() - at); i > 0; i--) {
            List<Counter> counters = bySound.get(hiragana.substring(at, at + i));
            if (counters != null) {
                length[0] = i;
                return counters;
            }
        }
        return List.of();
    }

    /** Find what is counted in one word that begins here, the longest first: ふつか, はたち. */
    public @Nullable Irregular irregularAt(String hiragana, int at) {
        List<Irregular> candidates = at + 2 > hiragana.length() ? null : irregulars.get(hiragana.substring(at, at + 2));
        Irregular best = null;
        if (candidates != null) {
            for (Irregular candidate : candidates) {
                boolean longer = best == null || candidate.sound.length() > best.sound.length();
                if (longer && hiragana.startsWith(candidate.sound, at)) {
                    best = candidate;
                }
            }
        }
        return best;
    }

    /** Give a counter by one of its spellings, or null. */
    public @Nullable Counter named(String spelling) {
        return bySpelling.get(spelling);
    }

    private static Counter parse(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length < 5) {
            throw new IllegalStateException("counters.tsv: five or six fields wanted: " + line);
        }
        Map<String, String> exceptions = new HashMap<>();
        for (String exception : fields[3].isEmpty() ? new String[0] : fields[3].split(";", -1)) {
            String[] pair = exception.split(" ", -1);
            exceptions.put(pair[0], pair[1]);
        }
        List<String> spellings = List.of(fields[0].split(",", -1));
        return new Counter(
                spellings,
                fields[1],
                fields[2].equals("-")
                        ? Counter.Change.NONE
                        : Counter.Change.valueOf(fields[2].toUpperCase(Locale.ROOT)),
                exceptions,
                Counter.Kind.valueOf(fields[4]),
                fields.length > 5 ? fields[5] : spellings.get(0));
    }

    private void add(Counter counter) {
        for (String spelling : counter.spellings()) {
            bySpelling.putIfAbsent(spelling, counter);
        }
        sounds(counter)
                .forEach(variant -> bySound.computeIfAbsent(variant, key -> new ArrayList<>(1))
                        .add(counter));
        counter.exceptions().forEach((when, said) -> {
            if (when.startsWith("=")) {
                for (String one : said.split("/", -1)) {
                    irregulars
                            .computeIfAbsent(one.substring(0, 2), key -> new ArrayList<>(2))
                            .add(new Irregular(one, Integer.parseInt(when.substring(1)), counter));
                }
            }
        });
    }

    /** The counter's sound and what a number before it makes of it: ほん, ぼん, ぽん. */
    private static List<String> sounds(Counter counter) {
        String sound = counter.reading();
        List<String> sounds = new ArrayList<>(List.of(sound));
        Counter.Change change = counter.change();
        boolean voices = change == Counter.Change.G
                || change == Counter.Change.Z
                || change == Counter.Change.H
                || change == Counter.Change.F;
        if (!voices) {
            return sounds;
        }
        int first = VOICED.indexOf(sound.charAt(0));
        if (first >= 0 && first % 2 == 0) {
            sounds.add(VOICED.charAt(first + 1) + sound.substring(1));
        }
        if ("はひふへほ".indexOf(sound.charAt(0)) >= 0) {
            sounds.add((char) (sound.charAt(0) + 2) + sound.substring(1));
        }
        return sounds;
    }
}
