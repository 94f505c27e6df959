package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.testkit.evaluation.Percentiles;
import dev.aizuchi.testkit.evaluation.SuiteReport;
import dev.aizuchi.testkit.evaluation.SuiteReport.Share;
import dev.aizuchi.testkit.noise.HeardSentence;
import dev.aizuchi.testkit.noise.ModelCheck;
import dev.aizuchi.testkit.scenario.Played;
import java.util.List;
import java.util.Locale;

/**
 * Sum a suite up as JSON: the same bytes for the same scenarios, seed and program, since nothing in it is measured by
 * the clock on the wall.
 */
final class SuiteSummary {
    private SuiteSummary() {}

    /** Write it, with how well people were heard where they spoke aloud. */
    static ObjectNode of(SuiteReport played, boolean spoken) {
        ObjectNode node = put(Json.MAPPER.createObjectNode(), played.right());
        node.put("simulated_s", played.simulated().toMillis() / 1e3);
        Percentiles waits = Percentiles.of(played.reactions().stream().mapToDouble(Double::doubleValue));
        node.putObject("reactions")
                .put("n", waits.n())
                .put("p50_s", waits.p50())
                .put("p95_s", waits.p95());
        if (spoken) {
            node.set("hearing", hearing(played.heard()));
        }
        played.byTag().forEach((tag, share) -> put(node.withObject("/tags").putObject(tag), share));
        for (Played one : played.played()) {
            ObjectNode row = node.withArray("runs").addObject();
            row.put("scenario", one.scenario().name())
                    .put("file", one.scenario().source())
                    .put("seed", one.seed())
                    .put("verdict", one.verdict().name().toLowerCase(Locale.ROOT))
                    .put("simulated_s", one.simulated().toMillis() / 1e3);
            one.complaint().ifPresent(complaint -> row.put("complaint", complaint));
        }
        return node;
    }

    private static ObjectNode hearing(List<HeardSentence> heard) {
        ModelCheck.Figures figures = ModelCheck.Figures.of(heard);
        ObjectNode node = Json.MAPPER.createObjectNode();
        node.put("lines", heard.size())
                .put("exact", Json.rounded(figures.exact()))
                .put("wrong_morae", Json.rounded(figures.kanaErrorRate()));
        heard.stream()
                .filter(each -> !each.isExact())
                .forEach(each -> node.withArray("misheard")
                        .addObject()
                        .put("said", each.said())
                        .put("heard", each.heard())
                        .put("in", each.in().toString())
                        .put("confidence", Json.rounded(each.confidence())));
        return node;
    }

    private static ObjectNode put(ObjectNode node, Share share) {
        return node.put("runs_right", share.right())
                .put("runs_of", share.of())
                .put("share", Json.rounded(share.value()))
                .put("low", Json.rounded(share.low()))
                .put("high", Json.rounded(share.high()));
    }
}
