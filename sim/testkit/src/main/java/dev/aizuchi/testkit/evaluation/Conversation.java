package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.testkit.TestAgent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Hold a whole dialogue with a fresh agent, turn by turn, on the simulated clock. */
public final class Conversation {
    /** Simulated time for what follows shortly upon a turn. */
    private static final Duration SHORTLY = Duration.ofSeconds(3);

    private Conversation() {}

    /**
     * Tell what came of one turn.
     *
     * @param state what the robot is at when the turn is over
     * @param millis from heard to answered, by the machine's clock; NaN for a turn in which nobody speaks
     * @param events all that happened in the turn
     */
    public record Answer(Conduct conduct, Standing state, double millis, List<DialogueEvent> events) {
        /** Copies the events. */
        public Answer {
            events = List.copyOf(events);
        }
    }

    /** Hold the turns in their order; the agent must not have been talked to. */
    public static List<Answer> held(TestAgent agent, List<ConversedTurn> turns) {
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            if (i + 1 < turns.size() && turns.get(i + 1) instanceof ConversedTurn.Ended) {
                agent.holdsOutcomes();
            }
            int from = agent.events().size();
            double millis = held(agent, turns.get(i));
            List<DialogueEvent> events = agent.events();
            List<DialogueEvent> own = events.subList(from, events.size());
            answers.add(new Answer(Conduct.of(own), Standing.of(events, agent.now()), millis, own));
        }
        return answers;
    }

    private static double held(TestAgent agent, ConversedTurn turn) {
        double millis = Double.NaN;
        if (turn instanceof ConversedTurn.Said said) {
            long begun = System.nanoTime();
            agent.hears(said.text());
            millis = (System.nanoTime() - begun) / 1e6;
        } else if (turn instanceof ConversedTurn.Sensed sensed) {
            agent.perceives(sensed.percept());
        } else if (turn instanceof ConversedTurn.Waited waited) {
            agent.waits(waited.time());
            return millis;
        } else if (turn instanceof ConversedTurn.Ended ended) {
            agent.acts(ended.completed());
        }
        agent.waits(SHORTLY);
        return millis;
    }
}
