package dev.aizuchi.care;

import dev.aizuchi.conversation.ConversationSkill;
import dev.aizuchi.conversation.PolicySkill;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.Interpreter.Intent;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.onnx.OnnxTextEncoder;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.TestAgent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Ask the whole agent, one fresh dialogue a line, what the lines of an evaluation set mean. */
final class Evaluation {
    private static final List<Skill> SKILLS = List.of(new CareSkill(), new ConversationSkill(), new PolicySkill());
    private static final String SPEAKER = Setup.usual().speaker();

    private final Interpreter interpreter;

    /**
     * One line of a set.
     *
     * @param expected intents, {@code none}, {@code ignored} or {@code which_place}: any of them is right
     * @param place that must come out, or "" for the speaker's own
     */
    record Line(List<String> expected, String utterance, String place, String lastSaid) {
        static Line of(String written) {
            String[] field = (written + "\t\t").split("\t", -1);
            return new Line(List.of(field[0].split("\\|", -1)), field[1], field[2], field[3]);
        }
    }

    /** What came out; the place is "" when it was the speaker's own, or none was said. */
    record Outcome(String meaning, String place) {
        boolean isRight(Line line) {
            return line.expected.contains(meaning) && place.equals(line.place);
        }

        /** Something is done, or said as if it were, that nobody asked for. */
        boolean isWrongAct(Line line) {
            return !isRight(line) && !List.of("none", "ignored", "which_place").contains(meaning);
        }
    }

    private Evaluation(Function<List<Intent>, Interpreter> learn) {
        interpreter = learn.apply(SKILLS.stream()
                .flatMap(skill -> skill.spec().intents().stream())
                .map(intent -> new Intent(intent.name(), intent.phrases()))
                .toList());
    }

    static Evaluation byWords() {
        return new Evaluation(PhraseInterpreter::of);
    }

    static Evaluation withEncoder(TextEncoder encoder) {
        return new Evaluation(intents -> PhraseInterpreter.of(intents, encoder));
    }

    /** Open the encoder that ships; the caller closes it. */
    static TextEncoder encoder() {
        return OnnxTextEncoder.open(Path.of("../../models/encoder-ja"));
    }

    static List<Line> lines(String set) {
        try {
            return Files.readAllLines(Path.of("evaluation", set + ".tsv")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Line::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Interpreter interpreter() {
        return interpreter;
    }

    Outcome outcome(Line line) {
        try (TestAgent agent = TestAgent.on(Setup.usual(), SKILLS, intents -> interpreter, line.lastSaid())) {
            return outcome(agent.hears(line.utterance()).events());
        }
    }

    private static Outcome outcome(List<DialogueEvent> events) {
        boolean stopped = events.stream().anyMatch(DialogueEvent.Stopped.class::isInstance);
        boolean asked = events.stream().anyMatch(DialogueEvent.Asked.class::isInstance);
        boolean spoke = asked || events.stream().anyMatch(DialogueEvent.Said.class::isInstance);
        return events.stream()
                .filter(DialogueEvent.Understood.class::isInstance)
                .map(DialogueEvent.Understood.class::cast)
                .findFirst()
                .map(understood -> new Outcome(understood.intent(), place(understood)))
                .orElseGet(() ->
                        new Outcome(stopped ? "stopped" : asked ? "which_place" : spoke ? "none" : "ignored", ""));
    }

    private static String place(DialogueEvent.Understood understood) {
        String place = understood.slots().getOrDefault("place", "");
        return place.equals(SPEAKER) ? "" : place;
    }
}
