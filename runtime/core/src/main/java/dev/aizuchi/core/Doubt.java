package dev.aizuchi.core;

import dev.aizuchi.core.Question.Meant;
import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.language.Interpretation.Candidate;
import dev.aizuchi.skill.Reply;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Ask which of two acts is meant where an utterance may as well be the one as the other, instead of guessing. Lives on
 * the dialogue thread.
 */
final class Doubt {
    /** Two probabilities that lie closer than this tell nothing. */
    private static final double TOO_NEAR = 0.05;

    private static final Pattern END = Pattern.compile("[。?？]$");

    private final Guesses guesses;
    private final Fulfilment fulfilment;
    private final Weighed weighed;
    private final Skills skills;
    private final Content content;
    private final Topic topic;
    private final Questions questions;
    private final Speech speech;
    private final Sentences sentences;
    private final Pattern first;
    private final Pattern second;
    private final Pattern both;
    private final Pattern neither;
    private final Pattern turnedDown;

    Doubt(
            DataFile data,
            Guesses guesses,
            Fulfilment fulfilment,
            Weighed weighed,
            Skills skills,
            Content content,
            Topic topic,
            Questions questions,
            Speech speech,
            Sentences sentences) {
        this.guesses = guesses;
        this.fulfilment = fulfilment;
        this.weighed = weighed;
        this.skills = skills;
        this.content = content;
        this.topic = topic;
        this.questions = questions;
        this.speech = speech;
        this.sentences = sentences;
        first = data.pattern("the first of two");
        second = data.pattern("the second of two");
        both = data.pattern("both of two");
        neither = data.pattern("neither of two");
        turnedDown = data.pattern("turned down");
    }

    /** Ask, if what was understood may as well be something else; tells whether it was asked. */
    boolean asks(Wish understood) {
        // What was spoken of last settles it: 「もう二メートル」 goes on in the same direction.
        boolean goesOn =
                topic.recent().stream().limit(1).anyMatch(last -> last.intent().equals(understood.intent()));
        if (understood.isSure() || goesOn) {
            return false;
        }
        List<Candidate> likeliest = guesses.likeliest(understood.text());
        return !likeliest.isEmpty()
                && likeliest.get(0).intent().equals(understood.intent())
                && asks(understood, likeliest);
    }

    /**
     * Ask, if the two likeliest are too near to one another; tells whether it was asked.
     *
     * @param said what was said, as the wish for the likeliest
     */
    boolean asks(Wish said, List<Candidate> likeliest) {
        if (likeliest.size() < 2 || likeliest.get(0).score() - likeliest.get(1).score() >= TOO_NEAR) {
            return false;
        }
        Wish other = new Wish(
                likeliest.get(1).intent(), Map.of(), Map.of(), likeliest.get(1).score(), said.took(), said.text());
        Optional<Meant> one = offered(said);
        Optional<Meant> two = offered(other);
        boolean offers = one.isPresent() && two.isPresent();
        if (!offers) {
            one = meant(said, likeliest.get(0));
            two = meant(other, likeliest.get(1));
        }
        if (one.isEmpty() || two.isEmpty() || !differ(said, other)) {
            return false;
        }
        fulfilment.tellUnderstood(fulfilment.filled(said));
        Map<String, String> words =
                Map.of("first", one.get().words(), "second", two.get().words());
        questions.ask(new Question.Either(
                sentences.say(offers ? "which-of-two.offers" : "which-of-two", words), one.get(), two.get()));
        return true;
    }

    /**
     * Each is an act that may be done, no refusal, and not the same one; a call for help is not held up by a question.
     */
    private boolean differ(Wish said, Wish other) {
        Optional<Reply> one = weighed.reply(said);
        return weighed.isMoreThanTalk(said)
                && weighed.isMoreThanTalk(other)
                && !weighed.isRefused(said)
                && !weighed.isRefused(other)
                && !weighed.isUrgent(said)
                && !weighed.isUrgent(other)
                && !one.equals(weighed.reply(other));
    }

    private Optional<Meant> offered(Wish wish) {
        return guesses.offer(wish.intent())
                .map(offer -> new Meant(wish, END.matcher(offer).replaceFirst("")));
    }

    /** Say it as the skill's phrases do, in the language of the talk where it has one; none with a hole can be said. */
    private Optional<Meant> meant(Wish wish, Candidate candidate) {
        List<String> phrases = skills.phrases(wish.intent())
                .filter(phrase -> !phrase.contains("{"))
                .toList();
        List<String> understandable =
                phrases.stream().filter(sentences.language()::isOf).toList();
        List<String> sayable = understandable.isEmpty() ? phrases : understandable;
        return sayable.stream()
                .filter(candidate.phrase()::equals)
                .findFirst()
                .or(() -> sayable.stream().findFirst())
                .map(phrase -> new Meant(wish, guesses.quoted(phrase)));
    }

    /**
     * Take what was said as the answer to which of two is meant; tells whether it was one.
     *
     * @param wishes what it says by itself
     */
    boolean isSettled(String text, List<Wish> wishes) {
        if (!(questions.open().orElse(null) instanceof Question.Either asked)
                || wishes.stream().anyMatch(weighed::isUrgent)) {
            return false;
        }
        Optional<List<Meant>> meant = answer(asked, text, wishes);
        meant.ifPresent(some -> {
            questions.close();
            if (some.isEmpty()) {
                fulfilment.tellNotUnderstood(Duration.ZERO);
                speech.say(sentences.say("repair.rephrase"));
            }
            some.forEach(each -> fulfilment.fill(each.wish().followedBy(text), false));
        });
        return meant.isPresent();
    }

    private Optional<List<Meant>> answer(Question.Either asked, String text, List<Wish> wishes) {
        if (neither.matcher(text).matches()) {
            return Optional.of(List.of());
        }
        if (both.matcher(text).matches()) {
            return Optional.of(List.of(asked.first(), asked.second()));
        }
        if (first.matcher(text).matches()) {
            return Optional.of(List.of(asked.first()));
        }
        if (second.matcher(text).matches()) {
            return Optional.of(List.of(asked.second()));
        }
        boolean saysFirst = names(text, asked.first(), asked.second(), wishes);
        boolean saysSecond = names(text, asked.second(), asked.first(), wishes);
        return saysFirst == saysSecond
                ? Optional.empty()
                : Optional.of(List.of(saysFirst ? asked.first() : asked.second()));
    }

    /** By the same wish once more, by a value that only the one takes, or by a word that only it has: 「テレビの方」. */
    private boolean names(String text, Meant one, Meant other, List<Wish> wishes) {
        if (wishes.stream().anyMatch(wish -> wish.intent().equals(one.wish().intent()))) {
            return true;
        }
        if (turnedDown.matcher(text).find()) {
            // 「テレビじゃない」 names the one, and does not mean it.
            return false;
        }
        if (fulfilment.takesValue(one.wish(), text) != fulfilment.takesValue(other.wish(), text)) {
            return fulfilment.takesValue(one.wish(), text);
        }
        Set<String> own = new HashSet<>(content.words(one.words()));
        own.removeAll(content.words(other.words()));
        return content.words(text).stream().anyMatch(own::contains);
    }
}
