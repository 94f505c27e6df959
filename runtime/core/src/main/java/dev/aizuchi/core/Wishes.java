package dev.aizuchi.core;

import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Take what was said to the robot as a wish, or as what it is to an earlier one: its answer, its correction, its
 * withdrawal. Lives on the dialogue thread.
 */
final class Wishes {
    private static final Pattern SENTENCE_END = Pattern.compile("[。！!]+");

    private final Parts parts;
    private final Site site;
    private final Lanes lanes;
    private final Questions questions;
    private final Sentences sentences;
    private final Consent consent;

    /** What a wish passes through. */
    record Parts(
            WishFinder finder,
            Doubt doubt,
            Topic topic,
            FollowUps followUps,
            Withdrawals withdrawals,
            TooLate tooLate,
            LastSaid lastSaid,
            SlotQuestions slotQuestions,
            Ellipsis ellipsis,
            MotionQueue queue,
            Fulfilment fulfilment,
            SiteAnswers siteAnswers,
            Repair repair) {}

    Wishes(Parts parts, Site site, Lanes lanes, Questions questions, Sentences sentences, Consent consent) {
        this.parts = parts;
        this.site = site;
        this.lanes = lanes;
        this.questions = questions;
        this.sentences = sentences;
        this.consent = consent;
    }

    /** Answer what was said to the robot. */
    void heard(String text) {
        Instant begun = lanes.clock().instant();
        parts.topic.spoken();
        if (questions.open().isEmpty() && consent.isMereYes(text) && !parts.ellipsis.isBare(text)) {
            // 「うん」 when nothing was asked is no more than a sign that one listens.
            parts.fulfilment.tellNotUnderstood(since(begun));
            return;
        }
        Optional<String> rest = answered(text);
        if (rest.isPresent()) {
            parts.repair.understood();
            heard(rest.get());
            return;
        }
        List<Wish> wishes = wishes(text);
        if (parts.doubt.isSettled(text, wishes)
                || declines(wishes)
                || answersBarely(text, begun)
                || agreesAnew(text, wishes)
                || playsDown(text, wishes)
                || contrasts(text)
                || asksWhereItStays(text, wishes)
                || withdraws(text, wishes)
                || answersInOtherWords(text, wishes)
                || carriesOut(text, wishes)
                || answersQuestion(text, begun)
                || waits(text)
                || errsOnTheSafeSide(text)
                || fromDocuments(text, begun)) {
            parts.repair.understood();
            questions.takeUp(sentences.say("return"));
        } else if (questions.open().isEmpty() && consent.isMereAnswer(text)) {
            parts.fulfilment.tellNotUnderstood(since(begun));
        } else {
            parts.repair.notUnderstood(text, since(begun));
        }
    }

    /** 「いえ、自分で行けます。じゃあ会計は？」: an answer, and then another matter, which is given. */
    private Optional<String> answered(String text) {
        Matcher end = SENTENCE_END.matcher(text);
        if (!end.find() || end.end() >= text.length()) {
            return Optional.empty();
        }
        String first = text.substring(0, end.start());
        boolean settled = questions.settle(question -> consent.plain(question, first)
                .or(() -> consent.implied(question, first))
                .filter(agrees -> !wishes(text.substring(end.end())).isEmpty()));
        return settled ? Optional.of(text.substring(end.end())) : Optional.empty();
    }

    /** What an utterance leaves out was said before. */
    private List<Wish> wishes(String text) {
        List<Wish> said = parts.finder.wishes(text);
        return said.stream().anyMatch(parts.fulfilment::isUrgent)
                ? said
                : parts.ellipsis.wish(text, said).map(List::of).orElse(said);
    }

    /** 「いえ、いいです」 is a no to what the robot has just offered. */
    private boolean declines(List<Wish> wishes) {
        return wishes.stream().anyMatch(wish -> LastSaid.declines(wish.intent()))
                && wishes.size() == 1
                && questions.settle(question -> Optional.of(false));
    }

    /** 「なんでもない、忘れて」, after a wish to die or a fall: who was called for that comes all the same. */
    private boolean playsDown(String text, List<Wish> wishes) {
        boolean takesBack = wishes.isEmpty()
                ? parts.withdrawals.takesBack(text)
                : wishes.stream().allMatch(wish -> LastSaid.takesBack(wish.intent()));
        Optional<Wish> urgent = parts.topic.recent().stream()
                .limit(1)
                .filter(wish -> takesBack && parts.fulfilment.isUrgent(wish))
                .findFirst();
        urgent.ifPresent(parts.fulfilment::stays);
        return urgent.isPresent();
    }

    /** 「まだ来ないの」, when somebody was called: they were told, or what is fetched is under way. */
    private boolean asksWhereItStays(String text, List<Wish> wishes) {
        Optional<Wish> last = parts.topic.recent().stream()
                .limit(1)
                .filter(wish -> parts.followUps.asksWhereItStays(text, wish)
                        && wishes.stream().allMatch(this::isUnsure)
                        && acts(wish).findAny().isPresent())
                .findFirst();
        last.ifPresent(wish -> parts.fulfilment.staysAway(
                wish, live().stream().anyMatch(turn -> turn.intent().equals(wish.intent()))));
        return last.isPresent();
    }

    private boolean contrasts(String text) {
        return goesOn(parts.followUps.contrasted(text, now()));
    }

    /** The value that was asked for, and nothing else, is the answer, whatever wish it may be like. */
    private boolean answersBarely(String text, Instant begun) {
        return questions.open().orElse(null) instanceof Question.Slot slot
                && parts.slotQuestions.isBareAnswer(slot, text, now())
                && parts.slotQuestions.answered(slot, text, since(begun), now());
    }

    /** 「ええ、起こしてちょうだい」: a yes, and once more what it is a yes to. */
    private boolean agreesAnew(String text, List<Wish> wishes) {
        int pause = text.indexOf('、');
        String rest = text.substring(pause + 1);
        boolean again = (parts.ellipsis.namesNothing(rest) && !parts.followUps.objects(rest))
                || parts.topic.recent().stream()
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
        if (consent.beginsWithNo(text) || callsOtherHelp(question, wishes)) {
            return false;
        }
        boolean bare = parts.ellipsis.isBare(text);
        boolean echoes = parts.ellipsis.echoes(text, question.text());
        if ((bare || echoes) && parts.followUps.permits(text)) {
            return true;
        }
        if (parts.followUps.objects(text)) {
            return false;
        }
        Optional<Wish> same = Optional.ofNullable(question.about())
                .map(Wish::of)
                .filter(about -> wishes.size() == 1
                        && (bare
                                ? about.intent().equals(wishes.get(0).intent())
                                : parts.fulfilment.orders(text) && parts.fulfilment.isSame(wishes.get(0), about)));
        same.ifPresent(parts.fulfilment::tellUnderstood);
        return same.isPresent() || echoes;
    }

    /** 「案内してもらえますか」 is a yes to 「ご案内しましょうか」, unless it is surely a wish of its own. */
    private boolean answersInOtherWords(String text, List<Wish> wishes) {
        return !wishes.isEmpty()
                && (wishes.stream().allMatch(this::isUnsure) || parts.ellipsis.isBare(text))
                && questions.settle(question ->
                        callsOtherHelp(question, wishes) ? Optional.empty() : consent.implied(question, text));
    }

    /** 「はい、助けて」 upon 「お茶をお持ちしましょうか」 calls for help, and is no yes. */
    private boolean callsOtherHelp(Question.YesNo question, List<Wish> wishes) {
        return wishes.stream()
                .filter(parts.fulfilment::isUrgent)
                .anyMatch(wish -> question.about() == null
                        || !wish.intent().equals(question.about().intent()));
    }

    private boolean isUnsure(Wish wish) {
        return !wish.isSure() && !parts.fulfilment.isUrgent(wish);
    }

    private boolean carriesOut(String text, List<Wish> wishes) {
        Question open = questions.open().orElse(null);
        if (wishes.isEmpty() || isAnswerInAnyWords(open, text, wishes)) {
            return false;
        }
        if (!(open instanceof Question.Slot)
                && !questions.insists()
                && goesOn(parts.followUps.ofBareValue(text, wishes, now()))) {
            return true;
        }
        if (open instanceof Question.Slot slot && isOf(slot, wishes)) {
            if (parts.slotQuestions.isNamed(slot, text, now())) {
                return parts.slotQuestions.answered(slot, text, wishes.get(0).took(), now());
            }
            questions.close();
            parts.fulfilment.goOnFrom(slot.about(), wishes.get(0));
            return true;
        }
        if (open instanceof Question.YesNo offer && isOf(offer, wishes)) {
            // 「会議室Bです」, upon 「会議室Aですね。ご案内しましょうか」.
            questions.drop();
        } else if (questions.insists() && wishes.stream().anyMatch(parts.fulfilment::isUrgent)) {
            // Whoever says where it hurts has answered.
            questions.close();
        } else if (open != null && overtakes(wishes, open)) {
            questions.drop();
        } else if (open instanceof Question.Slot) {
            questions.putAside();
        }
        if (open == null && wishes.size() == 1 && parts.doubt.asks(wishes.get(0))) {
            return true;
        }
        wishes.forEach(this::carryOut);
        if (open != null && questions.open().filter(open::equals).isPresent()) {
            questions.comeBack(sentences.say("return"));
        }
        return true;
    }

    /** Where any words may be the answer, they are, unless they are surely a wish or call for help. */
    private boolean isAnswerInAnyWords(@Nullable Question open, String text, List<Wish> wishes) {
        return open instanceof Question.Slot slot
                && parts.slotQuestions.takesAnyWords(slot)
                && wishes.stream().noneMatch(parts.fulfilment::isUrgent)
                && (wishes.stream().allMatch(this::isUnsure) || !parts.fulfilment.requests(text));
    }

    /** Tell whether a yes-no question is idle now; from other talk the robot returns to it, and to a slot's always. */
    private boolean overtakes(List<Wish> wishes, Question open) {
        return !(open instanceof Question.Slot)
                && wishes.stream().anyMatch(wish -> acts(wish).findAny().isPresent());
    }

    /** 「山田と申します」, the answer to a question of check-in, is a phrase of check-in too. */
    private static boolean isOf(Question.YesNo open, List<Wish> wishes) {
        return open.about() != null
                && wishes.size() == 1
                && wishes.get(0).intent().equals(open.about().intent());
    }

    private static boolean isOf(Question.Slot open, List<Wish> wishes) {
        return wishes.size() == 1 && wishes.get(0).intent().equals(open.about().intent());
    }

    /** A wish that puts an earlier one right takes its place. */
    private void carryOut(Wish wish) {
        Optional<FollowUps.FollowUp> corrected = parts.followUps.correctedBy(wish, now());
        if (parts.followUps.corrects(wish.text())) {
            replaced(wish).ifPresent(this::withdraw);
        } else if (parts.followUps.replaces(wish.text())) {
            parts.queue.moving().filter(turn -> isGotAlike(wish, Wish.of(turn))).ifPresent(this::withdraw);
        }
        if (corrected.isPresent()) {
            goOn(corrected.get());
        } else if (parts.followUps.asksForMore(wish.text())) {
            parts.fulfilment.fill(wish, false);
        } else {
            parts.fulfilment.fillOnce(wish);
        }
    }

    /** Water and tea are fetched alike; a bed is not moved in the place of either. */
    private boolean isGotAlike(Wish one, Wish other) {
        List<String> names = acts(one).map(Action::name).toList();
        return !names.isEmpty() && names.equals(acts(other).map(Action::name).toList());
    }

    private Optional<Turn> replaced(Wish wish) {
        List<Turn> live = live();
        return live.stream()
                .filter(turn -> turn.intent().equals(wish.intent()))
                .reduce((first, second) -> second)
                .or(() -> parts.withdrawals.named(wish.text(), live))
                .or(() -> acts(wish).anyMatch(Action::moves) ? parts.queue.moving() : Optional.empty());
    }

    private boolean answersQuestion(String text, Instant begun) {
        if (parts.lastSaid.filledBy(text, now())) {
            return true;
        }
        if (questions.open().orElse(null) instanceof Question.Slot slot) {
            boolean corrected = parts.followUps.corrects(text) && followsUp(text);
            return corrected || parts.slotQuestions.answered(slot, text, since(begun), now()) || saysElse(slot, text);
        }
        return (parts.followUps.corrects(text) && followsUp(text))
                || questions.settle(question -> consent.implied(question, text))
                || followsUp(text);
    }

    /**
     * Of what is clear in no way, a call for help, a refusal and a word to a person are not waited with; a question
     * that is open stays so, and nothing earlier is put right or taken back upon a guess.
     */
    private boolean errsOnTheSafeSide(String text) {
        if (questions.open().isPresent() || consent.isMereAnswer(text)) {
            return false;
        }
        Optional<Wish> likeliest = parts.finder.erringOnTheSafeSide(text);
        likeliest.filter(wish -> !parts.doubt.asks(wish)).ifPresent(wish -> parts.fulfilment.understood(wish, false));
        return likeliest.isPresent();
    }

    private boolean saysElse(Question.Slot open, String text) {
        Optional<Wish> wish = parts.slotQuestions.saysElse(open, text, now());
        wish.ifPresent(one -> {
            questions.close();
            parts.fulfilment.goOnFrom(open.about(), one);
        });
        return wish.isPresent();
    }

    private boolean followsUp(String text) {
        return goesOn(parts.followUps.of(text, now()));
    }

    private boolean goesOn(Optional<FollowUps.FollowUp> followUp) {
        followUp.ifPresent(this::goOn);
        return followUp.isPresent();
    }

    private void goOn(FollowUps.FollowUp followUp) {
        questions.drop();
        if (followUp.corrects()) {
            replaced(followUp.wish()).ifPresent(this::withdraw);
        }
        parts.fulfilment.goOn(followUp.wish(), followUp.earlier(), followUp.open());
    }

    /**
     * A skill that has something to do about it (cancel_call tells the nurse) goes first, unless it is what was wished
     * for last.
     */
    private boolean withdraws(String text, List<Wish> wishes) {
        Optional<Withdrawals.Withdrawal> withdrawal = parts.withdrawals.in(text, live());
        if (withdrawal.isEmpty()) {
            return parts.tooLate.withdraws(text, wishes);
        }
        if (wishes.stream().anyMatch(wish -> isAnother(wish, withdrawal.get()))) {
            return false;
        }
        withdrawal.get().about().forEach(this::withdraw);
        parts.fulfilment.withdrawn(text);
        String rest = withdrawal.get().rest();
        if (!rest.isEmpty()) {
            List<Wish> others = parts.finder.wishes(rest);
            boolean isLive = others.stream()
                    .allMatch(wish ->
                            live().stream().anyMatch(each -> each.intent().equals(wish.intent())));
            if (!isLive) {
                others.forEach(this::carryOut);
            }
        }
        return true;
    }

    /** 「お茶だけ待ってるわ」: it is coming. */
    private boolean waits(String text) {
        Optional<Turn> about = parts.followUps.waits(text) ? parts.withdrawals.named(text, live()) : Optional.empty();
        about.ifPresent(turn -> parts.fulfilment.underWay(Wish.of(turn)));
        return about.isPresent();
    }

    private boolean isAnother(Wish wish, Withdrawals.Withdrawal withdrawal) {
        boolean newest = parts.topic.recent().stream()
                .limit(1)
                .anyMatch(last -> withdrawal.about().stream()
                        .anyMatch(turn -> turn.intent().equals(last.intent())));
        boolean isOther =
                withdrawal.about().stream().noneMatch(turn -> wish.intent().equals(turn.intent()));
        // 「息が苦しいから、お茶はもういいです」: the tea can wait, in any case.
        return isOther
                && (parts.fulfilment.isUrgent(wish)
                        || (!newest && withdrawal.rest().isEmpty() && !LastSaid.declines(wish.intent())));
    }

    /** Forget what waits to begin. */
    void dropWaiting() {
        parts.queue.clear();
    }

    /** Await the answer to what the robot had said before the agent began. */
    void awaitAnswer(String said) {
        parts.lastSaid.awaitAnswer(said);
    }

    private Stream<Action> acts(Wish wish) {
        return parts.fulfilment.acts(wish);
    }

    private void withdraw(Turn about) {
        parts.queue.withdraw(about);
    }

    private List<Turn> live() {
        return parts.queue.live().toList();
    }

    /** Answer from the site's documents what no skill takes. */
    private boolean fromDocuments(String text, Instant begun) {
        Optional<SiteAnswers.Found> found =
                questions.open().filter(Question.Slot.class::isInstance).isPresent()
                        ? Optional.empty()
                        : parts.siteAnswers.to(text);
        found.ifPresent(answer -> parts.fulfilment.begin(
                new Wish(SiteAnswers.INTENT, answer.slots(), Map.of(), answer.score(), since(begun), text),
                SiteAnswers.ANSWER,
                answer.reply()));
        return found.isPresent();
    }

    private ZonedDateTime now() {
        return lanes.clock().instant().atZone(site.zone());
    }

    private Duration since(Instant begun) {
        return Duration.between(begun, lanes.clock().instant());
    }
}
