package dev.aizuchi.whisper;

import dev.aizuchi.whisper.TokenText.Piece;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Drop what Whisper invents. It has learned from subtitles: where it hears nothing it writes what stands there, and
 * where it is lost it says one thing over and over.
 */
final class Credibility {
    /** Letters a second; the fastest of speakers say some eight. */
    private static final double LETTERS_PER_SECOND = 12;

    private static final int FEW_LETTERS = 8;
    /** A text this sure is believed even when silence was likely as well: a short word in a long pause. */
    private static final double SURE = -0.5;
    /** One thing four times or more in a row: said once is enough. A person's はいはいはい stays. */
    private static final Pattern CIRCLE = Pattern.compile("(.{2,20}?)\\1{3,}");

    private static final double HALF = 0.5;
    private static final Pattern DRAWN = Pattern.compile("(.)\\1{5,}");
    /** What subtitles put in brackets is no speech: [音楽], (拍手), ♪. */
    private static final Pattern BRACKETS = Pattern.compile("[\\[(（【《♪][^\\])）】》♪]*[\\])）】》♪]?");

    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}ー]+");
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\uFFFD]+");

    private final double maxNoSpeech;
    private final double minLogProbability;
    private final Set<String> subtitles;

    Credibility(double maxNoSpeech, double minLogProbability) {
        this.maxNoSpeech = maxNoSpeech;
        this.minLogProbability = minLogProbability;
        this.subtitles = read();
    }

    /**
     * Hold what of a transcript can be believed.
     *
     * @param confidence from 0 to 1
     * @param pieces of the text; empty when it is not all that was transcribed
     */
    record Believed(String text, double confidence, List<Piece> pieces) {}

    /** Judge a transcript; empty when nothing of it can be believed. */
    Optional<Believed> judge(Transcript transcript) {
        String said = BRACKETS.matcher(UNREADABLE.matcher(transcript.text()).replaceAll(""))
                .replaceAll("");
        String drawn = DRAWN.matcher(said).replaceAll("$1");
        String text = CIRCLE.matcher(drawn).replaceAll("$1").strip();
        // One that runs in circles is sure of itself.
        double confidence = transcript.confidence() * (text.length() * 2 < said.length() ? HALF : 1);
        String letters = letters(text);
        boolean believed = !letters.isEmpty()
                && transcript.logProbability() >= minLogProbability
                && (transcript.noSpeech() <= maxNoSpeech || transcript.logProbability() >= SURE)
                && !isTooFast(letters, transcript.seconds())
                && !subtitles.contains(letters);
        boolean whole = text.equals(transcript.text().strip());
        return believed
                ? Optional.of(new Believed(text, confidence, whole ? transcript.pieces() : List.of()))
                : Optional.empty();
    }

    private static boolean isTooFast(String letters, double seconds) {
        return letters.length() > FEW_LETTERS && letters.length() > LETTERS_PER_SECOND * seconds;
    }

    private static String letters(String text) {
        return MARKS.matcher(text).replaceAll("");
    }

    private static Set<String> read() {
        try (InputStream in = Credibility.class.getResourceAsStream("subtitles.txt")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks subtitles.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Credibility::letters)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
