package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.Normalizer;
import dev.aizuchi.speech.TurnEndDetector;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judge by the words whether a pause ends a turn: short after a sentence that is closed, long after one that hangs on a
 * particle, longest where a word is sought. Old people pause within a sentence; they must not be cut off.
 *
 * <p>How long was chosen on the development dialogues of {@code eval turns}; BENCHMARKS.md. The pitch at the end of a
 * voice did not tell ends from pauses there, so it is not listened to.
 */
public final class TurnEnd implements TurnEndDetector {
    private final Normalizer normalizer;
    private final Morphology morphology = new Morphology();
    private final Set<String> wholeSentences;
    private final Supplier<Awaited> awaited;
    private final Set<String> openers;
    private final Set<String> answers;
    private final List<String> closing;
    private final List<String> seeking;

    /**
     * Tell what is awaited of the person.
     *
     * @param yesNo whether they were asked by yes or no
     * @param slowness 1 for a usual speaker; one who speaks slowly is waited for so many times as long
     */
    public record Awaited(boolean yesNo, double slowness) {
        /** Nothing in particular, of a usual speaker. */
        public static final Awaited ANYTHING = new Awaited(false, 1);
    }

    /** How a text ends, and the silence after which its speaker is done. */
    private enum Ending {
        ANSWER(300, 200),
        CLOSED(340, 100),
        EXPLAINING(1_000, 300),
        OPEN(1_200, 900),
        OPENER(1_600, 1_600),
        LINKED(1_500, 400),
        JOINED(1_800, 400),
        HANGING(2_000, 800),
        SEEKING(2_400, 2_400);

        private final Duration patience;
        /** The same where the text may be said as it is, which goes on less often; a mere noun often does. */
        private final Duration known;

        Ending(long millis, long knownMillis) {
            patience = Duration.ofMillis(millis);
            known = Duration.ofMillis(knownMillis);
        }
    }

    private record Last(Morpheme word, String form) {
        boolean is(String partOfSpeech) {
            return word.is(partOfSpeech);
        }
    }

    /**
     * Learn which sentences are whole; takes a while.
     *
     * @param awaited asked on the thread that listens
     */
    public TurnEnd(Normalizer normalizer, Stream<String> wholeSentences, Supplier<Awaited> awaited) {
        this(normalizer, wholeSentences.map(normalizer::normalize).collect(Collectors.toUnmodifiableSet()), awaited);
    }

    /** Know which sentences are whole, as the normalizer writes them. */
    TurnEnd(Normalizer normalizer, Set<String> wholeSentences, Supplier<Awaited> awaited) {
        this.normalizer = normalizer;
        this.wholeSentences = wholeSentences;
        this.awaited = awaited;
        DataFile data = DataFile.read(TurnEnd.class, "turn-end.txt");
        this.openers = Set.copyOf(data.lines("opening"));
        this.answers = Set.copyOf(data.lines("answers"));
        this.closing = data.lines("closing");
        this.seeking = data.lines("seeking");
    }

    @Override
    public Duration patience(String partial) {
        Awaited now = awaited.get();
        String text = normalizer.normalize(partial);
        Ending ending = ending(partial, text, now.yesNo);
        Duration patience = wholeSentences.contains(text) ? ending.known : ending.patience;
        return Duration.ofMillis(Math.round(patience.toMillis() * now.slowness));
    }

    /** Tell whether a clause is over at a text's end, and more is to come: 〜ですけど、〜て; not where a word is sought. */
    public boolean goesOn(String partial) {
        return switch (ending(partial, normalizer.normalize(partial), false)) {
            case EXPLAINING, LINKED, JOINED -> true;
            case ANSWER, CLOSED, OPEN, OPENER, HANGING, SEEKING -> false;
        };
    }

    private Ending ending(String partial, String text, boolean yesNo) {
        if (seeking.stream().anyMatch(partial::endsWith)) {
            return Ending.SEEKING;
        }
        if (yesNo && answers.contains(text)) {
            return Ending.ANSWER;
        }
        if (openers.contains(text)) {
            return Ending.OPENER;
        }
        if (closing.stream().anyMatch(text::endsWith)) {
            return Ending.CLOSED;
        }
        List<Last> words = morphology.analyze(text, (word, inflection) -> new Last(word, inflection.form())).stream()
                .filter(word -> !word.is("記号"))
                .toList();
        return words.isEmpty() ? Ending.SEEKING : ending(words);
    }

    private static Ending ending(List<Last> words) {
        Last last = words.get(words.size() - 1);
        Last before = words.get(Math.max(0, words.size() - 2));
        if (last.is("助詞")) {
            return particle(last, before);
        }
        if (last.is("連体詞") || last.is("接続詞") || last.is("接頭詞") || last.is("フィラー")) {
            return Ending.HANGING;
        }
        if (last.is("感動詞")) {
            // はい and ありがとう are whole; after いや the other thing is to come.
            return last.word.surface().startsWith("い") ? Ending.OPENER : Ending.CLOSED;
        }
        if (last.form.startsWith("仮定")) {
            return Ending.JOINED;
        }
        if (last.form.startsWith("基本") || last.form.startsWith("命令")) {
            // んです, のです: the reason for what is about to be asked.
            boolean explains = last.word.base().equals("です") && (before.is("名詞-非自立") || before.is("助詞"));
            return explains ? Ending.EXPLAINING : Ending.CLOSED;
        }
        return last.is("助動詞") ? Ending.LINKED : Ending.OPEN;
    }

    private static Ending particle(Last last, Last before) {
        if (last.is("助詞-接続助詞")) {
            return last.word.base().equals("て") || last.word.base().equals("で") ? Ending.LINKED : Ending.JOINED;
        }
        if (last.is("助詞-終助詞") || last.is("助詞-副助詞／並立助詞／終助詞")) {
            boolean closes = !before.is("助詞-接続助詞")
                    && !(before.is("名詞") && last.word.surface().equals("ね"));
            return closes ? Ending.CLOSED : Ending.JOINED;
        }
        return Ending.HANGING;
    }
}
