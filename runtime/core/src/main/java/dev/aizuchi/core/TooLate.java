package dev.aizuchi.core;

import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answer who takes back what is done already: who was told of it is told of that too, and nobody is left to think that
 * it never happened. Lives on the dialogue thread.
 */
final class TooLate {
    private final Withdrawals withdrawals;
    private final Topic topic;
    private final Fulfilment fulfilment;
    private final Weighed weighed;
    private final Permission permission;
    private final Sentences sentences;
    private final Deeds deeds;
    private final Standing standing;

    TooLate(
            Withdrawals withdrawals,
            Topic topic,
            Fulfilment fulfilment,
            Weighed weighed,
            Permission permission,
            Sentences sentences,
            Deeds deeds,
            Standing standing) {
        this.withdrawals = withdrawals;
        this.topic = topic;
        this.fulfilment = fulfilment;
        this.weighed = weighed;
        this.permission = permission;
        this.sentences = sentences;
        this.deeds = deeds;
        this.standing = standing;
    }

    /**
     * Take an utterance; tells whether it takes back something that was done lately. A call for help stays, as in
     * {@link Standing#stays}, however much was said since.
     *
     * @param wishes what it may be by itself
     */
    boolean withdraws(String text, List<Wish> wishes) {
        List<Turn> over = topic.recent().stream().map(fulfilment::turn).toList();
        Optional<Turn> about = withdrawals
                .ofTheNamed(text, over)
                .filter(turn -> wishes.stream().allMatch(wish -> wish.intent().equals(turn.intent())))
                .or(() -> over.stream()
                        .limit(1)
                        .filter(turn -> isCalledOff(text, turn, wishes))
                        .findFirst());
        about.map(Wish::of).ifPresent(done -> {
            if (weighed.isUrgent(done)) {
                standing.stays(text, done);
            } else {
                fulfilment.begin(fulfilment.withdrawal(text), Fulfilment.WITHDRAWAL, reply(done));
            }
        });
        return about.isPresent();
    }

    /** 「もういいわ、痛くなくなったから」: whoever was called last need not come. */
    private boolean isCalledOff(String text, Turn last, List<Wish> wishes) {
        return wishes.isEmpty()
                && withdrawals.takesBackUnnamed(text)
                && weighed.acts(Wish.of(last)).anyMatch(act -> takenBack(act).isPresent());
    }

    /** What failed was not done: nobody has to be told, and it is not too late. */
    private Reply reply(Wish wish) {
        boolean failed = weighed.acts(wish).findAny().isPresent()
                && deeds.done(wish).findAny().isEmpty();
        Optional<Action> word =
                deeds.done(wish).flatMap(act -> takenBack(act).stream()).findFirst();
        return word.filter(permission::isAble)
                .map(act -> Reply.perform(act).thenSay(sentences.say("withdrawal.told")))
                .orElseGet(() -> Reply.say(sentences.say(failed ? "declined" : "withdrawal.too-late")));
    }

    private Optional<Action> takenBack(Action act) {
        if (act instanceof Action.Notify notify) {
            return Optional.of(new Action.Notify(notify.to(), word(notify.message())));
        }
        if (act instanceof Action.CallHuman call) {
            return Optional.of(new Action.Notify(call.role(), word(call.reason())));
        }
        return Optional.empty();
    }

    private String word(String message) {
        return sentences.say("withdrawal.word", Map.of("message", message));
    }
}
