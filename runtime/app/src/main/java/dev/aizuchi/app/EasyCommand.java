package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.easy.Easy;
import dev.aizuchi.japanese.easy.EasyJapanese;
import dev.aizuchi.japanese.easy.Layout;
import dev.aizuchi.japanese.easy.WordLevel;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Say texts from standard input in easy Japanese. */
@Command(
        name = "easy",
        mixinStandardHelpOptions = true,
        description = {
            "Say notices and polite language in easy Japanese (やさしい日本語): JSON lines in, JSON lines out.",
            "In:  {\"id\",\"text\"}.",
            "Out: {\"id\",\"easy\",\"before\":{\"everyday\",\"longest\"},\"after\":{…}}; everyday is the share of",
            "     content words that are words of every day, longest the characters of the longest sentence.",
            "Bad lines are told on standard error and left out."
        })
final class EasyCommand implements Callable<Integer> {
    @Option(names = "--spaces", description = "put blanks between phrases: 靴を 脱いで ください。")
    private boolean spaces;

    @Option(names = "--furigana", description = "put readings behind kanji: 靴（くつ）")
    private boolean furigana;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        EasyJapanese easy = new EasyJapanese();
        Layout layout = new Layout(new Morphology());
        JsonLines lines =
                new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr());
        return lines.answer(System.in, question -> answer(easy, layout, question)) ? 0 : 1;
    }

    private ObjectNode answer(EasyJapanese easy, Layout layout, JsonNode question) {
        Easy said = easy.rewrite(JsonLines.text(question, "text"));
        ObjectNode answer = Json.MAPPER.createObjectNode().put("easy", set(said.text(), layout));
        answer.set("before", level(said.before()));
        answer.set("after", level(said.after()));
        return answer;
    }

    private String set(String text, Layout layout) {
        String parted = spaces ? layout.spaced(text) : text;
        return furigana ? layout.withReadings(parted) : parted;
    }

    private static ObjectNode level(WordLevel level) {
        return Json.MAPPER
                .createObjectNode()
                .put("everyday", Math.round(level.everyday() * 100) / 100.0)
                .put("longest", level.longest());
    }
}
