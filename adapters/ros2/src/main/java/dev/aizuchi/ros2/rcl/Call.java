package dev.aizuchi.ros2.rcl;

import dev.aizuchi.bus.Answer;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.robot.Outcome.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Follow one request: until somebody serves it, and until it is answered or the time is up; on the spinner's thread.
 */
final class Call {
    private static final Duration POLL = Duration.ofMillis(10);

    private final Spinner spinner;
    private final Client client;
    private final byte[] request;
    private final CompletableFuture<Answer> ending = new CompletableFuture<>();
    private boolean sent;
    private long number;

    Call(Spinner spinner, Client client, byte[] request) {
        this.spinner = spinner;
        this.client = client;
        this.request = request;
    }

    /**
     * Make a call.
     *
     * @param name of whom nobody is there or answers, for the failure's text
     */
    static void make(
            Spinner spinner, Client client, String name, byte[] request, Duration timeout, Consumer<Answer> end) {
        Call call = new Call(spinner, client, request);
        var unused = call.ending.thenAccept(end);
        call.attempt();
        spinner.later(timeout, () -> call.expire(name, timeout));
    }

    private void attempt() {
        if (ending.isDone()) {
            return;
        }
        if (!client.isServed()) {
            spinner.later(POLL, this::attempt);
            return;
        }
        try {
            number = client.ask(request, answer -> ending.complete(new Answer.Given(answer)));
            sent = true;
        } catch (RclException e) {
            ending.complete(new Answer.Failed(Reason.FAULT, String.valueOf(e.getMessage())));
        }
    }

    private void expire(String name, Duration timeout) {
        if (sent) {
            client.forget(number);
            ending.complete(new Answer.Failed(Reason.TIMED_OUT, name + " did not answer within " + timeout));
        } else {
            ending.complete(new Answer.Failed(Reason.UNREACHABLE, "nobody serves " + name));
        }
    }

    /** Give what an answer says; empty where there is none. */
    static Optional<Datum.Fields> content(Answer answer) {
        if (answer instanceof Answer.Given given) {
            return Optional.of(given.content());
        }
        return answer instanceof Answer.Aborted aborted ? Optional.of(aborted.content()) : Optional.empty();
    }
}
