package dev.aizuchi.disaster;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Action.Light;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Action.Own;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Perceived;
import dev.aizuchi.skill.Phrases;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decide on site, without any network, what the next safe step is: the first rule of {@code rules.txt} that a reading
 * meets. What can be undone is done at once and explained; a retreat that is only advisable is asked for.
 */
record Rules(List<Rule> rules, Texts texts) {
    private static final Pattern RULE =
            Pattern.compile("(\\w+)\\.(\\w+)\\s*(>=|<=|=)\\s*(\\S+)\\s*->\\s*(\\w+)\\s+(\\S+)");

    Rules {
        rules = List.copyOf(rules);
    }

    /** What follows when a reading passes its bound. */
    enum Step {
        /** Leave at once. */
        RETREAT,
        /** Propose to leave. */
        PROPOSE,
        /** Go no further. */
        HOLD,
        /** Switch the lamp on. */
        LIGHT,
        /** Go and charge. */
        RETURN
    }

    /** One line of the rule base: which reading, its bound, the step, and the text that gives the reason. */
    record Rule(String percept, String reading, String relation, String bound, Step step, String reason) {

        boolean meets(Percept percept) {
            return this.percept.equals(percept.kind())
                    && (relation.equals("=") ? bound.equals(text(percept)) : passes(number(percept)));
        }

        private boolean passes(OptionalDouble value) {
            double limit = Double.parseDouble(bound);
            return value.isPresent()
                    && (relation.equals(">=") ? value.getAsDouble() >= limit : value.getAsDouble() <= limit);
        }

        private OptionalDouble number(Percept percept) {
            if (percept instanceof Percept.Battery battery) {
                return OptionalDouble.of(battery.charge());
            }
            return percept instanceof Percept.Own own
                    ? own.arguments().stream()
                            .filter(one -> one.name().equals(reading) && one instanceof Argument.Measure)
                            .mapToDouble(one -> ((Argument.Measure) one).value())
                            .findFirst()
                    : OptionalDouble.empty();
        }

        private String text(Percept percept) {
            if (percept instanceof Percept.Link link) {
                return link.up() ? "up" : "down";
            }
            return percept instanceof Percept.Own own
                    ? own.arguments().stream()
                            .filter(one -> one.name().equals(reading) && one instanceof Argument.Text)
                            .map(one -> ((Argument.Text) one).value())
                            .findFirst()
                            .orElse("")
                    : "";
        }
    }

    /** Read the rule base that comes with the skill. */
    static Rules standard(Texts texts) {
        return new Rules(
                Phrases.beside(Rules.class, "rules.txt").of("rules").stream()
                        .map(Rules::rule)
                        .toList(),
                texts);
    }

    private static Rule rule(String line) {
        Matcher parts = RULE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("rules.txt: not a rule: " + line);
        }
        return new Rule(
                parts.group(1),
                parts.group(2),
                parts.group(3),
                parts.group(4),
                Step.valueOf(parts.group(5)),
                parts.group(6));
    }

    /** Answer a reading; nothing when it is harmless. */
    Reply to(Perceived perceived) {
        Optional<Rule> met =
                rules.stream().filter(rule -> rule.meets(perceived.percept())).findFirst();
        return met.map(rule -> reply(rule, perceived)).orElseGet(Reply::nothing);
    }

    private Reply reply(Rule rule, Perceived perceived) {
        String reason = texts.say("sensed." + rule.reason());
        return switch (rule.step()) {
            case RETREAT -> preempting("step.retreat", reason).then(new Navigate(place("exit")));
            case PROPOSE ->
                Reply.ask(
                        texts.say("step.propose", Map.of("reason", reason)),
                        Reply.preempt().then(new Navigate(place("exit"))),
                        Reply.say(texts.say("step.staying")));
            case HOLD ->
                Reply.preempt()
                        .then(new Own("hold", List.of()))
                        .thenSay(texts.say("step.hold", Map.of("reason", reason)));
            case LIGHT -> act(new Light(perceived.place(), true), "step.light", reason);
            case RETURN -> preempting("step.return", reason).then(new Navigate(place("base")));
        };
    }

    /** Out of danger at once, whatever the robot is at. */
    private Reply preempting(String step, String reason) {
        return Reply.preempt().thenSay(texts.say(step, Map.of("reason", reason)));
    }

    private Reply act(Action action, String step, String reason) {
        return Reply.perform(action).thenSay(texts.say(step, Map.of("reason", reason)));
    }

    private Place place(String key) {
        return new Place(texts.say("place." + key));
    }
}
