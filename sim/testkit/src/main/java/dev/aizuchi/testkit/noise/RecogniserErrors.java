package dev.aizuchi.testkit.noise;

import dev.aizuchi.japanese.DataFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Know how a recogniser errs: how often in which noise, and what it hears instead; immutable.
 *
 * @param rates by circumstance
 * @param kinds how much oftener than others the first word of a sentence, a particle, any other word comes out wrong
 * @param respelt share of words that sound right and are written otherwise
 * @param confusions what was said to what was heard to how often; {@code -} said is what was made up
 * @param spellings kana to written words to how often the recogniser writes them
 */
public record RecogniserErrors(
        List<ErrorRates> rates,
        Kinds kinds,
        double respelt,
        Map<String, Map<String, Integer>> confusions,
        Map<String, Map<String, Integer>> spellings) {
    private static final int COLUMNS = 12;
    private static final String SHIPPED = "starter-ja.tsv";

    /** Words of some kinds are harder to hear than others: 1 is as hard as the mean. */
    record Kinds(double first, double particle, double other) {
        double of(boolean isFirst, boolean isParticle) {
            if (isFirst) {
                return first;
            }
            return isParticle ? particle : other;
        }
    }

    public RecogniserErrors {
        rates = List.copyOf(rates);
        confusions = Map.copyOf(confusions);
        spellings = Map.copyOf(spellings);
    }

    /** Read what was measured on the recogniser that comes along. */
    public static RecogniserErrors shipped() {
        return read(DataFile.read(RecogniserErrors.class, SHIPPED));
    }

    private static RecogniserErrors read(DataFile file) {
        List<ErrorRates> rates =
                file.rows("rates", COLUMNS).stream().map(RecogniserErrors::rate).toList();
        List<String> words = file.rows("words", 4).get(0);
        return new RecogniserErrors(
                rates,
                new Kinds(number(words.get(0)), number(words.get(1)), number(words.get(2))),
                number(words.get(3)),
                counts(file, "confusions"),
                counts(file, "spellings"));
    }

    private static ErrorRates rate(List<String> row) {
        return new ErrorRates(
                new Circumstance(Background.named(row.get(0)), number(row.get(1))),
                Integer.parseInt(row.get(2)),
                number(row.get(3)),
                numbers(row.get(4)),
                number(row.get(5)),
                number(row.get(6)),
                number(row.get(7)),
                number(row.get(8)),
                number(row.get(9)),
                numbers(row.get(10)),
                numbers(row.get(11)));
    }

    private static Map<String, Map<String, Integer>> counts(DataFile file, String section) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (List<String> row : file.rows(section, 3)) {
            counts.computeIfAbsent(row.get(0), none -> new TreeMap<>()).put(row.get(1), Integer.parseInt(row.get(2)));
        }
        return counts;
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static List<Double> numbers(String text) {
        return Stream.of(text.split(" ", -1)).map(Double::parseDouble).toList();
    }

    /**
     * Give the rates that hold in a circumstance: between two that were measured, the one or the other by chance, the
     * nearer one oftener.
     *
     * @throws IllegalArgumentException when none was measured with this noise
     */
    ErrorRates in(Circumstance circumstance, Random chance) {
        List<ErrorRates> measured = rates.stream()
                .filter(rate -> rate.in().background() == circumstance.background())
                .sorted(Comparator.comparingDouble(rate -> rate.in().snrDb()))
                .toList();
        if (measured.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing was measured in " + circumstance.background().wireName());
        }
        ErrorRates below = measured.get(0);
        for (ErrorRates above : measured) {
            double snr = circumstance.snrDb();
            if (above.in().snrDb() >= snr) {
                double width = above.in().snrDb() - below.in().snrDb();
                boolean upper =
                        width <= 0 || chance.nextDouble() < (snr - below.in().snrDb()) / width;
                return upper ? above : below;
            }
            below = above;
        }
        return below;
    }

    /** Write it as it is read. */
    public void write(Appendable out) {
        try {
            out.append("# How a recogniser errs. Written by: ./aizuchi eval noise DIR --out FILE\n\n");
            out.append("# noise, dB, sentences, share lost, words hit in fifths of the sentences, spread, dropped,");
            out.append(" whole, added, added to whole, confidence when right and when wrong\n[rates]\n");
            for (ErrorRates rate : rates) {
                out.append(row(rate));
            }
            out.append("\n# the first word, particles, others; written otherwise\n[words]\n");
            out.append(String.join("\t", texts(List.of(kinds.first, kinds.particle, kinds.other, respelt))))
                    .append('\n');
            write(out, "confusions", confusions);
            write(out, "spellings", spellings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String row(ErrorRates rate) {
        List<String> cells = new ArrayList<>();
        cells.add(rate.in().background().wireName());
        cells.add(Double.toString(rate.in().snrDb()));
        cells.add(Integer.toString(rate.sentences()));
        cells.add(text(rate.lost()));
        cells.add(String.join(" ", texts(rate.hit())));
        cells.addAll(texts(List.of(rate.spread(), rate.dropped(), rate.whole(), rate.added(), rate.addedToWhole())));
        cells.add(String.join(" ", texts(rate.sureRight())));
        cells.add(String.join(" ", texts(rate.sureWrong())));
        return String.join("\t", cells) + "\n";
    }

    private static void write(Appendable out, String section, Map<String, Map<String, Integer>> counts)
            throws IOException {
        out.append("\n[" + section + "]\n");
        for (Map.Entry<String, Map<String, Integer>> from : new TreeMap<>(counts).entrySet()) {
            String rows = from.getValue().entrySet().stream()
                    .map(to -> from.getKey() + "\t" + to.getKey() + "\t" + to.getValue() + "\n")
                    .collect(Collectors.joining());
            out.append(rows);
        }
    }

    private static List<String> texts(List<Double> numbers) {
        return numbers.stream().map(RecogniserErrors::text).toList();
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }
}
