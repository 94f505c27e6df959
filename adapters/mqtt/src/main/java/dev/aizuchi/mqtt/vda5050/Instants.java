package dev.aizuchi.mqtt.vda5050;

import dev.aizuchi.mqtt.vda5050.InstantAction.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Send instant actions at once, on the caller's thread, and again until the vehicle has taken them: their topic has
 * quality of service 0, so that any of them may be lost. On any thread.
 *
 * <p>What is sent is chosen, numbered and handed over under one lock, so that the vehicle hears them in the order in
 * which they were decided: a pause that was taken back before a stop never comes after it. The sender may not wait.
 */
final class Instants {
    private final Consumer<List<InstantAction>> sender;
    private List<InstantAction> unconfirmed = List.of();
    private int most = Integer.MAX_VALUE;

    Instants(Consumer<List<InstantAction>> sender) {
        this.sender = sender;
    }

    /** Note how many a message may hold. */
    synchronized void most(int number) {
        most = number;
    }

    /**
     * Send some, in one message where the vehicle takes that; each takes the place of one of its kind that is not
     * confirmed yet.
     */
    synchronized void send(Kind... kinds) {
        List<InstantAction> fresh = Arrays.stream(kinds).map(InstantAction::of).toList();
        drop(kinds);
        unconfirmed = Stream.concat(unconfirmed.stream(), fresh.stream()).toList();
        sendAll(fresh);
    }

    /** Ask no more for these. */
    synchronized void drop(Kind... kinds) {
        List<Kind> dropped = List.of(kinds);
        unconfirmed = unconfirmed.stream()
                .filter(each -> !dropped.contains(each.kind()))
                .toList();
    }

    /** Take what the vehicle says; a pause that it refuses while it drives is asked for anew. */
    synchronized void told(VehicleState state) {
        unconfirmed =
                unconfirmed.stream().filter(each -> !each.isConfirmed(state)).toList();
        if (unconfirmed.stream().anyMatch(each -> each.kind() == Kind.START_PAUSE && state.isOver(each.id()))) {
            send(Kind.START_PAUSE);
        }
    }

    /** Send again what the vehicle does not even know of. */
    synchronized void repeat(VehicleState state) {
        sendAll(unconfirmed.stream()
                .filter(each -> !state.actions().containsKey(each.id()))
                .toList());
    }

    /** Send all again that is not confirmed, to a vehicle that may have forgotten it. */
    synchronized void repeatAll() {
        sendAll(unconfirmed);
    }

    private void sendAll(List<InstantAction> actions) {
        int piece = Math.min(most, actions.size());
        for (int from = 0; from < actions.size(); from += piece) {
            sender.accept(actions.subList(from, Math.min(from + piece, actions.size())));
        }
    }

    synchronized boolean isWaiting(Kind kind) {
        return unconfirmed.stream().anyMatch(each -> each.kind() == kind);
    }
}
