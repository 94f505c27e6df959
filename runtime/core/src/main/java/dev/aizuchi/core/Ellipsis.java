package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.language.Interpretation;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Supply what an utterance leaves out or only points at, from the last one: after 「カーテンを閉めて」, 「開けて」 is of the curtain,
 * 「毛布を持ってきて」 goes on in 「枕も」, and in 「そこに連れていって」 the place is the one that was spoken of. Lives on the dialogue thread.
 */
final class Ellipsis {
    /** So likely must the wish be that is made of the last one. */
    private static final double LIKELY = 0.5;

    private static final double LIKELY_DEED = 0.7;
    private static final int MOST = 3;

    private static final Pattern SENTENCES = Pattern.compile("(?<before>.*[。！!？?])(?<last>[^。！!？?]+[。！!？?]?)");

    private final Topic topic;
    private final Content content;
    private final Skills skills;
    private final Dialogue.Language language;
    private final Referents referents;
    private final Pattern another;

    Ellipsis(
            DataFile data,
            Topic topic,
            Content content,
            Skills skills,
            Dialogue.Language language,
            Referents referents) {
        this.topic = topic;
        this.content = content;
        this.skills = skills;
        this.language = language;
        this.referents = referents;
        another = data.pattern("another thing");
    }

    /**
     * Give the wish that an utterance is as a whole, where it is likelier than what it says by itself.
     *
     * @param said what it says by itself
     */
    Optional<Wish> wish(String text, List<Wish> said) {
        double score = said.stream().mapToDouble(Wish::score).max().orElse(0);
        boolean sure = said.stream().anyMatch(Wish::isSure);
        return ofSentenceBefore(text)
                .or(() -> ofBareVerb(text))
                .or(() -> sure
                        ? Optional.empty()
                        : likelier(withThing(text, content.bareDeed(text)), Math.max(score, LIKELY_DEED)))
                .or(() -> likelier(ofAnother(text), sure ? LIKELY_DEED : LIKELY)
                        .filter(wish -> wish.score() >= score || (namesOnly(text) && isLast(wish))))
                .or(() -> likelier(withPlace(text), score));
    }

    /** Tell whether an utterance leaves out what it speaks of. */
    boolean isBare(String text) {
        return content.bareVerb(text).isPresent();
    }

    /** Tell whether an utterance speaks of no thing: 「ゆっくりね」. */
    boolean namesNothing(String text) {
        return content.things(text).isEmpty();
    }

    /** Tell whether an utterance speaks of no thing but those of which another does. */
    boolean namesNothingBeside(String other, String text) {
        return content.things(text).stream().allMatch(other::contains);
    }

    /** 「明日は？」 asks of the morrow what was asked of today. */
    private boolean namesOnly(String text) {
        return content.saysOnly(content.things(text), text);
    }

    private boolean isLast(Wish wish) {
        return topic.recent().stream().limit(1).anyMatch(last -> last.intent().equals(wish.intent()));
    }

    /** Tell whether an utterance does no more than take up the verb of a question: 「呼んで」, upon 「人を呼びましょうか」. */
    boolean echoes(String text, String question) {
        return content.takesUpDeed(text, question) && language.cues().asks(text);
    }

    /** Understand an utterance that is no more than a deed, of a thing that was spoken of. */
    Optional<Wish> ofBareVerb(String text) {
        return withThing(text, content.bareVerb(text));
    }

    /** 「テレビうるさい。消してくれ」: the thing stands in the sentence before. */
    private Optional<Wish> ofSentenceBefore(String text) {
        Matcher sentences = SENTENCES.matcher(text);
        if (!sentences.matches()) {
            return Optional.empty();
        }
        String last = sentences.group("last");
        return content.bareVerb(last)
                .flatMap(deed -> withThing(last, deed, content.things(sentences.group("before"))))
                .filter(wish -> wish.score() >= LIKELY);
    }

    private static Optional<Wish> likelier(Optional<Wish> wish, double than) {
        return wish.filter(each -> each.score() >= than);
    }

    private Optional<Wish> withThing(String text, Optional<Content.Deed> deed) {
        if (deed.isEmpty()
                || (language.cues().requests(text) && !language.cues().asks(text))) {
            return Optional.empty();
        }
        return topic.recent().stream()
                .map(earlier -> content.things(earlier.text()))
                .flatMap(things -> withThing(text, deed.get(), things).stream())
                .findFirst();
    }

    /** After 「ライトをつけて二メートル前進」, 「消して」 is of the light: a robot that moves forward does not put out. */
    private Optional<Wish> withThing(String text, Content.Deed deed, Set<String> things) {
        String before = text.substring(0, deed.start());
        String behind = text.substring(deed.start());
        return things.stream()
                .flatMap(thing -> of(before + thing + "を" + behind, thing).stream())
                .filter(wish -> speaksOf(wish, deed.stem()))
                .max(Comparator.comparingDouble(Wish::score));
    }

    /** 「枕も」, 「じゃあ明日は？」: the last sentence with one word exchanged. */
    private Optional<Wish> ofAnother(String text) {
        Matcher matcher = another.matcher(text);
        List<Wish> recent = topic.recent();
        if (recent.isEmpty() || !matcher.matches()) {
            return Optional.empty();
        }
        String word = matcher.group(1);
        return content.exchanged(word, recent.get(0).text()).stream()
                .limit(MOST)
                .flatMap(whole -> of(whole, "").stream())
                .filter(wish -> content.things(word).isEmpty() || speaksOf(wish, word))
                .max(Comparator.comparingDouble(Wish::score));
    }

    /** A lamp is not recorded because 「録画も」 follows upon 「ライトをつけて」. */
    private boolean speaksOf(Wish wish, String word) {
        return wish.slots().containsValue(word)
                || skills.phrases(wish.intent()).anyMatch(phrase -> phrase.contains(word));
    }

    private Optional<Wish> withPlace(String text) {
        return referents.spelled(text).flatMap(whole -> of(whole, ""));
    }

    /**
     * Understand a sentence.
     *
     * @param thing what the phrase has to speak of
     */
    private Optional<Wish> of(String whole, String thing) {
        Interpretation judged = language.interpreter().explain(language.places().written(whole));
        boolean speaksOfIt = judged.candidates().stream()
                .limit(1)
                .anyMatch(best -> best.phrase().contains(thing)
                        && skills.find(best.intent()).isPresent());
        return judged.matches().stream()
                .filter(match -> speaksOfIt
                        && match.intent().equals(judged.candidates().get(0).intent()))
                .findFirst()
                .map(match -> Wish.of(match, Duration.ZERO, whole));
    }
}
