package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.japanese.dialect.Plain;
import dev.aizuchi.japanese.dialect.PlainForms;
import dev.aizuchi.japanese.dialect.Region;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Bring sentences from standard input, in dialect or polite, into the plain standard form. */
@Command(
        name = "plain",
        mixinStandardHelpOptions = true,
        description = {
            "Say dialect and polite language plainly: JSON lines in, JSON lines out.",
            "In:  {\"id\",\"text\",\"dialect\"?}, dialect being kansai, tohoku, kyushu, chugoku, nagoya, okinawa,",
            "     shikoku, hokkaido or hokuriku, if known.",
            "Out: {\"id\",\"plain\",\"dialect\"?}.",
            "Bad lines are told on standard error and left out."
        })
final class PlainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PlainForms forms = PlainForms.standard();
        JsonLines lines =
                new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr());
        return lines.answer(System.in, question -> answer(forms, question)) ? 0 : 1;
    }

    private static ObjectNode answer(PlainForms forms, JsonNode question) {
        String text = JsonLines.text(question, "text");
        Plain plain = question.has("dialect") ? forms.plain(text, region(question)) : forms.plain(text);
        ObjectNode answer = Json.MAPPER.createObjectNode().put("plain", plain.text());
        plain.dialect().ifPresent(region -> answer.put("dialect", region.wireName()));
        return answer;
    }

    private static Region region(JsonNode question) {
        String named = JsonLines.text(question, "dialect");
        try {
            return Region.valueOf(named.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new JsonLines.BadLineException("names no dialect: kansai, tohoku, kyushu, chugoku, nagoya, okinawa, "
                    + "shikoku, hokkaido, hokuriku");
        }
    }
}
