package dev.aizuchi.core;

import dev.aizuchi.skill.Reply.Step;
import java.util.ArrayList;
import java.util.List;
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
}
