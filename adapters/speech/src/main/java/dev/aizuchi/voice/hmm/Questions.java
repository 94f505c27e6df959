package dev.aizuchi.voice.hmm;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Number the questions of all trees of a voice, so that each is asked once of a label. */
final class Questions {
    private final Map<List<String>, Integer> numbers = new HashMap<>();
    private final List<List<ContextPattern>> questions = new ArrayList<>();

    /** Give the number of a question with these patterns, of which one at least must match. */
    int number(List<String> patterns) {
        return numbers.computeIfAbsent(patterns, unknown -> {
            questions.add(unknown.stream().map(ContextPattern::new).toList());
            return questions.size() - 1;
        });
    }

    /** Ask about a label. */
    Answers about(String label) {
        return new Answers(label);
    }

    /** Remember the answers about one label. */
    final class Answers {
        private final String label;
        private final BitSet asked = new BitSet(questions.size());
        private final BitSet yes = new BitSet(questions.size());

        private Answers(String label) {
            this.label = label;
        }

        boolean to(int question) {
            if (!asked.get(question)) {
                asked.set(question);
                for (ContextPattern pattern : questions.get(question)) {
                    if (pattern.matches(label)) {
                        yes.set(question);
                        break;
                    }
                }
            }
            return yes.get(question);
        }
    }
}
