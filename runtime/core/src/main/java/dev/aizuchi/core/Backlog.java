package dev.aizuchi.core;

import dev.aizuchi.skill.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Take up what was put off before the agent was started: a skill is a function of the turn, so that it is asked anew
 * for what it had answered. Lives on the dialogue thread.
 */
final class Backlog {
    private final Reminders reminders;
    private final Skills skills;
    private final Replies replies;
    private final Speech speech;
    private final Sentences sentences;
    private final Lanes lanes;
    private final Turns turns;

    Backlog(
            Reminders reminders,
            Skills skills,
            Replies replies,
            Speech speech,
            Sentences sentences,
            Lanes lanes,
            Turns turns) {
        this.reminders = reminders;
        this.skills = skills;
        this.replies = replies;
        this.speech = speech;
        this.sentences = sentences;
        this.lanes = lanes;
        this.turns = turns;
    }

    /** Take up what the loaded skills know of; the rest waits for the skill that does. */
    void takeUp() {
        int over = reminders.forgetWhatIsOver();
        if (over > 0) {
            turns.fault("reminders", over + " fell due too long ago to be told any more and were forgotten");
        }
        reminders.before().stream()
                .collect(Collectors.groupingBy(each -> each, LinkedHashMap::new, Collectors.counting()))
                .forEach((what, times) -> takeUp(what, times.intValue()));
    }

    /** Of several at one time, the last ones are those that are still to come. */
    private void takeUp(PutOff what, int times) {
        Optional<Skills.Answer> answer = skills.find(what.about().intent());
        List<Reply.Step.Later> all = answer.flatMap(one -> skills.reply(one, what.about())).stream()
                .flatMap(Backlog::later)
                .filter(later -> later.at().equals(what.at()))
                .toList();
        if (all.size() < times) {
            turns.fault(
                    "reminders",
                    "no skill knows what was put off by the intent "
                            + what.about().intent() + "; load the skill that answered it");
        }
        for (Reply.Step.Later later : all.subList(Math.max(0, all.size() - times), all.size())) {
            answer.ifPresent(one -> takeUp(one, what, later.reply()));
        }
    }

    private void takeUp(Skills.Answer answer, PutOff what, Reply reply) {
        Instant due = what.at().toInstant();
        boolean missed = due.isBefore(lanes.clock().instant())
                && reply.steps().stream().anyMatch(Reply.Step.Say.class::isInstance);
        reminders.takeUp(what, () -> replies.isFreeFor(reply), () -> {
            if (missed) {
                tellLateness(Duration.between(due, lanes.clock().instant()));
            }
            replies.comesUp(answer, what.about(), reply);
        });
    }

    private void tellLateness(Duration late) {
        String unit = late.toDays() > 0 ? "days" : late.toHours() > 0 ? "hours" : "minutes";
        long count = late.toDays() > 0 ? late.toDays() : late.toHours() > 0 ? late.toHours() : late.toMinutes();
        if (count > 0) {
            speech.say(sentences.say("late." + unit, Map.of("count", Long.toString(count))));
        }
    }

    private static Stream<Reply.Step.Later> later(Reply reply) {
        return reply.steps().stream().flatMap(step -> {
            if (step instanceof Reply.Step.Later later) {
                return Stream.concat(Stream.of(later), later(later.reply()));
            }
            if (step instanceof Reply.Step.Ask ask) {
                Reply.Silence silence = ask.silence();
                return Stream.of(ask.yes(), ask.no(), silence == null ? Reply.nothing() : silence.reply())
                        .flatMap(Backlog::later);
            }
            return Stream.empty();
        });
    }
}
