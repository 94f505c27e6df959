package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.app.site.SitePack;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.testkit.TestAgent;
import dev.aizuchi.testkit.evaluation.Conversation;
import dev.aizuchi.testkit.evaluation.ConversedTurn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Hold whole dialogues from standard input, each with an agent of its own, on a simulated clock. */
@Command(
        name = "converse",
        mixinStandardHelpOptions = true,
        description = {
            "Hold whole dialogues: JSON lines in, JSON lines out.",
            "In:  {\"id\",\"domain\"?,\"site\"?,\"turns\":[{\"user\"} | {\"percept\":{\"kind\",...}} | {\"wait_s\"}"
                    + " | {\"outcome\":\"completed|failed\"} ...]}; site or else domain names the floor.",
            "Out: {\"id\",\"turns\":[{\"behaviour\",\"action\"?,\"slots\",\"say\",\"skill\"?,\"state\"} ...]}."
        })
final class ConverseCommand implements Callable<Integer> {
    @Option(names = "--no-encoder", description = "match by words alone, without the encoder model")
    private boolean noEncoder;

    @Mixin
    private PackOption pack = new PackOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try (Closer closer = new Closer()) {
            TextEncoder encoder = noEncoder ? null : closer.keep(Home.here().encoder());
            SitePack opened = pack.open(closer);
            Domains domains = new Domains(
                    pack.skills(opened, new Plugins().skills()), encoder, null, pack.wiring(opened, encoder, closer));
            return new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr())
                            .answer(System.in, dialogue -> answer(dialogue, domains))
                    ? 0
                    : 1;
        }
    }

    static ObjectNode answer(JsonNode dialogue, Domains domains) {
        List<ConversedTurn> turns = turns(dialogue);
        try (TestAgent agent = domains.of(dialogue.path("domain").asText(""))
                .agent(dialogue.path("site").asText(""))) {
            ObjectNode answer = Json.MAPPER.createObjectNode();
            ArrayNode all = answer.putArray("turns");
            Conversation.held(agent, turns)
                    .forEach(turn -> all.add(UnderstandCommand.written(turn.conduct())
                            .put("state", turn.state().wireName())));
            return answer;
        }
    }

    private static List<ConversedTurn> turns(JsonNode dialogue) {
        if (!dialogue.path("turns").isArray()) {
            throw new JsonLines.BadLineException("has no list \"turns\"");
        }
        List<ConversedTurn> turns = new ArrayList<>();
        for (JsonNode turn : dialogue.get("turns")) {
            try {
                turns.add(ConversedTurn.of(turn));
            } catch (IllegalArgumentException e) {
                throw new JsonLines.BadLineException("turn " + (turns.size() + 1) + " " + e.getMessage());
            }
        }
        return turns;
    }
}
