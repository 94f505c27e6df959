package dev.aizuchi.app.site;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Notify;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Reply.Step;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Let a call for one role go to another, at a site that has nobody of that role.
 *
 * @param called the role that is called, by the one that a skill calls
 */
record RoleCalls(Map<String, String> called) {
    RoleCalls {
        called = Map.copyOf(called);
    }

    Reply in(Reply reply) {
        return called.isEmpty()
                ? reply
                : new Reply(reply.steps().stream().map(this::in).toList());
    }

    private Step in(Step step) {
        if (step instanceof Step.Do todo) {
            return new Step.Do(in(todo.action()));
        }
        if (step instanceof Step.Later later) {
            return new Step.Later(later.at(), in(later.reply()));
        }
        if (step instanceof Step.Ask ask) {
            return new Step.Ask(ask.question(), in(ask.yes()), in(ask.no()), in(ask.silence()));
        }
        return step;
    }

    private Reply.@Nullable Silence in(Reply.@Nullable Silence silence) {
        return silence == null ? null : new Reply.Silence(silence.after(), in(silence.reply()));
    }

    private Action in(Action action) {
        if (action instanceof CallHuman call) {
            return new CallHuman(other(call.role()), call.place(), call.reason(), call.urgent());
        }
        return action instanceof Notify notify ? new Notify(other(notify.to()), notify.message()) : action;
    }

    private String other(String role) {
        return called.getOrDefault(role, role);
    }
}
