package dev.aizuchi.core;

import dev.aizuchi.japanese.Morpheme;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.dialect.PlainForms;
import dev.aizuchi.japanese.dialect.Region;
import dev.aizuchi.person.Person;
import dev.aizuchi.speech.SpeakingStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hold with whom the robot speaks, if it knows them, and what that means for its speech and for what it hears. Lives on
 * the dialogue thread.
 */
final class Addressee {
    /** Shorter readings, in kana, are shared by too many words. */
    private static final int TELLING = 3;

    /** Who wants to be spoken to slowly pauses for longer, too. */
    private static final double SLOW = 1.5;

    private final PlainForms forms;
    private final SpokenLanguage language;
    /** Written on the dialogue thread; the one that listens looks. */
    private volatile @Nullable Person person;
    /** How they have asked to be spoken to since they are there. */
    private volatile @Nullable Manner asked;
    /** Loads a dictionary, so only for who wants something left out. */
    private @Nullable Morphology morphology;

    Addressee(PlainForms forms, SpokenLanguage language) {
        this.forms = forms;
        this.language = language;
    }

    void is(@Nullable Person known) {
        Person before = person;
        if (before == null ? known != null : known == null || !known.id().equals(before.id())) {
            asked = null;
        }
        person = known;
        language.speakTo(known);
    }

    Optional<Person> known() {
        return Optional.ofNullable(person);
    }

    /** Tell how many times as long as a usual speaker the person is waited for in a pause. */
    double slowness() {
        boolean slow = known().map(each -> each.pace() == Person.Pace.SLOW)
                .orElseGet(() -> manner().style() == SpeakingStyle.SLOW_CLEAR);
        return slow ? SLOW : 1;
    }

    Manner manner() {
        Manner wanted = asked;
        return wanted == null ? known().map(Manner::to).orElse(Manner.USUAL) : wanted;
    }

    /**
     * Speak from now on as was asked.
     *
     * @param how {@code slower}, {@code louder} or {@code softer}; all else changes nothing
     * @return who is to be remembered otherwise than before: a known person who wants it slower
     */
    Optional<Person> asks(String how) {
        asked = manner().asked(how);
        Person known = person;
        if (!how.equals("slower") || known == null || known.pace() == Person.Pace.SLOW) {
            return Optional.empty();
        }
        Person slow = known.paced(Person.Pace.SLOW);
        person = slow;
        return Optional.of(slow);
    }

    /**
     * Read what the person says as who speaks their dialect means it, in the standard language: in Kansai 「なおして」 is no
     * repair. Empty where they speak none, or are not known.
     */
    Optional<String> standard(String said) {
        return known().flatMap(person -> region(person.dialect()))
                .map(region -> forms.plain(said, region).text());
    }

    private static Optional<Region> region(String wireName) {
        return Arrays.stream(Region.values())
                .filter(region -> region.wireName().equals(wireName))
                .findFirst();
    }

    /** Tell whether a sentence may be said in small talk: it names nothing that the person does not want to hear of. */
    boolean likes(String sentence) {
        List<String> topics = known().map(Person::forbiddenTopics).orElse(List.of());
        return topics.stream().noneMatch(topic -> names(sentence, topic));
    }

    /** A single sign counts as a word alone: 「夫」 is not in 「大丈夫」. So does a short sound: 「死」 is not in 「して」. */
    private boolean names(String sentence, String topic) {
        if (topic.length() > 1 && sentence.contains(topic)) {
            return true;
        }
        List<Morpheme> words = words(sentence);
        String reading = joined(words(topic), Morpheme::reading);
        return hasInWholeWords(words, Morpheme::surface, topic)
                || (reading.length() >= TELLING && hasInWholeWords(words, Morpheme::reading, reading));
    }

    private static boolean hasInWholeWords(List<Morpheme> words, Function<Morpheme, String> form, String sought) {
        return IntStream.range(0, words.size())
                .anyMatch(from -> IntStream.rangeClosed(from + 1, words.size())
                        .anyMatch(to -> joined(words.subList(from, to), form).equals(sought)));
    }

    private static String joined(List<Morpheme> words, Function<Morpheme, String> form) {
        return words.stream().map(form).collect(Collectors.joining());
    }

    private List<Morpheme> words(String text) {
        Morphology loaded = morphology;
        if (loaded == null) {
            loaded = new Morphology();
            morphology = loaded;
        }
        return loaded.analyze(text);
    }
}
