package dev.aizuchi.testkit.conformance;

import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Reply.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks into replies, through every answer that may be given to their questions. */
final class Replied {
    private Replied() {}

    /** List every sentence that may be spoken. */
    static Stream<String> sentences(Reply reply) {
        return reply.steps().stream().flatMap(Replied::sentences);
    }

    /** List each way that the reply may take, as one row of steps. */
    static List<List<Step>> ways(Reply reply) {
        List<List<Step>> ways = new ArrayList<>();
        ways.add(new ArrayList<>());
        for (Step step : reply.steps()) {
            List<List<Step>> ends = after(step);
            List<List<Step>> longer = new ArrayList<>();
            for (List<Step> way : ways) {
                for (List<Step> end : ends) {
                    longer.add(Stream.concat(way.stream(), end.stream()).toList());
                }
            }
            ways = longer;
        }
        return ways;
    }

    private static List<List<Step>> after(Step step) {
        return step instanceof Step.Ask ask
                ? Stream.concat(ways(ask.yes()).stream(), ways(ask.no()).stream())
                        .toList()
                : List.of(List.of(step));
    }

    private static Stream<String> sentences(Step step) {
        if (step instanceof Step.Say say) {
            return Stream.of(say.text());
        }
        if (step instanceof Step.Talk talk) {
            return Stream.of(talk.otherwise());
        }
        if (step instanceof Step.Await await) {
            return Stream.of(await.question());
        }
        if (step instanceof Step.Later later) {
            return sentences(later.reply());
        }
        if (step instanceof Step.Ask ask) {
            Reply.Silence silence = ask.silence();
            return Stream.concat(
                    Stream.of(ask.question()),
                    Stream.of(ask.yes(), ask.no(), silence == null ? Reply.nothing() : silence.reply())
                            .flatMap(Replied::sentences));
        }
        return Stream.of();
    }
}
