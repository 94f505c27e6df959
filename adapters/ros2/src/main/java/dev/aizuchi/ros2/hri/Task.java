package dev.aizuchi.ros2.hri;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Bus;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.robot.Outcome.Reason;
import dev.aizuchi.ros2.node.Content;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** A goal of a skill that is under way, with the {@code std_skills/msg/Result} of its end; from any thread. */
final class Task implements Bus.Goal {
    /** Codes of {@code std_skills/msg/Result}. */
    private static final int DONE = 0;

    private static final int INTERRUPTED = 4;

    private final CompletableFuture<Answer> ending = new CompletableFuture<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile Runnable giveUp = () -> {};

    /** Say how what it is at is given up; that must lead to an end. */
    void onGivingUp(Runnable how) {
        giveUp = how;
        if (isGivenUp()) {
            how.run();
        }
    }

    boolean isGivenUp() {
        return cancelled.get() || ending.isDone();
    }

    /** End as done; what was cancelled meanwhile ends so. */
    void done(Content result) {
        end(new Answer.Given(with(result, DONE, "")));
    }

    /** End because somebody else is listened to, or the robot was stopped. */
    void interrupted(Content result) {
        end(new Answer.Aborted(with(result, INTERRUPTED, "interrupted")));
        giveUp.run();
    }

    private void end(Answer how) {
        ending.complete(cancelled.get() ? new Answer.Failed(Reason.CANCELLED, "as asked") : how);
    }

    private static Datum.Fields with(Content result, int code, String message) {
        return result.put(
                        "result",
                        Content.message()
                                .whole("error_code", code)
                                .text("error_msg", message)
                                .fields())
                .fields();
    }

    @Override
    public CompletionStage<Answer> ending() {
        return ending.minimalCompletionStage();
    }

    @Override
    public void cancel() {
        cancelled.set(true);
        giveUp.run();
    }
}
