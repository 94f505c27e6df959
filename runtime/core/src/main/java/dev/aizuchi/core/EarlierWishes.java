package dev.aizuchi.core;

import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Take what was said as what it is to an earlier wish: it takes it back, puts it right, adds to it or asks after it.
 * Lives on the dialogue thread.
 */
final class EarlierWishes {
    private final WishFinder finder;
    private final Topic topic;
    private final FollowUps followUps;
    private final Cohesion cohesion;
    private final Withdrawals withdrawals;
    private final TooLate tooLate;
    private final MotionQueue queue;
    private final Questions questions;
    private final Fulfilment fulfilment;
    private final Weighed weighed;
    private final Standing standing;
    private final Repair repair;

    EarlierWishes(
            WishFinder finder,
            Topic topic,
            FollowUps followUps,
            Cohesion cohesion,
            Withdrawals withdrawals,
            TooLate tooLate,
            MotionQueue queue,
            Questions questions,
            Fulfilment fulfilment,
            Weighed weighed,
            Standing standing,
            Repair repair) {
        this.finder = finder;
        this.topic = topic;
        this.followUps = followUps;
        this.cohesion = cohesion;
        this.withdrawals = withdrawals;
        this.tooLate = tooLate;
        this.queue = queue;
        this.questions = questions;
        this.fulfilment = fulfilment;
        this.weighed = weighed;
        this.standing = standing;
        this.repair = repair;
    }

    /**
     * Take it so where the words leave no doubt; tells whether it was.
     *
     * @param wishes what it says by itself
     */
    boolean areMeant(String text, List<Wish> wishes) {
        return playsDown(text, wishes)
                || goesOn(followUps.contrasted(text, fulfilment.now()))
                || asksWhereItStays(text, wishes)
                || withdraws(text, wishes);
    }

    /** 「なんでもない、忘れて」, after a wish to die or a fall: who was called for that comes all the same. */
    private boolean playsDown(String text, List<Wish> wishes) {
        boolean takesBack =
                wishes.isEmpty() ? withdrawals.takesBack(text) : wishes.stream().allMatch(weighed::takesBack);
        Optional<Wish> urgent = last().filter(wish -> takesBack && weighed.isUrgent(wish));
        urgent.ifPresent(wish -> standing.stays(text, wish));
        return urgent.isPresent();
    }

    /** 「まだ来ないの」, when somebody was called: they were told, or what is fetched is under way. */
    private boolean asksWhereItStays(String text, List<Wish> wishes) {
        Optional<Wish> last = last().filter(wish -> cohesion.asksWhereItStays(text, wish)
                && wishes.stream().allMatch(other -> weighed.isUnsure(other) || isWordToPeople(other))
                && weighed.acts(wish).findAny().isPresent());
        last.ifPresent(standing::isAwaited);
        return last.isPresent();
    }

    /**
     * A skill that has something to do about it goes first, unless it is what was wished for last. One that takes back
     * (it tells the nurse that nobody need come) does so only where somebody was told, or nothing is named.
     */
    private boolean withdraws(String text, List<Wish> wishes) {
        Optional<Withdrawals.Withdrawal> withdrawal = withdrawals.in(text, live());
        if (withdrawal.isEmpty()) {
            return tooLate.withdraws(text, wishes);
        }
        if (wishes.stream().anyMatch(wish -> isAnother(wish, withdrawal.get()))) {
            return false;
        }
        withdrawal.get().about().forEach(queue::withdraw);
        fulfilment.withdrawn(text);
        String rest = withdrawal.get().rest();
        if (!rest.isEmpty()) {
            takeBeside(rest);
        }
        return true;
    }

    /** 「お茶はいいです、…をください」: what is asked for beside it is not dropped because it is unclear. */
    private void takeBeside(String rest) {
        List<Wish> others = finder.wishes(rest);
        if (others.isEmpty() && fulfilment.requests(rest)) {
            repair.notUnderstood(rest, Duration.ZERO);
        } else if (!others.stream().allMatch(this::isLive)) {
            others.forEach(this::carryOut);
        }
    }

    private boolean isAnother(Wish wish, Withdrawals.Withdrawal withdrawal) {
        boolean newest = last().stream().anyMatch(last -> isOf(last, withdrawal));
        // 「息が苦しいから、お茶はもういいです」: the tea can wait, in any case.
        return !isOf(wish, withdrawal)
                && (weighed.isUrgent(wish)
                        || (!newest
                                && withdrawal.rest().isEmpty()
                                && !LastSaid.declines(wish.intent())
                                && !(weighed.takesBack(wish) && isNamedAndUntold(withdrawal))));
    }

    /** 「看護師さんはまだ」 calls nobody anew who has been called. */
    private boolean isWordToPeople(Wish wish) {
        return !weighed.isUrgent(wish) && weighed.acts(wish).allMatch(Action::isWordToPerson);
    }

    private boolean isNamedAndUntold(Withdrawals.Withdrawal withdrawal) {
        return withdrawal.named()
                && withdrawal.about().stream()
                        .map(Wish::of)
                        .flatMap(weighed::acts)
                        .noneMatch(Action::isWordToPerson);
    }

    private static boolean isOf(Wish wish, Withdrawals.Withdrawal withdrawal) {
        return withdrawal.about().stream().anyMatch(turn -> turn.intent().equals(wish.intent()));
    }

    /** Take an utterance as a value of the last wish, whatever wish it may be like; tells whether it was one. */
    boolean areGivenBareValue(String text, List<Wish> wishes) {
        return goesOn(followUps.ofBareValue(text, wishes, fulfilment.now()));
    }

    /** Take what by itself is no wish as one that goes on; tells whether it did. */
    boolean areFollowedUp(String text) {
        return goesOn(followUps.of(text, fulfilment.now()));
    }

    /** The same, where the utterance says that something was wrong. */
    boolean arePutRight(String text) {
        return cohesion.corrects(text) && areFollowedUp(text);
    }

    /** 「お茶だけ待ってるわ」: it is coming; tells whether it was that. */
    boolean areWaitedFor(String text) {
        Optional<Turn> about = cohesion.waits(text) ? withdrawals.named(text, live()) : Optional.empty();
        about.ifPresent(turn -> standing.isUnderWay(Wish.of(turn)));
        return about.isPresent();
    }

    /** Carry out a wish; one that puts an earlier one right takes its place. */
    void carryOut(Wish wish) {
        Optional<FollowUps.FollowUp> corrected = followUps.correctedBy(wish, fulfilment.now());
        if (cohesion.corrects(wish.text())) {
            replaced(wish).ifPresent(queue::withdraw);
        } else if (cohesion.replaces(wish.text())) {
            queue.moving().filter(turn -> isGotAlike(wish, Wish.of(turn))).ifPresent(queue::withdraw);
        }
        if (corrected.isPresent()) {
            goOn(corrected.get());
        } else if (cohesion.asksForMore(wish.text())) {
            fulfilment.fill(wish, false);
        } else {
            standing.fillOnce(wish);
        }
    }

    /** Water and tea are fetched alike; a bed is not moved in the place of either. */
    private boolean isGotAlike(Wish one, Wish other) {
        List<String> names = weighed.acts(one).map(Action::name).toList();
        return !names.isEmpty()
                && names.equals(weighed.acts(other).map(Action::name).toList());
    }

    private Optional<Turn> replaced(Wish wish) {
        List<Turn> live = live();
        Stream<Turn> alike = live.stream().filter(turn -> turn.intent().equals(wish.intent()));
        return alike.reduce((first, second) -> second)
                .or(() -> withdrawals.named(wish.text(), live))
                .or(() -> weighed.acts(wish).anyMatch(Action::moves) ? queue.moving() : Optional.empty());
    }

    private boolean goesOn(Optional<FollowUps.FollowUp> followUp) {
        followUp.ifPresent(this::goOn);
        return followUp.isPresent();
    }

    private void goOn(FollowUps.FollowUp followUp) {
        questions.drop();
        if (followUp.corrects()) {
            replaced(followUp.wish()).ifPresent(queue::withdraw);
        }
        fulfilment.goOn(followUp.wish(), followUp.earlier(), followUp.open());
    }

    private Optional<Wish> last() {
        return topic.recent().stream().findFirst();
    }

    private boolean isLive(Wish wish) {
        return live().stream().anyMatch(turn -> turn.intent().equals(wish.intent()));
    }

    private List<Turn> live() {
        return queue.live().toList();
    }
}
