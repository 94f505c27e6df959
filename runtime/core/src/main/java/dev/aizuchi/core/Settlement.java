package dev.aizuchi.core;

import dev.aizuchi.skill.Turn;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Take what was said as the answer to the open question, in all the ways that are no mere yes or no. Lives on the
 * dialogue thread.
 */
final class Settlement {
    private static final Pattern REASON_AND_END = Pattern.compile(".+(?:ので|から|んで|けん|けえ|さかい|し|けど|もので)、(?<end>[^、]+)");

    private final Questions questions;
    private final Consent consent;
    private final Doubt doubt;
    private final SlotQuestions slotQuestions;
    private final LastSaid lastSaid;
    private final Ellipsis ellipsis;
    private final Cohesion cohesion;
    private final Topic topic;
    private final Fulfilment fulfilment;
    private final Weighed weighed;
    private final EarlierWishes earlier;

    Settlement(
            Questions questions,
            Consent consent,
            Doubt doubt,
            SlotQuestions slotQuestions,
            LastSaid lastSaid,
            Ellipsis ellipsis,
            Cohesion cohesion,
            Topic topic,
            Fulfilment fulfilment,
            Weighed weighed,
            EarlierWishes earlier) {
        this.questions = questions;
        this.consent = consent;
        this.doubt = doubt;
        this.slotQuestions = slotQuestions;
        this.lastSaid = lastSaid;
        this.ellipsis = ellipsis;
        this.cohesion = cohesion;
        this.topic = topic;
        this.fulfilment = fulfilment;
        this.weighed = weighed;
        this.earlier = earlier;
    }

    /**
     * Take it so where it can be nothing else; tells whether it was.
     *
     * @param wishes what it says by itself
     */
    boolean isReached(String text, List<Wish> wishes, ZonedDateTime begun) {
        return doubt.isSettled(text, wishes)
                || declines(wishes)
                || answersBarely(text, wishes, begun)
                || refuses(text, wishes)
                || declinesForReason(text)
                || agreesAnew(text, wishes);
    }

    /** 「いえ、いいです」 is a no to what the robot has just offered. */
    private boolean declines(List<Wish> wishes) {
        return wishes.size() == 1
                && LastSaid.declines(wishes.get(0).intent())
                && questions.settle(question -> Optional.of(false));
    }

    /**
     * The value that was asked for, and nothing else, is the answer, whatever wish it may be like; beside other words
     * it is one where the robot would only talk about them: 「ゆうべからずっと」 asks for no date.
     */
    private boolean answersBarely(String text, List<Wish> wishes, ZonedDateTime begun) {
        return open() instanceof Question.Slot slot
                && (slotQuestions.isBareAnswer(slot, text, fulfilment.now())
                        || endsInAnswer(slot, text, wishes)
                        || (!slotQuestions.takesAnyWords(slot)
                                && slotQuestions.isNamed(slot, text, fulfilment.now())
                                && (!fulfilment.requests(text)
                                        || wishes.stream().allMatch(weighed::isOnlyAsked))
                                // 「十二時だな、それで頼む」, upon 「何時に」, is like a wish that only asks what shall be brought.
                                && wishes.stream()
                                        .allMatch(wish -> weighed.isAtMostAsked(wish) || onlyLikeRefused(wish, text))))
                && slotQuestions.answered(slot, text, fulfilment.since(begun), fulfilment.now());
    }

    /** 「総務部の佐藤さんです」 is like what is refused to strangers, and asks for nothing. */
    private boolean onlyLikeRefused(Wish wish, String text) {
        return weighed.isRefused(wish) && !fulfilment.requests(text);
    }

    /** 「お待たせしました、山田です」: what stands before the value neither asks for anything nor calls for help. */
    private boolean endsInAnswer(Question.Slot slot, String text, List<Wish> wishes) {
        int pause = Math.max(text.lastIndexOf('、'), text.lastIndexOf('。', text.length() - 2));
        return pause > 0
                && slotQuestions.isBareAnswer(slot, text.substring(pause + 1), fulfilment.now())
                && !fulfilment.requests(text.substring(0, pause))
                && wishes.stream().noneMatch(weighed::isUrgent);
    }

    /** 「先に母を待ちたいので、まだいいです」: why not, and a no. */
    private boolean declinesForReason(String text) {
        Matcher end = REASON_AND_END.matcher(text);
        return end.matches()
                && questions.settle(
                        question -> consent.plain(question, end.group("end")).filter(agrees -> !agrees));
    }

    /** 「起こすなよ」, or 「寝かせといて」, upon 「起こしましょうか」: a no, and, unless it only forbids, what is wished for instead. */
    private boolean refuses(String text, List<Wish> wishes) {
        boolean refused = questions.settle(question -> Optional.of(false)
                .filter(no -> consent.refuses(question, text) && ellipsis.namesNothingBeside(question.text(), text)));
        if (refused && !consent.forbids(text)) {
            wishes.forEach(earlier::carryOut);
        }
        return refused;
    }

    /** 「ええ、起こしてちょうだい」, 「頼みます、足元が暗いで」: a yes, and once more what it is a yes to, or why. */
    private boolean agreesAnew(String text, List<Wish> wishes) {
        int pause = text.indexOf('、');
        String rest = text.substring(pause + 1);
        boolean again = ((ellipsis.namesNothing(rest) || consent.onlyTells(rest)) && !cohesion.objects(rest))
                || topic.recent().stream()
                        .anyMatch(last ->
                                wishes.stream().anyMatch(wish -> wish.intent().equals(last.intent())));
        boolean yes = pause > 0
                && again
                && questions.settle(question -> consent.plain(question, text.substring(0, pause))
                        .filter(agrees -> agrees && !callsOtherHelp(question, wishes)));
        return yes
                || questions.settle(question ->
                        Optional.of(isSaidAnew(text, wishes, question)).filter(is -> is));
    }

    /** 「起こしていいよ」, upon 「ベッドの角度を変えます。よろしいですか」: the same order once more, or its verb alone. */
    private boolean isSaidAnew(String text, List<Wish> wishes, Question.YesNo question) {
        boolean bare = ellipsis.isBare(text);
        boolean echoes = ellipsis.echoes(text, question.text());
        // 「呼んでくれ」, upon 「職員を呼びましょうか」, calls no ambulance.
        if (consent.beginsWithNo(text)
                || consent.refuses(question, text)
                || (callsOtherHelp(question, wishes) && !(bare && echoes))) {
            return false;
        }
        if ((bare || echoes) && cohesion.permits(text)) {
            return true;
        }
        if (cohesion.objects(text)) {
            return false;
        }
        Optional<Wish> same = Optional.ofNullable(question.about())
                .map(Wish::of)
                .filter(about -> wishes.size() == 1
                        && (bare
                                ? about.intent().equals(wishes.get(0).intent())
                                : fulfilment.orders(text) && fulfilment.isSame(wishes.get(0), about)));
        same.ifPresent(fulfilment::tellUnderstood);
        return same.isPresent() || echoes;
    }

    /** 「案内してもらえますか」 is a yes to 「ご案内しましょうか」, unless it is surely a wish of its own. */
    boolean isReachedInOtherWords(String text, List<Wish> wishes) {
        if (wishes.isEmpty()
                || !(open() instanceof Question.YesNo asked)
                || !(wishes.stream().allMatch(weighed::isUnsure) || ellipsis.isBare(text))
                || callsOtherHelp(asked, wishes)) {
            return false;
        }
        Optional<Boolean> agrees = consent.implied(asked, text);
        boolean settled = questions.settle(question -> agrees);
        if (settled && !agrees.orElse(true) && !isOne(wishes, asked.about()) && fulfilment.orders(text)) {
            // 「だめだ、一メートル後退」: a no, and what is wished for instead.
            wishes.forEach(earlier::carryOut);
        }
        return settled;
    }

    /** 「はい、助けて」 upon 「お茶をお持ちしましょうか」 calls for help, and is no yes. */
    private boolean callsOtherHelp(Question.YesNo question, List<Wish> wishes) {
        return wishes.stream()
                .filter(weighed::isUrgent)
                .anyMatch(wish -> question.about() == null
                        || !wish.intent().equals(question.about().intent()));
    }

    /** Where any words may be the answer, they are, unless they are surely a wish or call for help. */
    boolean takesAnyWords(String text, List<Wish> wishes) {
        return open() instanceof Question.Slot slot
                && slotQuestions.takesAnyWords(slot)
                && wishes.stream().noneMatch(weighed::isUrgent)
                && (wishes.stream().allMatch(weighed::isUnsure) || !fulfilment.requests(text));
    }

    /** 「山田と申します」, the answer to a question of check-in, is a phrase of check-in too: tells whether it is that. */
    boolean isAskedFor(List<Wish> wishes) {
        return open() instanceof Question.Slot slot && isOne(wishes, slot.about());
    }

    /**
     * Take such a wish for the answer, or for what is added to what the question is about; tells whether it was one.
     */
    boolean isReachedBy(Wish wish, String text) {
        if (!(open() instanceof Question.Slot slot)) {
            return false;
        }
        if (slotQuestions.isNamed(slot, text, fulfilment.now())) {
            return slotQuestions.answered(slot, text, wish.took(), fulfilment.now());
        }
        goOn(slot, wish);
        return true;
    }

    /** Let the open question lapse, or stand back, before a wish that does not answer it. */
    void giveWayTo(List<Wish> wishes) {
        Question open = open();
        if (open instanceof Question.YesNo offer && isOne(wishes, offer.about())) {
            // 「会議室Bです」, upon 「会議室Aですね。ご案内しましょうか」.
            questions.drop();
        } else if (questions.insists() && wishes.stream().anyMatch(weighed::isUrgent)) {
            // Whoever says where it hurts has answered.
            questions.close();
        } else if (wishes.stream().anyMatch(weighed::isUrgent)) {
            // Whoever calls for help is not asked at what time they want to be woken.
            questions.drop();
        } else if (open instanceof Question.Slot) {
            questions.putAside();
        } else if (wishes.stream().anyMatch(wish -> weighed.acts(wish).findAny().isPresent())) {
            // A yes-no question is idle now; from other talk the robot returns to it.
            questions.drop();
        }
    }

    /** Tell whether the one thing that is wished for is what a question is about. */
    private static boolean isOne(List<Wish> wishes, @Nullable Turn about) {
        return about != null && wishes.size() == 1 && wishes.get(0).intent().equals(about.intent());
    }

    /** Take what is no wish by itself for the answer; tells whether it was one. */
    boolean isReachedAtLast(String text, ZonedDateTime begun) {
        if (lastSaid.filledBy(text, fulfilment.now()) || earlier.arePutRight(text)) {
            return true;
        }
        if (open() instanceof Question.Slot slot) {
            return slotQuestions.answered(slot, text, fulfilment.since(begun), fulfilment.now())
                    || saysElse(slot, text);
        }
        return questions.settle(question -> consent.atLast(question, text));
    }

    private boolean saysElse(Question.Slot open, String text) {
        Optional<Wish> wish = slotQuestions.saysElse(open, text, fulfilment.now());
        wish.ifPresent(one -> goOn(open, one));
        return wish.isPresent();
    }

    private void goOn(Question.Slot open, Wish wish) {
        questions.close();
        fulfilment.goOnFrom(open.about(), wish);
    }

    private @Nullable Question open() {
        return questions.open().orElse(null);
    }
}
