package dev.aizuchi.testkit.evaluation;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.testkit.TestAgent;
import dev.aizuchi.testkit.evaluation.Conversation.Answer;
import dev.aizuchi.testkit.evaluation.DialogueReport.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Hold whole dialogues, each with a fresh agent, and see whether it conducts itself as expected in every turn. */
public final class DialogueEvaluation {
    private final Function<ExpectedDialogue, TestAgent> agents;

    /** Take what opens an agent for a dialogue: skills, floor and understanding of its domain; each is closed here. */
    public DialogueEvaluation(Function<ExpectedDialogue, TestAgent> agents) {
        this.agents = agents;
    }

    /** Go through the dialogues in their order, each so many times; the first time is the one that is judged. */
    public DialogueReport run(List<ExpectedDialogue> dialogues, int times) {
        return new DialogueReport(
                dialogues.stream().map(dialogue -> row(dialogue, times)).toList());
    }

    private Row row(ExpectedDialogue dialogue, int times) {
        List<Answer> first = held(dialogue);
        List<Double> millis = new ArrayList<>();
        millis(first, millis);
        boolean steady = true;
        for (int i = 1; i < times; i++) {
            List<Answer> again = held(dialogue);
            millis(again, millis);
            steady &= events(again).equals(events(first));
        }
        return new Row(dialogue, first, millis, !steady);
    }

    private List<Answer> held(ExpectedDialogue dialogue) {
        try (TestAgent agent = agents.apply(dialogue)) {
            return Conversation.held(agent, dialogue.happens());
        }
    }

    private static void millis(List<Answer> answers, List<Double> into) {
        answers.stream().map(Answer::millis).filter(value -> !value.isNaN()).forEach(into::add);
    }

    private static List<List<DialogueEvent>> events(List<Answer> answers) {
        return answers.stream()
                .map(answer -> answer.events().stream()
                        .map(DialogueEvaluation::timeless)
                        .toList())
                .toList();
    }

    /** Leave out what work took on the machine: no two runs are alike in it. */
    private static DialogueEvent timeless(DialogueEvent event) {
        if (event instanceof DialogueEvent.Heard heard) {
            return new DialogueEvent.Heard(heard.turn(), heard.at(), heard.recognition(), Duration.ZERO);
        }
        if (event instanceof DialogueEvent.NotUnderstood not) {
            return new DialogueEvent.NotUnderstood(not.turn(), not.at(), Duration.ZERO);
        }
        return event instanceof DialogueEvent.Understood understood
                ? new DialogueEvent.Understood(
                        understood.turn(),
                        understood.at(),
                        understood.skill(),
                        understood.intent(),
                        understood.slots(),
                        understood.confidence(),
                        Duration.ZERO)
                : event;
    }
}
