package dev.aizuchi.core;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Take what was said to somebody else or was not heard clearly: little is done upon it. Lives on the dialogue thread.
 */
final class Overheard {
    private final WishFinder finder;
    private final Fulfilment fulfilment;
    private final Weighed weighed;
    private final Repair repair;
    private final Questions questions;

    Overheard(WishFinder finder, Fulfilment fulfilment, Weighed weighed, Repair repair, Questions questions) {
        this.finder = finder;
        this.fulfilment = fulfilment;
        this.weighed = weighed;
        this.repair = repair;
        this.questions = questions;
    }

    /**
     * Do what somebody else was asked, where a skill can: 「看護師さん、トイレ」. What is mere talk stays between them.
     *
     * @param rest the text without the call
     */
    void forOther(String rest) {
        ZonedDateTime begun = fulfilment.now();
        Optional<Wish> wish =
                finder.wish(rest).filter(each -> weighed.acts(each).findAny().isPresent());
        if (wish.isPresent()) {
            questions.drop();
            fulfilment.fill(wish.get(), false);
        } else {
            fulfilment.tellNotUnderstood(fulfilment.since(begun));
        }
    }

    /**
     * Call help for what was said beside the robot, where a skill would at once; all else stays between the speakers.
     */
    void beside(String text) {
        ZonedDateTime begun = fulfilment.now();
        if (!callsHelp(text)) {
            fulfilment.tellNotUnderstood(fulfilment.since(begun));
        }
    }

    /**
     * Do nothing upon words of which some were lost, but to call help; what they would have the robot do is read back.
     *
     * @param rest the text without what is noise
     */
    void garbled(String text, String rest) {
        ZonedDateTime begun = fulfilment.now();
        if (callsHelp(text)) {
            return;
        }
        List<Wish> wishes = finder.wishes(rest).stream().map(fulfilment::filled).toList();
        if (wishes.stream().anyMatch(each -> weighed.acts(each).findAny().isPresent())) {
            repair.readBack(rest, wishes);
        } else {
            repair.notHeard(fulfilment.since(begun));
        }
    }

    private boolean callsHelp(String text) {
        Optional<Wish> wish = finder.wish(text).filter(weighed::isUrgent);
        wish.ifPresent(urgent -> fulfilment.fill(urgent, false));
        return wish.isPresent();
    }
}
