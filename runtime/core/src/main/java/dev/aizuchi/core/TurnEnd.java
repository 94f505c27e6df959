package dev.aizuchi.core;

import dev.aizuchi.japanese.Normalizer;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.speech.TurnEndDetector;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judge by the words whether a pause ends a turn: short after a sentence that is known to be whole, long after one that
 * hangs on a particle. Old people pause within a sentence; they must not be cut off.
 */
final class TurnEnd implements TurnEndDetector {
    private static final Duration WHOLE = Duration.ofMillis(240);
    private static final Duration CLOSED = Duration.ofMillis(480);
    private static final Duration OPEN = Duration.ofMillis(800);
    private static final Duration HANGING = Duration.ofMillis(1_600);

    private final Normalizer normalizer;
    private final Set<String> wholeSentences;
    private final List<String> closing;
    private final List<String> hanging;

    TurnEnd(Normalizer normalizer, Stream<String> wholeSentences) {
        this.normalizer = normalizer;
        this.wholeSentences = wholeSentences.map(normalizer::normalize).collect(Collectors.toUnmodifiableSet());
        Texts endings = Texts.beside(TurnEnd.class, "turn-end.properties");
        this.closing = List.of(endings.say("closing").split(" "));
        this.hanging = List.of(endings.say("hanging").split(" "));
    }

    @Override
    public Duration patience(String partial) {
        String text = normalizer.normalize(partial);
        if (wholeSentences.contains(text)) {
            return WHOLE;
        }
        if (closing.stream().anyMatch(text::endsWith)) {
            return CLOSED;
        }
        return hanging.stream().anyMatch(text::endsWith) ? HANGING : OPEN;
    }
}
