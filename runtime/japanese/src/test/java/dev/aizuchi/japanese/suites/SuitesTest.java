package dev.aizuchi.japanese.suites;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class SuitesTest {
    /** Per cent of the held-out rows, below what BENCHMARKS.md says, so that only a real loss fails. */
    private static final List<Integer> HELD_OUT = List.of(93, 90, 73, 89, 96, 89, 90);

    private static final int DEVELOPMENT = 97;

    @TestFactory
    Stream<DynamicTest> layers_keep_what_they_can_do() {
        List<Suite> suites = new Suites().all();
        return Stream.iterate(0, i -> i + 1)
                .limit(suites.size())
                .map(i -> DynamicTest.dynamicTest(suites.get(i).name() + " " + i, () -> {
                    Suite.Score development = suites.get(i).score("dev");
                    Suite.Score heldOut = suites.get(i).score("heldout");

                    assertThat(100 * development.right() / development.rows())
                            .as(() -> development.faults().toString())
                            .isGreaterThanOrEqualTo(DEVELOPMENT);
                    // Without the rows: they are held out.
                    assertThat(100 * heldOut.right() / heldOut.rows()).isGreaterThanOrEqualTo(HELD_OUT.get(i));
                }));
    }
}
