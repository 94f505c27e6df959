package dev.aizuchi.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.event.DialogueEvent;
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
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Understand sentences from standard input, each in a dialogue of its own, with the robot simulated. */
@Command(
        name = "understand",
        mixinStandardHelpOptions = true,
        description = {
            "Understand sentences: JSON lines in, JSON lines out.",
            "In:  {\"id\",\"utterance\",\"domain\"?,\"context\"?}, context being what the robot had just said.",
            "Out: {\"id\",\"behaviour\",\"action\"?,\"slots\",\"say\",\"skill\",\"confidence\",\"ms\"}."
        })
final class UnderstandCommand implements Callable<Integer> {
    @Option(names = "--no-encoder", description = "match by words alone, without the encoder model")
    private boolean noEncoder;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Simulated time for what is said only once a call for a person has gone out. */
    private static final Duration ACT_SHORTLY = Duration.ofSeconds(1);

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
        JsonNode question;
        try {
            question = Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            return error(Json.MAPPER.createObjectNode(), "line " + number + " is not JSON: " + e.getOriginalMessage());
        }
        ObjectNode answer = Json.MAPPER.createObjectNode();
        if (question.has("id")) {
            answer.set("id", question.get("id"));
        }
        if (!question.path("utterance").isTextual()) {
            return error(answer, "line " + number + " has no text \"utterance\"");
        }
        try (TestAgent agent = TestAgent.on(
                Scenario.Setup.usual(),
                skills,
                interpreters::of,
                question.path("context").asText(""))) {
            long begun = System.nanoTime();
            agent.hears(question.get("utterance").asText());
            double millis = (System.nanoTime() - begun) / 1e6;
            return fill(answer, agent.waits(ACT_SHORTLY).events(), millis);
        }
    }

    private static ObjectNode fill(ObjectNode answer, List<DialogueEvent> events, double millis) {
        Conduct conduct = Conduct.of(events);
        write(conduct, answer);
        conduct.skill().ifPresent(skill -> {
            answer.put("skill", skill);
            answer.put("confidence", Math.round(conduct.confidence() * 1_000) / 1_000.0);
        });
        answer.put("ms", Math.round(millis * 1_000) / 1_000.0);
        return answer;
    }

    /** Write what {@code converse} tells as well. */
    static void write(Conduct conduct, ObjectNode answer) {
        answer.put("behaviour", conduct.behaviour().wireName());
        conduct.action().ifPresent(action -> answer.put("action", action));
        ObjectNode slots = answer.putObject("slots");
        conduct.slots().forEach(slots::put);
        answer.put("say", conduct.said());
    }

    private static ObjectNode error(ObjectNode answer, String message) {
        return answer.put("error", message);
    }
}
