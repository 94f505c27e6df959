package dev.aizuchi.testkit.noise;

import java.util.Locale;

/**
 * One sentence, and what a recogniser made of it.
 *
 * @param in where it was said
 * @param said what was said
 * @param heard what was heard; "" for nothing
 * @param confidence of the recogniser, from 0 to 1
 */
public record HeardSentence(Circumstance in, String said, String heard, double confidence) {

    /** Read one as it is written. */
    public static HeardSentence read(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != 5) {
            throw new IllegalArgumentException("not noise, dB, said, heard and confidence, parted by tabs: " + line);
        }
        return new HeardSentence(
                new Circumstance(Background.named(cells[0]), Double.parseDouble(cells[1])),
                cells[2],
                cells[3],
                Double.parseDouble(cells[4]));
    }

    /** Tell whether what was heard sounds as what was said does. */
    public boolean isExact() {
        return ErrorLearner.errors(said, heard)[0] == 0;
    }

    /** Write it on a line. */
    public String line() {
        return String.join(
                "\t",
                in.background().wireName(),
                Double.toString(in.snrDb()),
                said,
                heard,
                String.format(Locale.ROOT, "%.3f", confidence));
    }
}
