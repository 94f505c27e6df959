package dev.aizuchi.telemetry;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Count and time what happens. Labels are names of the program's own alone: no word of a person stands in them.
 *
 * <p>Events come from one thread; the registry is read from any.
 */
final class EventMetrics implements Consumer<DialogueEvent> {
    private static final String PREFIX = "aizuchi.";
    /** Causes come from sensors too, which may say anything. */
    private static final Set<String> CAUSES =
            Set.of("word", "key", "button", "estop", "remote", "link", "bumper", "speech", "lane", "studio");

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(400),
        Duration.ofMillis(700),
        Duration.ofSeconds(1),
        Duration.ofMillis(1_500),
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60)
    };

    private record Act(String action, Instant begun) {}

    private final MeterRegistry registry;
    private final Map<String, Act> acts = new HashMap<>();
    private final AtomicLong turn = new AtomicLong();
    private final AtomicLong linkUp = new AtomicLong(1);
    private final Map<String, AtomicLong> lastStageNanos = new HashMap<>();
    /** When the voice ended that is not answered yet. */
    private @Nullable Instant unanswered;

    EventMetrics(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder(PREFIX + "turn", turn, AtomicLong::get)
                .description("The number of the last utterance")
                .register(registry);
        Gauge.builder(PREFIX + "link.up", linkUp, AtomicLong::get)
                .description("Whether the link to the robot is up, as it last told")
                .register(registry);
        for (String stage : new String[] {"hearing", "understanding", "answer"}) {
            AtomicLong last = new AtomicLong();
            lastStageNanos.put(stage, last);
            Gauge.builder(PREFIX + "last.turn", last, nanos -> nanos.get() / 1e9)
                    .baseUnit("seconds")
                    .tag("stage", stage)
                    .description("What a stage took in the last turn")
                    .register(registry);
            timer(PREFIX + stage, "What a stage of a turn took");
        }
        for (String cause : new String[] {"word", "key", "estop"}) {
            counter("stops", "Stops by what caused them", "cause", cause);
        }
    }

    @Override
    public void accept(DialogueEvent event) {
        counter("events", "Events by their kind", "event", kind(event)).increment();
        turn.accumulateAndGet(event.turn(), Math::max);
        if (event instanceof DialogueEvent.Heard heard) {
            unanswered = heard.at().minus(heard.took());
            stage("hearing", heard.took());
        } else if (event instanceof DialogueEvent.Understood understood) {
            stage("understanding", understood.took());
        } else if (event instanceof DialogueEvent.NotUnderstood not) {
            stage("understanding", not.took());
        } else if (event instanceof DialogueEvent.Said || event instanceof DialogueEvent.Asked) {
            answered(event.at());
        } else if (event instanceof DialogueEvent.Stopped stopped) {
            String cause = CAUSES.contains(stopped.cause()) ? stopped.cause() : "other";
            counter("stops", "Stops by what caused them", "cause", cause).increment();
        } else if (event instanceof DialogueEvent.Faulted faulted) {
            counter("faults", "Faults by the part that failed", "part", faulted.part())
                    .increment();
        } else if (event instanceof DialogueEvent.Perceived perceived) {
            if (perceived.percept() instanceof Percept.Link link) {
                linkUp.set(link.up() ? 1 : 0);
            }
        } else {
            act(event);
        }
    }

    private void act(DialogueEvent event) {
        if (event instanceof DialogueEvent.Commanded commanded) {
            acts.put(commanded.commandId(), new Act(commanded.action().name(), commanded.at()));
        } else if (event instanceof DialogueEvent.Completed completed) {
            ended(completed.commandId(), "completed", completed.at());
        } else if (event instanceof DialogueEvent.Failed failed) {
            ended(failed.commandId(), failed.reason().name().toLowerCase(Locale.ROOT), failed.at());
        } else if (event instanceof DialogueEvent.Refused refused) {
            counter(
                            "refusals",
                            "Acts that the gate refused",
                            "action",
                            refused.action().name(),
                            "rule",
                            refused.rule())
                    .increment();
        }
    }

    private void ended(String commandId, String outcome, Instant at) {
        Act act = acts.remove(commandId);
        if (act != null) {
            Timer.builder(PREFIX + "act")
                    .description("What acts took, by how they ended")
                    .tags("action", act.action(), "outcome", outcome)
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry)
                    .record(between(act.begun(), at));
        }
    }

    private void answered(Instant at) {
        if (unanswered != null) {
            stage("answer", between(unanswered, at));
            unanswered = null;
        }
    }

    private void stage(String stage, Duration took) {
        timer(PREFIX + stage, "What a stage of a turn took").record(took);
        AtomicLong last = lastStageNanos.get(stage);
        if (last != null) {
            last.set(took.toNanos());
        }
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private Counter counter(String name, String description, String... tags) {
        return Counter.builder(PREFIX + name)
                .description(description)
                .tags(tags)
                .register(registry);
    }

    /** A clock that was set back meanwhile gives no negative time. */
    private static Duration between(Instant from, Instant to) {
        Duration took = Duration.between(from, to);
        return took.isNegative() ? Duration.ZERO : took;
    }

    private static String kind(DialogueEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toLowerCase(Locale.ROOT);
    }
}
