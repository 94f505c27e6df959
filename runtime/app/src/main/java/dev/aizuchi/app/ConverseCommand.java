package dev.aizuchi.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.sim.FloorPlanException;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.testkit.Scenario;
import dev.aizuchi.testkit.TestAgent;
import dev.aizuchi.testkit.evaluation.Conduct;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Simulated time for what follows shortly upon a turn. */
    private static final Duration SHORTLY = Duration.ofSeconds(1);

    @Override
    public Integer call() throws IOException {
        List<Skill> skills = new Plugins().skills();
        PrintWriter out = spec.commandLine().getOut();
        boolean allWell = true;
        try (Closer closer = new Closer()) {
            LearntOnce interpreters =
                    new LearntOnce(noEncoder ? null : closer.keep(Home.here().encoder()));
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    ObjectNode answer = answer(line, number, skills, interpreters);
                    allWell &= !answer.has("error");
                    out.println(answer);
                    out.flush();
                }
            }
        }
        return allWell ? 0 : 1;
    }

    private ObjectNode answer(String line, int number, List<Skill> skills, LearntOnce interpreters) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        try {
            JsonNode dialogue = Json.MAPPER.readTree(line);
            if (dialogue.has("id")) {
                answer.set("id", dialogue.get("id"));
            }
            List<ConversedTurn> turns = turns(dialogue);
            try (TestAgent agent = TestAgent.on(setup(dialogue), skills, interpreters::of, "")) {
                ArrayNode all = Json.MAPPER.createArrayNode();
                for (int i = 0; i < turns.size(); i++) {
                    boolean outcomeFollows = i + 1 < turns.size() && turns.get(i + 1) instanceof ConversedTurn.Ended;
                    all.add(held(agent, turns.get(i), outcomeFollows));
                }
                return answer.set("turns", all);
            }
        } catch (JsonProcessingException e) {
            return answer.put("error", "line " + number + " is not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | FloorPlanException e) {
            return answer.put("error", "line " + number + ": " + e.getMessage());
        }
    }

    private static List<ConversedTurn> turns(JsonNode dialogue) {
        if (!dialogue.path("turns").isArray()) {
            throw new IllegalArgumentException("has no list \"turns\"");
        }
        List<ConversedTurn> turns = new ArrayList<>();
        for (JsonNode turn : dialogue.get("turns")) {
            try {
                turns.add(ConversedTurn.of(turn));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("turn " + (turns.size() + 1) + " " + e.getMessage(), e);
            }
        }
        return turns;
    }

    /** A trade without a floor of its own plays on the usual one; a site that is named must be there. */
    private static Scenario.Setup setup(JsonNode dialogue) {
        String site = dialogue.path("site").asText();
        if (!site.isEmpty()) {
            return Scenario.Setup.on(site);
        }
        String domain = dialogue.path("domain").asText();
        try {
            return domain.isEmpty() ? Scenario.Setup.usual() : Scenario.Setup.on(domain);
        } catch (FloorPlanException e) {
            return Scenario.Setup.usual();
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
        Conduct conduct = Conduct.of(events.subList(from, events.size()));
        ObjectNode entry = Json.MAPPER.createObjectNode();
        UnderstandCommand.write(conduct, entry);
        conduct.skill().ifPresent(skill -> entry.put("skill", skill));
        return entry.put("state", state(events));
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
