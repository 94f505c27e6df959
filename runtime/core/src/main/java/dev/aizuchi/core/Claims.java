package dev.aizuchi.core;

import dev.aizuchi.skill.Reply.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Keep a reply honest: what claims a finished act is said after the acts, never before. */
final class Claims {
    private Claims() {}

    /** Move each claim that stands before an act to behind the last act. */
    static List<Step> afterTheActs(List<Step> steps, Predicate<String> claimsDone) {
        int lastAct = -1;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) instanceof Step.Do) {
                lastAct = i;
            }
        }
        List<Step> honest = new ArrayList<>();
        List<Step> held = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (i < lastAct && step instanceof Step.Say say && claimsDone.test(say.text())) {
                held.add(step);
            } else {
                honest.add(step);
            }
            if (i == lastAct) {
                honest.addAll(held);
            }
        }
        return honest;
    }

    /**
     * Give the first sentences of a text that claim nothing, where something is claimed after them: 「お荷物ですね。」, of
     * 「お荷物ですね。運ぶ者を呼びました。」
     */
    static Optional<String> before(String text, Predicate<String> claimsDone) {
        List<String> sentences = List.of(SpokenVoice.SENTENCES.split(text));
        List<String> first = sentences.stream()
                .takeWhile(sentence -> !claimsDone.test(sentence))
                .toList();
        return first.isEmpty() || first.size() == sentences.size()
                ? Optional.empty()
                : Optional.of(String.join("", first));
    }
}
