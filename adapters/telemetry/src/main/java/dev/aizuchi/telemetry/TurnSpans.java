package dev.aizuchi.telemetry;

import dev.aizuchi.event.DialogueEvent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Make spans of events: a trace for each turn, with a span for each stage and each act. No word of a person stands in
 * them, nor the arguments of an act.
 *
 * <p>For one thread at a time.
 */
final class TurnSpans {
    /** After so long without an event, and with no act under way, a turn is over. */
    static final Duration QUIET = Duration.ofSeconds(5);

    private static final String NAME = "aizuchi";
    private static final AttributeKey<Long> TURN = AttributeKey.longKey("aizuchi.turn");
    private static final AttributeKey<String> SKILL = AttributeKey.stringKey("aizuchi.skill");
    private static final AttributeKey<String> INTENT = AttributeKey.stringKey("aizuchi.intent");
    private static final AttributeKey<Double> CONFIDENCE = AttributeKey.doubleKey("aizuchi.confidence");
    private static final AttributeKey<String> RULE = AttributeKey.stringKey("aizuchi.rule");
    private static final AttributeKey<String> PART = AttributeKey.stringKey("aizuchi.part");

    /** A turn that is not over. */
    private static final class Open {
        private final Span span;
        private final Map<String, Span> acts = new HashMap<>();
        private @Nullable Instant voiceEnded;
        private Instant last;

        private Open(Span span, Instant begun) {
            this.span = span;
            this.last = begun;
        }

        private void seen(Instant at) {
            last = at.isAfter(last) ? at : last;
        }
    }

    private final Tracer tracer;
    private final String conversation;
    private final Map<Long, Open> turns = new HashMap<>();

    TurnSpans(Tracer tracer, String conversation) {
        this.tracer = tracer;
        this.conversation = conversation;
    }

    /** Take an event; what belongs to no utterance has no trace. */
    void take(DialogueEvent event) {
        if (event.turn() == 0 || event instanceof DialogueEvent.SpeechStarted) {
            return;
        }
        Instant begun = event instanceof DialogueEvent.Heard heard ? heard.at().minus(heard.took()) : event.at();
        Open turn = turns.computeIfAbsent(event.turn(), number -> begin(number, begun));
        turn.seen(event.at());
        if (event instanceof DialogueEvent.Heard heard) {
            turn.voiceEnded = begun;
            stage(turn, "hear", begun, heard.at(), Attributes.empty());
        } else if (event instanceof DialogueEvent.Understood understood) {
            stage(
                    turn,
                    "understand",
                    understood.at().minus(understood.took()),
                    understood.at(),
                    Attributes.of(
                            SKILL,
                            understood.skill(),
                            INTENT,
                            understood.intent(),
                            CONFIDENCE,
                            understood.confidence()));
        } else if (event instanceof DialogueEvent.NotUnderstood not) {
            stage(
                    turn,
                    "understand",
                    not.at().minus(not.took()),
                    not.at(),
                    Attributes.of(GenAi.ERROR, "not_understood"));
        } else if (event instanceof DialogueEvent.Said || event instanceof DialogueEvent.Asked) {
            answered(turn, event.at());
        } else {
            act(turn, event);
        }
    }

    /** End the turns that are over by now. */
    void sweep(Instant now) {
        for (Iterator<Open> open = turns.values().iterator(); open.hasNext(); ) {
            Open turn = open.next();
            if (turn.acts.isEmpty() && !now.isBefore(turn.last.plus(QUIET))) {
                turn.span.end(turn.last);
                open.remove();
            }
        }
    }

    /** Count the turns that are not over. */
    int open() {
        return turns.size();
    }

    /** End all; acts that are under way end with an error. */
    void end() {
        turns.values().forEach(turn -> {
            turn.acts.values().forEach(act -> end(act, turn.last, Optional.of("ended")));
            turn.span.end(turn.last);
        });
        turns.clear();
    }

    private Open begin(long number, Instant begun) {
        Span span = tracer.spanBuilder(GenAi.INVOKE_AGENT + " " + NAME)
                .setNoParent()
                .setStartTimestamp(begun)
                .setAttribute(GenAi.OPERATION, GenAi.INVOKE_AGENT)
                .setAttribute(GenAi.AGENT, NAME)
                .setAttribute(GenAi.PROVIDER, NAME)
                .setAttribute(GenAi.CONVERSATION, conversation)
                .setAttribute(TURN, number)
                .startSpan();
        return new Open(span, begun);
    }

    private void stage(Open turn, String name, Instant from, Instant to, Attributes attributes) {
        tracer.spanBuilder(name)
                .setParent(Context.root().with(turn.span))
                .setStartTimestamp(from)
                .setAllAttributes(attributes)
                .startSpan()
                .end(to);
    }

    private void answered(Open turn, Instant at) {
        if (turn.voiceEnded != null) {
            stage(turn, "answer", turn.voiceEnded, at, Attributes.empty());
            turn.voiceEnded = null;
        }
        turn.span.addEvent("said", at);
    }

    private void act(Open turn, DialogueEvent event) {
        if (event instanceof DialogueEvent.Commanded commanded) {
            String name = commanded.action().name();
            turn.acts.put(
                    commanded.commandId(),
                    tracer.spanBuilder(GenAi.EXECUTE_TOOL + " " + name)
                            .setParent(Context.root().with(turn.span))
                            .setStartTimestamp(commanded.at())
                            .setAttribute(GenAi.OPERATION, GenAi.EXECUTE_TOOL)
                            .setAttribute(GenAi.TOOL, name)
                            .setAttribute(GenAi.TOOL_CALL, commanded.commandId())
                            .startSpan());
        } else if (event instanceof DialogueEvent.Completed completed) {
            end(turn.acts.remove(completed.commandId()), completed.at(), Optional.empty());
        } else if (event instanceof DialogueEvent.Failed failed) {
            String reason = failed.reason().name().toLowerCase(Locale.ROOT);
            end(turn.acts.remove(failed.commandId()), failed.at(), Optional.of(reason));
        } else if (event instanceof DialogueEvent.Refused refused) {
            turn.span.addEvent(
                    "refused", Attributes.of(GenAi.TOOL, refused.action().name(), RULE, refused.rule()), refused.at());
        } else if (event instanceof DialogueEvent.Stopped stopped) {
            turn.span.addEvent("stopped", stopped.at());
        } else if (event instanceof DialogueEvent.Faulted faulted) {
            turn.span.addEvent("faulted", Attributes.of(PART, faulted.part()), faulted.at());
        }
    }

    private static void end(@Nullable Span act, Instant at, Optional<String> error) {
        if (act != null) {
            error.ifPresent(type -> act.setAttribute(GenAi.ERROR, type).setStatus(StatusCode.ERROR));
            act.end(at);
        }
    }
}
