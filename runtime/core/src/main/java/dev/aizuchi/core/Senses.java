package dev.aizuchi.core;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Perceived;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Have a skill answer what a sensor says; lives on the dialogue thread.
 *
 * <p>The first skill that has something to say or do answers. What may lead to an urgent call goes before the talk; all
 * else waits until no question is open.
 */
final class Senses {
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** The kind of percept by which a warning of the authorities comes. */
    private static final String ALERT = "alert";

    private final Skills skills;
    private final Site site;
    private final Lanes lanes;
    private final Speech speech;
    private final Questions questions;
    private final Replies replies;
    private final MotionQueue queue;
    /** The last answer to each kind of percept. */
    private final Map<String, Reply> begun = new HashMap<>();

    private final Acquaintance acquaintance;
    /** What is being answered by a question that must not stay open: sensors repeat themselves. */
    private @Nullable Percept inQuestion;

    Senses(
            Skills skills,
            Site site,
            Lanes lanes,
            Speech speech,
            Questions questions,
            Replies replies,
            MotionQueue queue,
            Acquaintance acquaintance) {
        this.skills = skills;
        this.site = site;
        this.lanes = lanes;
        this.speech = speech;
        this.questions = questions;
        this.replies = replies;
        this.queue = queue;
        this.acquaintance = acquaintance;
    }

    void perceived(Percept percept) {
        if (questions.insists() && percept.equals(inQuestion)) {
            return;
        }
        acquaintance.perceived(percept, answer(percept));
    }

    /** Have the skills answer; tells whether one did. */
    private boolean answer(Percept percept) {
        for (Skills.Sensing sensing : skills.sensing(percept.kind())) {
            Reply reply = skills.reply(sensing, new Perceived(percept, site.speaker(), now()))
                    .orElseGet(Reply::nothing);
            if (!reply.steps().isEmpty()) {
                begin(sensing, percept, reply);
                return true;
            }
        }
        return false;
    }

    private void begin(Skills.Sensing sensing, Percept percept, Reply reply) {
        Turn about = new Turn("", percept.kind(), Map.of(), site.speaker(), speech.lastSaid(), now());
        Reply before = begun.put(percept.kind(), reply);
        if (queue.holds(about) && reply.equals(before)) {
            // The sensor repeats what is being acted on.
            return;
        }
        if (reply.actions().anyMatch(Action::callsUrgently)) {
            replies.dropTalk();
            speech.cut();
            inQuestion = percept;
        } else if (questions.open().isPresent() && !mustNotWait(percept, reply)) {
            lanes.after(AGAIN, () -> begin(sensing, percept, reply));
            return;
        }
        queue.begin(sensing.answer(), reply, about, false);
    }

    /** A tsunami does not wait for an answer, nor does a robot in gas. */
    private static boolean mustNotWait(Percept percept, Reply reply) {
        return percept.kind().equals(ALERT) || reply.steps().stream().anyMatch(Reply.Step.Preempt.class::isInstance);
    }

    private ZonedDateTime now() {
        return lanes.clock().instant().atZone(site.zone());
    }
}
