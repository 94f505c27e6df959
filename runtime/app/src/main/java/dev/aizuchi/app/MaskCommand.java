package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.japanese.mask.Masked;
import dev.aizuchi.japanese.mask.Masker;
import dev.aizuchi.japanese.mask.PersonalData;
import dev.aizuchi.japanese.mask.Seal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Mask personal data in texts from standard input, or bring it back with the key. */
@Command(
        name = "mask",
        mixinStandardHelpOptions = true,
        description = {
            "Mask personal data: JSON lines in, JSON lines out.",
            "In:  {\"id\",\"text\"}.",
            "Out: {\"id\",\"masked\",\"found\":[{\"start\",\"end\",\"kind\"}],\"sealed\"?}, places in the original in UTF-16 units.",
            "With --key, sealed holds what was masked; with --key and --unmask, {\"id\",\"masked\",\"sealed\"} gives {\"id\",\"text\"}.",
            "Bad lines are told on standard error and left out."
        })
final class MaskCommand implements Callable<Integer> {
    @Option(names = "--key", paramLabel = "FILE", description = "32 random bytes; keep it apart from what is masked")
    private @Nullable Path key;

    @Option(names = "--unmask", description = "bring the original back")
    private boolean unmask;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        Seal seal = key == null ? null : Keys.seal(key);
        if (unmask && seal == null) {
            throw new ConfigException("--unmask needs --key FILE");
        }
        Masker masker = new Masker();
        JsonLines lines =
                new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr());
        boolean allWell = (unmask && seal != null)
                ? lines.answer(System.in, question -> original(question, seal))
                : lines.answer(System.in, question -> masked(masker, question, seal));
        return allWell ? 0 : 1;
    }

    private static ObjectNode masked(Masker masker, JsonNode question, @Nullable Seal seal) {
        Masked masked = masker.mask(JsonLines.text(question, "text"));
        ObjectNode answer = Json.MAPPER.createObjectNode().put("masked", masked.text());
        ArrayNode found = answer.putArray("found");
        for (PersonalData data : masked.found()) {
            found.addObject()
                    .put("start", data.start())
                    .put("end", data.end())
                    .put("kind", data.kind().wireName());
        }
        if (seal != null) {
            answer.put("sealed", Base64.getEncoder().encodeToString(seal.seal(masked)));
        }
        return answer;
    }

    private static ObjectNode original(JsonNode question, Seal seal) {
        try {
            byte[] sealed = Base64.getDecoder().decode(JsonLines.text(question, "sealed"));
            String text = seal.unmask(JsonLines.text(question, "masked"), sealed)
                    .orElseThrow(() -> new JsonLines.BadLineException("was sealed with another key, or changed"));
            return Json.MAPPER.createObjectNode().put("text", text);
        } catch (IllegalArgumentException e) {
            throw new JsonLines.BadLineException("has a \"sealed\" that is no Base64");
        }
    }
}
