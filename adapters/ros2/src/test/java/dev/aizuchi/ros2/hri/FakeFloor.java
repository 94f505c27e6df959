package dev.aizuchi.ros2.hri;

import dev.aizuchi.skill.Floor;
import dev.aizuchi.skill.Slot;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keep what is to be said and asked, and end it as the test says. A text stands there once its end can be told. */
public final class FakeFloor implements Floor {
    public final List<String> said = new CopyOnWriteArrayList<>();
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public final List<Held<Boolean>> saying = new CopyOnWriteArrayList<>();
    public final List<Held<Optional<Boolean>>> yesNo = new CopyOnWriteArrayList<>();
    public final List<Held<Optional<String>>> values = new CopyOnWriteArrayList<>();
    public final List<Slot<?>> slots = new CopyOnWriteArrayList<>();

    @Override
    public Request<Boolean> say(String text) {
        Request<Boolean> request = held(saying, new Held<>(false));
        said.add(text);
        return request;
    }

    @Override
    public Request<Optional<Boolean>> askYesNo(String question) {
        Request<Optional<Boolean>> request = held(yesNo, new Held<>(Optional.empty()));
        asked.add(question);
        return request;
    }

    @Override
    public Request<Optional<String>> ask(String question, Slot<?> slot) {
        slots.add(slot);
        Request<Optional<String>> request = held(values, new Held<>(Optional.empty()));
        asked.add(question);
        return request;
    }

    private static <T> Request<T> held(List<Held<T>> all, Held<T> one) {
        all.add(one);
        return one;
    }

    public static final class Held<T> implements Request<T> {
        private final CompletableFuture<T> ending = new CompletableFuture<>();
        private final T nothing;

        Held(T nothing) {
            this.nothing = nothing;
        }

        public void end(T how) {
            ending.complete(how);
        }

        @Override
        public CompletionStage<T> ending() {
            return ending;
        }

        @Override
        public void cancel() {
            ending.complete(nothing);
        }
    }
}
