package dev.aizuchi.robotprofile;

import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Command;
import dev.aizuchi.robot.Effect;
import dev.aizuchi.robot.Outcome;
import dev.aizuchi.robot.Outcome.Failed;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.speech.Talker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Speak by the robot's own voice: the act {@code say} of its file, which takes a text and does nothing else.
 *
 * <p>A text that is longer than the act takes is said in parts. Where nothing tells the end of it, as with a topic, it
 * is taken to last as long as people take for it.
 */
final class OwnVoice implements Talker {
    private static final String ACT = "say";
    private static final String TEXT = "text";
    /** Seven morae a second, and 1.1 of them for each sign, kanji and kana as they are mixed in a sentence. */
    private static final Duration FOR_A_SIGN = Duration.ofMillis(160);

    private final Function<Command, CompletionStage<Outcome>> order;
    private final Consumer<String> cancel;
    private final Pace pace;
    private final Act act;
    private final int most;
    private volatile @Nullable Saying now;

    private OwnVoice(
            Act act, int most, Function<Command, CompletionStage<Outcome>> order, Consumer<String> cancel, Pace pace) {
        this.act = act;
        this.most = most;
        this.order = order;
        this.cancel = cancel;
        this.pace = pace;
    }

    /**
     * Give the voice of a file that has one.
     *
     * @param order carries out the act
     * @param cancel ends it by its id
     */
    static Optional<Talker> of(
            RobotFile file, Function<Command, CompletionStage<Outcome>> order, Consumer<String> cancel, Pace pace) {
        return file.profile()
                .capability(ACT)
                .filter(says -> says.effect() == Effect.NONE && !says.moves())
                .map(Capability::limits)
                .filter(limits -> limits.size() == 1 && limits.get(0).argument().equals(TEXT))
                .filter(limits -> limits.get(0) instanceof Limit.AnyText)
                .map(limits -> (Limit.AnyText) limits.get(0))
                .map(text -> new OwnVoice(file.act(ACT), text.maxLength(), order, cancel, pace));
    }

    @Override
    public CompletionStage<String> say(String sentence) {
        Saying saying = new Saying(parts(sentence));
        now = saying;
        saying.next();
        return saying.ended;
    }

    @Override
    public void cut() {
        Saying saying = now;
        if (saying != null) {
            saying.cut();
        }
    }

    private List<String> parts(String sentence) {
        List<String> parts = new ArrayList<>();
        String rest = sentence;
        while (rest.length() > most) {
            int comma = rest.lastIndexOf('、', most - 1);
            int whole = Character.isHighSurrogate(rest.charAt(most - 1)) ? most - 1 : most;
            int end = comma > 0 ? comma + 1 : Math.max(1, whole);
            parts.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        parts.add(rest);
        return parts;
    }

    private boolean tellsItsEnd() {
        return act.steps().stream().anyMatch(step -> step.publish() == null);
    }

    /** A sentence that is being said. */
    private final class Saying {
        private final CompletableFuture<String> ended = new CompletableFuture<>();
        private final List<String> left;
        private String id = "";

        Saying(List<String> parts) {
            left = new ArrayList<>(parts);
        }

        void next() {
            Command command;
            synchronized (this) {
                if (left.isEmpty()) {
                    ended.complete("");
                }
                if (ended.isDone()) {
                    return;
                }
                id = "say-" + UUID.randomUUID();
                Action say = new Action.Own(ACT, List.of(new Argument.Text(TEXT, left.get(0))));
                command = new Command(id, say, act.timeLimit());
            }
            var unused = order.apply(command).thenAccept(this::said);
            if (ended.isDone()) {
                // Cut before there was anything to cancel.
                cancel.accept(command.id());
            }
        }

        private void said(Outcome outcome) {
            if (outcome instanceof Failed failed) {
                ended.complete(
                        failed.reason() == Reason.CANCELLED
                                ? ""
                                : "the robot's own voice failed: " + failed.reason() + ", " + failed.detail());
                return;
            }
            String part;
            synchronized (this) {
                if (ended.isDone()) {
                    return;
                }
                part = left.remove(0);
            }
            if (tellsItsEnd()) {
                next();
            } else {
                var unused = pace.after(FOR_A_SIGN.multipliedBy(part.length()), this::next);
            }
        }

        void cut() {
            String last;
            synchronized (this) {
                last = id;
                left.clear();
                ended.complete("");
            }
            cancel.accept(last);
        }
    }
}
