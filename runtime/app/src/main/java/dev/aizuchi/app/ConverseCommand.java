package dev.aizuchi.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.app.site.SitePack;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.sim.FloorPlanException;
import dev.aizuchi.testkit.Scenario;
import dev.aizuchi.testkit.TestAgent;
import dev.aizuchi.testkit.evaluation.Conduct;
import java.io.IOException;
import java.time.Duration;
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

    /** Simulated time for what follows shortly upon a turn. */
    private static final Duration SHORTLY = Duration.ofSeconds(1);

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
        Domains.Domain domain = domains.of(dialogue.path("domain").asText(""));
        try (TestAgent agent =
                TestAgent.on(setup(dialogue, domain), domain.skills(), domain.learner(), "", domain.wiring())) {
            ObjectNode answer = Json.MAPPER.createObjectNode();
            ArrayNode all = answer.putArray("turns");
            for (int i = 0; i < turns.size(); i++) {
                boolean outcomeFollows = i + 1 < turns.size() && turns.get(i + 1) instanceof ConversedTurn.Ended;
                all.add(held(agent, turns.get(i), outcomeFollows));
            }
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

    /** A site that the simulator does not know is played on the domain's own floor. */
    private static Scenario.Setup setup(JsonNode dialogue, Domains.Domain domain) {
        String site = dialogue.path("site").asText("");
        try {
            return site.isEmpty() ? domain.setup() : Scenario.Setup.on(site);
        } catch (FloorPlanException e) {
            return domain.setup();
        }
    }

    private static ObjectNode held(TestAgent agent, ConversedTurn turn, boolean outcomeFollows) {
        int from = agent.events().size();
        if (outcomeFollows) {
            agent.holdsOutcomes();
        }
        if (turn instanceof ConversedTurn.Said said) {
            agent.hears(said.text()).waits(SHORTLY);
        } else if (turn instanceof ConversedTurn.Sensed sensed) {
            agent.perceives(sensed.percept()).waits(SHORTLY);
        } else if (turn instanceof ConversedTurn.Waited waited) {
            agent.waits(waited.time());
        } else if (turn instanceof ConversedTurn.Ended ended) {
            agent.acts(ended.completed()).waits(SHORTLY);
        }
        List<DialogueEvent> events = agent.events();
        return UnderstandCommand.written(Conduct.of(events.subList(from, events.size())))
                .put("state", state(events));
    }

    /** Name what the robot is at: stopped, acting, or else idle; a question counts until something is heard. */
    private static String state(List<DialogueEvent> events) {
        boolean stopped = false;
        boolean asking = false;
        int acting = 0;
        for (DialogueEvent event : events) {
            if (event instanceof DialogueEvent.Stopped) {
                stopped = true;
            } else if (event instanceof DialogueEvent.Resumed) {
                stopped = false;
            } else if (event instanceof DialogueEvent.Commanded) {
                acting++;
            } else if (event instanceof DialogueEvent.Completed || event instanceof DialogueEvent.Failed) {
                acting--;
            } else if (event instanceof DialogueEvent.Asked) {
                asking = true;
            } else if (event instanceof DialogueEvent.Heard || event instanceof DialogueEvent.Said) {
                asking = false;
            }
        }
        if (stopped) {
            return "stopped";
        }
        if (asking) {
            return "asking";
        }
        return acting > 0 ? "acting" : "idle";
    }
}
