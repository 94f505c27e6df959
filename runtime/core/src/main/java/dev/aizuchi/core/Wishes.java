package dev.aizuchi.core;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Take what was said to the robot as what it is: the answer to its question, something about an earlier wish, a wish,
 * or what nobody understands. Lives on the dialogue thread.
 */
final class Wishes {
    private static final Pattern SENTENCE_END = Pattern.compile("[。！!]+");

    private final WishFinder finder;
    private final Guesses guesses;
    private final Doubt doubt;
    private final Settlement settlement;
    private final EarlierWishes earlier;
    private final Prohibitions prohibitions;
    private final Ellipsis ellipsis;
    private final Fulfilment fulfilment;
    private final Weighed weighed;
    private final SiteAnswers siteAnswers;
    private final Repair repair;
    private final Topic topic;
    private final Questions questions;
    private final Scripts scripts;
    private final Consent consent;
    private final Sentences sentences;

    Wishes(
            WishFinder finder,
            Guesses guesses,
            Doubt doubt,
            Settlement settlement,
            EarlierWishes earlier,
            Prohibitions prohibitions,
            Ellipsis ellipsis,
            Fulfilment fulfilment,
            Weighed weighed,
            SiteAnswers siteAnswers,
            Repair repair,
            Topic topic,
            Questions questions,
            Scripts scripts,
            Consent consent,
            Sentences sentences) {
        this.finder = finder;
        this.guesses = guesses;
        this.doubt = doubt;
        this.settlement = settlement;
        this.earlier = earlier;
        this.prohibitions = prohibitions;
        this.ellipsis = ellipsis;
        this.fulfilment = fulfilment;
        this.weighed = weighed;
        this.siteAnswers = siteAnswers;
        this.repair = repair;
        this.topic = topic;
        this.questions = questions;
        this.scripts = scripts;
        this.consent = consent;
        this.sentences = sentences;
    }

    /** Answer what was said to the robot. */
    void heard(String text) {
        ZonedDateTime begun = fulfilment.now();
        topic.spoken();
        if (questions.open().isEmpty() && consent.isMereYes(text) && !ellipsis.isBare(text)) {
            // 「うん」 when nothing was asked is no more than a sign that one listens.
            fulfilment.tellNotUnderstood(fulfilment.since(begun));
            return;
        }
        Optional<String> rest = answered(text);
        if (rest.isPresent()) {
            repair.understood();
            heard(rest.get());
        } else if (isTaken(text, begun)) {
            repair.understood();
            scripts.returnToQuestion();
        } else if (questions.open().isEmpty() && consent.isMereAnswer(text)) {
            fulfilment.tellNotUnderstood(fulfilment.since(begun));
        } else {
            repair.notUnderstood(text, fulfilment.since(begun));
        }
    }

    /** In this order: what is surely an answer or about an earlier wish goes before what it may be by itself. */
    private boolean isTaken(String text, ZonedDateTime begun) {
        List<Wish> wishes = wishes(text);
        return settlement.isReached(text, wishes, begun)
                || earlier.areMeant(text, wishes)
                || settlement.isReachedInOtherWords(text, wishes)
                || (questions.open().isEmpty() && prohibitions.goBefore(text, wishes))
                || (areAtMostAsked(wishes) && fromDocuments(text, begun))
                || carriesOut(text, wishes)
                || settlement.isReachedAtLast(text, begun)
                || goesOn(text)
                || (questions.open().isEmpty() && prohibitions.areHeeded(text))
                || errsOnTheSafeSide(text)
                || fromDocuments(text, begun)
                || isTalk(text);
    }

    /** 「ラウンジはどこですか」 is like 「ここはどこですか」: what the site has to say of it is worth more. */
    private boolean areAtMostAsked(List<Wish> wishes) {
        return !wishes.isEmpty()
                && wishes.stream().allMatch(wish -> weighed.isUnsure(wish) && weighed.isAtMostAsked(wish));
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

    /** What an utterance leaves out was said before; what is not sure may be a call for help. */
    private List<Wish> wishes(String text) {
        List<Wish> said = finder.wishes(text);
        if (said.stream().anyMatch(weighed::isUrgent)) {
            return said;
        }
        Optional<Wish> help = mayBeGuessed(text) && said.stream().noneMatch(Wish::isSure)
                ? guesses.callForHelp(text, !said.isEmpty())
                : Optional.empty();
        return help.or(() -> ellipsis.wish(text, said)).map(List::of).orElse(said);
    }

    private boolean carriesOut(String text, List<Wish> wishes) {
        if (wishes.isEmpty() || settlement.takesAnyWords(text, wishes)) {
            return false;
        }
        if (!asksForSlot() && !questions.insists() && earlier.areGivenBareValue(text, wishes)) {
            return true;
        }
        if (settlement.isAskedFor(wishes)) {
            return settlement.isReachedBy(wishes.get(0), text);
        }
        Optional<Question> before = questions.open();
        settlement.giveWayTo(wishes);
        if (before.isEmpty() && wishes.size() == 1 && doubt.asks(wishes.get(0))) {
            return true;
        }
        wishes.forEach(earlier::carryOut);
        if (before.isPresent() && questions.open().equals(before)) {
            questions.comeBack(sentences.say("return"));
        }
        return true;
    }

    private boolean goesOn(String text) {
        return (!asksForSlot() && earlier.areFollowedUp(text)) || earlier.areWaitedFor(text);
    }

    /**
     * Of what is clear in no way, a refusal and a word to a person are not waited with; a question that is open stays
     * so, and nothing earlier is put right or taken back upon a guess.
     */
    private boolean errsOnTheSafeSide(String text) {
        Optional<Wish> likeliest = mayBeGuessed(text) ? guesses.erringOnTheSafeSide(text) : Optional.empty();
        likeliest.filter(wish -> !doubt.asks(wish)).ifPresent(wish -> fulfilment.understood(wish, false));
        return likeliest.isPresent();
    }

    private boolean mayBeGuessed(String text) {
        return questions.open().isEmpty() && !consent.isMereAnswer(text);
    }

    /** Answer from the site's documents what no skill takes. */
    private boolean fromDocuments(String text, ZonedDateTime begun) {
        Optional<SiteAnswers.Found> found = asksForSlot() ? Optional.empty() : siteAnswers.to(text);
        found.ifPresent(answer -> fulfilment.begin(
                new Wish(SiteAnswers.INTENT, answer.slots(), Map.of(), answer.score(), fulfilment.since(begun), text),
                SiteAnswers.ANSWER,
                answer.reply()));
        return found.isPresent();
    }

    private boolean isTalk(String text) {
        Optional<Wish> remark = questions.open().isEmpty() ? guesses.remark(text) : Optional.empty();
        remark.ifPresent(wish -> fulfilment.understood(wish, false));
        return remark.isPresent();
    }

    private boolean asksForSlot() {
        return questions.open().filter(Question.Slot.class::isInstance).isPresent();
    }
}
