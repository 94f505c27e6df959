package dev.aizuchi.japanese.fence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hold the fence to lists of answers that may and may not be spoken. */
class RepliesTest {
    private static final Fence FENCE = Fence.standard();

    private record Line(List<String> facts, String said, String reply, boolean mayBeSpoken) {
        static Line of(String line) {
            String[] parts = line.split("\t", -1);
            List<String> facts = Stream.of(parts[0].split("／"))
                    .filter(fact -> !fact.isEmpty())
                    .toList();
            return new Line(facts, parts[1], parts[2], parts[3].equals("pass"));
        }

        /** The whole answer must get through, not a part of it. */
        boolean isSpoken() {
            FencedReply reply = FENCE.reply(facts, said, 3);
            reply.push(this.reply);
            reply.end();
            return reply.breach().isEmpty();
        }

        String told() {
            FencedReply reply = FENCE.reply(facts, said, 3);
            reply.push(this.reply);
            reply.end();
            Optional<Breach> breach = reply.breach();
            return this.reply + " (" + said + "): "
                    + breach.map(Breach::toString).orElse("spoken");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"replies.tsv", "replies-later.tsv"})
    void lets_nothing_through_that_may_not_be_spoken(String file) throws IOException {
        assertThat(lines(file).stream()
                        .filter(line -> !line.mayBeSpoken && line.isSpoken())
                        .map(Line::told))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"replies.tsv", "replies-later.tsv"})
    void lets_pass_what_is_harmless_or_given(String file) throws IOException {
        assertThat(lines(file).stream()
                        .filter(line -> line.mayBeSpoken && !line.isSpoken())
                        .map(Line::told))
                .isEmpty();
    }

    private static List<Line> lines(String file) throws IOException {
        try (InputStream in = RepliesTest.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Line::of)
                    .toList();
        }
    }
}
