package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.reading.Reading;
import dev.aizuchi.japanese.reading.SpeechReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Give the readings of texts from standard input. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = {
            "Read text aloud in katakana, parted into accent phrases: JSON lines in, JSON lines out.",
            "In:  {\"id\",\"text\"}.",
            "Out: {\"id\",\"kana\",\"phrases\":[…]}.",
            "A bad line is told by its number on standard error and passed over."
        })
final class ReadCommand implements Callable<Integer> {
    @Option(names = "--lexicon", paramLabel = "FILE", description = "names and their readings, tab-separated")
    private @Nullable Path lexicon;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        SpeechReader reader =
                new SpeechReader(new Morphology(), lexicon == null ? new Lexicon(List.of()) : Home.lexicon(lexicon));
        return new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr())
                        .answer(System.in, question -> answer(reader, question))
                ? 0
                : 1;
    }

    private static ObjectNode answer(SpeechReader reader, JsonNode question) {
        Reading reading = reader.read(JsonLines.text(question, "text"));
        ObjectNode answer = Json.MAPPER.createObjectNode().put("kana", reading.kana());
        ArrayNode phrases = answer.putArray("phrases");
        reading.phrases().forEach(phrase -> phrases.add(phrase.kana()));
        return answer;
    }
}
