package dev.aizuchi.testkit.scenario;

import dev.aizuchi.language.Generation;
import dev.aizuchi.language.LanguageModel;
import dev.aizuchi.language.Prompt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Write what a scenario has it write, one answer after the other, until its memory is full. */
final class ScriptedModel implements LanguageModel {
    private final List<String> answers;
    private int next;
    private boolean outOfMemory;

    ScriptedModel(List<String> answers) {
        this.answers = List.copyOf(answers);
    }

    void outOfMemory(boolean full) {
        outOfMemory = full;
    }

    @Override
    public Generation generate(Prompt prompt, Generation.Limits limits) {
        return outOfMemory ? new Answer("", true) : new Answer(answers.get(next++ % answers.size()), false);
    }

    @Override
    public void close() {}

    /** One answer, given in one piece. */
    private static final class Answer implements Generation {
        private final boolean failed;
        private String left;
        private boolean cancelled;

        Answer(String text, boolean failed) {
            this.left = text;
            this.failed = failed;
        }

        @Override
        public Optional<String> next() {
            String piece = left;
            left = "";
            return cancelled || piece.isEmpty() ? Optional.empty() : Optional.of(piece);
        }

        @Override
        public void cancel() {
            cancelled = !left.isEmpty();
        }

        @Override
        public Ending ending() {
            Usage usage = new Usage(0, 0, 0, Duration.ZERO, Duration.ZERO);
            if (failed) {
                return new Ending(Reason.FAILED, "no memory is left for the model; take a smaller one", usage);
            }
            return new Ending(cancelled ? Reason.CANCELLED : Reason.COMPLETE, "", usage);
        }
    }
}
