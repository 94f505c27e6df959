package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.language.Interpreter;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LearntBesideTest {
    /** Would wait for ever if it were learnt by who asks for it. */
    @Test
    void who_asks_before_it_is_learnt_waits() {
        CountDownLatch made = new CountDownLatch(1);
        LearntBeside beside = new LearntBeside(() -> {
            try {
                made.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return PhraseInterpreter.of(List.of(new Interpreter.Intent("water", List.of("お水をください"))));
        });
        made.countDown();
        assertThat(beside.interpret("お水をください")).first().returns("water", Interpreter.Match::intent);
        beside.close();
    }

    @Test
    void what_cannot_be_learnt_is_thrown_to_who_waits_and_not_to_who_closes() {
        IllegalArgumentException holes = new IllegalArgumentException("nothing beside its holes");
        LearntBeside beside = new LearntBeside(() -> {
            throw holes;
        });
        assertThatThrownBy(beside::await).isSameAs(holes);
        beside.close();
    }
}
