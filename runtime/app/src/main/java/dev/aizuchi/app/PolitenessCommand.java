package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.japanese.keigo.Issue;
import dev.aizuchi.japanese.keigo.Listener;
import dev.aizuchi.japanese.keigo.Politeness;
import dev.aizuchi.japanese.keigo.PolitenessCheck;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Check sentences from standard input for their politeness. */
@Command(
        name = "politeness",
        mixinStandardHelpOptions = true,
        description = {
            "Check keigo: JSON lines in, JSON lines out.",
            "In:  {\"id\",\"text\",\"listener\"?}, listener being guest (the default), stranger, staff, child or friend.",
            "Out: {\"id\",\"level\",\"issues\":[{\"start\",\"end\",\"surface\",\"kind\",\"repair\"}],\"suggestion\"};",
            "suggestion is null when nothing is wrong. Places count UTF-16 units.",
            "Bad lines are told on standard error and left out."
        })
final class PolitenessCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PolitenessCheck check = new PolitenessCheck();
        JsonLines lines =
                new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr());
        return lines.answer(System.in, question -> answer(check, question)) ? 0 : 1;
    }

    private static ObjectNode answer(PolitenessCheck check, JsonNode question) {
        Politeness found = check.check(JsonLines.text(question, "text"), listener(question));
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.put("level", found.level().wireName());
        ArrayNode issues = answer.putArray("issues");
        for (Issue issue : found.issues()) {
            issues.addObject()
                    .put("start", issue.start())
                    .put("end", issue.end())
                    .put("surface", issue.surface())
                    .put("kind", issue.kind().wireName())
                    .put("repair", issue.repair());
        }
        answer.put("suggestion", found.suggestion().orElse(null));
        return answer;
    }

    private static Listener listener(JsonNode question) {
        if (!question.has("listener")) {
            return Listener.GUEST;
        }
        String named = JsonLines.text(question, "listener");
        try {
            return Listener.valueOf(named.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new JsonLines.BadLineException("names no listener: guest, stranger, staff, child, friend");
        }
    }
}
