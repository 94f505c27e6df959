package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.kana.Spelling;
import dev.aizuchi.japanese.value.FoundValue.Alternative;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Find the values in a text, written or as a recogniser heard it, with their places.
 *
 * <p>Any text is taken; it is read up to 20,000 UTF-16 units. Callable from any thread; about 0.1 ms a sentence.
 */
public final class Values {
    /** No utterance is longer; hostile input costs no more than this. */
    private static final int LONGEST = 20_000;

    private final Lexer lexer;
    private final List<Rule> rules;

    /** Hold what was found: the text with its numbers in figures, and the values in order, none overlapping. */
    public record Findings(String normalized, List<FoundValue> values) {
        /** Copy what could change. */
        public Findings {
            values = List.copyOf(values);
        }
    }

    /** Find values in texts that this analyser splits. */
    public Values(Morphology morphology) {
        lexer = new Lexer(morphology);
        Surroundings surroundings = new Surroundings();
        rules = List.of(
                new RecurrenceRule(),
                new ClockRule(),
                new DateRule(),
                new RelativeRule(),
                new LengthRule(),
                new DegreeRule(surroundings),
                new LabelRule(),
                new AmountRule(surroundings),
                new Dayparts());
    }

    /** Find values; what is relative stays so: 明日 is {@code tomorrow}. */
    public Findings find(String text) {
        return find(text, new Now(null));
    }

    /** Find values, those relative counted from the reference, the local time at which the text was said. */
    public Findings find(String text, LocalDateTime reference) {
        return find(text, new Now(reference));
    }

    private Findings find(String text, Now now) {
        Spelling spelling = Spelling.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        String spelled = spelling.text();
        if (spelled.isEmpty()) {
            return new Findings("", List.of());
        }
        Pieces pieces = lexer.pieces(spelled);
        List<Parsed> parsed = Joiner.joined(parse(pieces, now), spelled, now);
        List<FoundValue> values = new ArrayList<>();
        int end = 0;
        for (Parsed one : parsed) {
            FoundValue value = found(one, spelling);
            // One character can become several (½), and these belong to one value at most.
            if (value.start() >= end) {
                values.add(value);
                end = value.end();
            }
        }
        return new Findings(Figures.written(pieces, parsed), values);
    }

    private List<Parsed> parse(Pieces pieces, Now now) {
        List<Parsed> found = new ArrayList<>();
        for (int i = 0; i < pieces.size(); ) {
            Parsed best = null;
            for (Rule rule : rules) {
                Parsed parsed = rule.at(pieces, i, now);
                if (parsed != null
                        && (best == null
                                || parsed.next() > best.next()
                                || (parsed.next() == best.next() && parsed.end() > best.end()))) {
                    best = parsed;
                }
            }
            if (best != null) {
                found.add(best.endingBefore(pieces.get(best.next()).start()));
            }
            i = best == null ? i + 1 : best.next();
        }
        return found;
    }

    private static FoundValue found(Parsed parsed, Spelling spelling) {
        int start = spelling.start(parsed.start());
        int end = spelling.end(parsed.end());
        List<Alternative> readings = parsed.readings();
        return new FoundValue(
                start,
                end,
                spelling.original().substring(start, end),
                parsed.kind(),
                parsed.value(),
                readings.subList(1, readings.size()));
    }
}
