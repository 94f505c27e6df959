package dev.aizuchi.core;

import dev.aizuchi.language.Interpretation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Supply the thing that a bare verb leaves out: after 「カーテンを閉めて」, 「開けて」 is of the curtain. Lives on the dialogue
 * thread.
 */
final class Ellipsis {
    private final Topic topic;
    private final Content content;
    private final Skills skills;
    private final Dialogue.Language language;

    Ellipsis(Topic topic, Content content, Skills skills, Dialogue.Language language) {
        this.topic = topic;
        this.content = content;
        this.skills = skills;
        this.language = language;
    }

    /** Give the wish that an utterance is with the thing of the last one, where a skill has a phrase for just that. */
    Optional<Wish> wish(String text) {
        Optional<Integer> verb = content.bareVerb(text);
        List<Wish> recent = topic.recent();
        if (verb.isEmpty() || recent.isEmpty()) {
            return Optional.empty();
        }
        return content.things(recent.get(0).text()).stream()
                .flatMap(thing -> of(thing, text, verb.get()).stream())
                .findFirst();
    }

    private Optional<Wish> of(String thing, String text, int verb) {
        String whole = text.substring(0, verb) + thing + "を" + text.substring(verb);
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
