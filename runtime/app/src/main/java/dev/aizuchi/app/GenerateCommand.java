package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.app.site.SitePack;
import dev.aizuchi.core.Chatter;
import dev.aizuchi.japanese.fence.Breach;
import dev.aizuchi.japanese.fence.Fence;
import dev.aizuchi.japanese.fence.FencedReply;
import dev.aizuchi.language.Generation;
import dev.aizuchi.language.Generation.Reason;
import dev.aizuchi.language.LanguageModel;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Have a language model answer sentences from standard input, and show what the fence lets through. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Try the generator of a configuration: JSON lines in, JSON lines out.",
            "In:  {\"id\",\"text\",\"facts\"?}, facts being a list of sentences that it may tell.",
            "Out: {\"id\",\"say\",\"stopped\",\"written\",\"ended\",\"first_ms\",\"ms\",\"prompt_tokens\",\"cached_tokens\",\"tokens\"};",
            "say is what would be spoken; stopped is null or {\"kind\",\"surface\"}: with nothing to say, a robot says its",
            "fixed sentence. written is what the model wrote until then. With --check no model is asked:",
            "In:  {\"id\",\"answer\",\"facts\"?,\"text\"?}: the fence judges an answer of any origin."
        })
final class GenerateCommand implements Callable<Integer> {
    @Option(names = "--config", paramLabel = "agent.yaml", description = "the configuration whose generator is tried")
    private @Nullable Path config;

    @Option(names = "--check", description = "judge given answers; needs no model")
    private boolean check;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Fence fence = Fence.standard();

    @Override
    public Integer call() throws IOException {
        JsonLines lines =
                new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr());
        if (check) {
            return lines.answer(System.in, this::judged) ? 0 : 1;
        }
        if (config == null) {
            throw new ConfigException(
                    "name a configuration with a generator by --config, or give answers with --check");
        }
        ConfigFile file = ConfigFile.read(
                config, Home.here().paths(config.toAbsolutePath().resolveSibling("")));
        Plugins plugins = new Plugins();
        AgentConfig.Use use = file.agent().generator();
        if (use == null) {
            throw file.error("", "generator is missing, such as generator: { use: llama, with: { model: FILE.gguf } }");
        }
        try (SitePack pack = AgentRuntime.pack(file, plugins);
                LanguageModel model = plugins.open(file, use, "/generator", LanguageModel.class)) {
            AgentConfig agent = file.over(pack.defaults()).agent();
            new Chatter(model, fence, agent.facts(), Wiring.FIRST_SENTENCE)
                    .prepare(ZonedDateTime.now(agent.site().site().zone()));
            return lines.answer(System.in, line -> generated(line, model, agent)) ? 0 : 1;
        }
    }

    private ObjectNode generated(JsonNode line, LanguageModel model, AgentConfig agent) {
        List<String> facts = new ArrayList<>(agent.facts());
        facts.addAll(facts(line));
        ZonedDateTime now = ZonedDateTime.now(agent.site().site().zone());
        Turn turn = new Turn(
                JsonLines.text(line, "text"),
                "talk",
                Map.of(),
                new Place(agent.site().speaker()),
                "",
                now);
        Chatter chatter = new Chatter(model, fence, facts, Wiring.FIRST_SENTENCE);
        FencedReply fenced = chatter.fence(turn);
        StringBuilder written = new StringBuilder();
        List<String> spoken = new ArrayList<>();
        Generation generation = chatter.generate(turn);
        for (var piece = generation.next(); piece.isPresent() && !fenced.isOver(); piece = generation.next()) {
            written.append(piece.get());
            spoken.addAll(fenced.push(piece.get()));
        }
        generation.cancel();
        Generation.Ending ending = generation.ending();
        if (ending.reason() == Reason.COMPLETE && !fenced.isOver()) {
            spoken.addAll(fenced.end());
        }
        return answer(spoken, fenced)
                .put("written", written.toString())
                .put(
                        "ended",
                        ending.reason().name().toLowerCase(Locale.ROOT)
                                + (ending.message().isEmpty() ? "" : ": " + ending.message()))
                .put("first_ms", ending.usage().first().toMillis())
                .put("ms", ending.usage().total().toMillis())
                .put("prompt_tokens", ending.usage().promptTokens())
                .put("cached_tokens", ending.usage().cachedTokens())
                .put("tokens", ending.usage().tokens());
    }

    private ObjectNode judged(JsonNode line) {
        FencedReply fenced = fence.reply(facts(line), line.path("text").asText(""), Integer.MAX_VALUE);
        List<String> spoken = new ArrayList<>(fenced.push(JsonLines.text(line, "answer")));
        spoken.addAll(fenced.end());
        return answer(spoken, fenced);
    }

    private static ObjectNode answer(List<String> spoken, FencedReply fenced) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.put("say", String.join("", spoken));
        Breach breach = fenced.breach().orElse(null);
        if (breach == null) {
            answer.putNull("stopped");
        } else {
            answer.putObject("stopped").put("kind", breach.kind().wireName()).put("surface", breach.surface());
        }
        return answer;
    }

    private static List<String> facts(JsonNode line) {
        List<String> facts = new ArrayList<>();
        line.path("facts").forEach(fact -> facts.add(fact.asText()));
        return facts;
    }
}
