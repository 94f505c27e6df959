package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.language.Interpretation;
import dev.aizuchi.language.Interpretation.Candidate;
import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Slot;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tell what a sentence may mean that is not clear; lives on the dialogue thread. */
final class Guesses {
    /** So likely must an intent be that the robot asks for it by yes or no. */
    private static final double WORTH_ASKING = 0.2;

    private static final int MOST_GUESSES = 2;

    /**
     * So likely must be what one errs towards, the graver it is to leave it undone the less; chosen on development
     * sets. A call for help: where nothing else was understood, where something was, and where something is asked for.
     */
    private static final double URGENT = 0.1;

    private static final double URGENT_BESIDE = 0.4;
    private static final double URGENT_IN_REQUEST = 0.6;
    private static final double CALLED = 0.35;
    private static final double REFUSED = 0.2;
    private static final double TOLD = 0.2;
    private static final double NEVER = 2;
    /** So likely must be what stands against a remark's being no more than that, unless somebody may be in need. */
    private static final double MORE_THAN_A_REMARK = 0.5;

    /** What is told and wishes for nothing is talk by its form alone. */
    private static final double REMARKED = 0.5;

    /** So likely must a sentence be any of the robot's business: 「ふがふが、もごもご」 calls nobody. */
    private static final double NO_NONSENSE = 0.55;
    /** The same, where somebody may be in need. */
    private static final double PERHAPS_OURS = 0.5;

    private static final Set<Interpretation.Objection> NO_ORDER =
            Set.of(Interpretation.Objection.OTHER_ACT, Interpretation.Objection.OTHER_STATEMENT);

    private final Skills skills;
    private final Dialogue.Language language;
    private final SlotFilling filling;
    private final Fulfilment fulfilment;
    private final Weighed weighed;
    private final Predicate<Action> moves;
    private final Lanes lanes;
    private final Sentences sentences;
    private final Pattern remark;

    Guesses(
            DataFile data,
            Skills skills,
            Dialogue.Language language,
            SlotFilling filling,
            Fulfilment fulfilment,
            Weighed weighed,
            Predicate<Action> moves,
            Lanes lanes,
            Sentences sentences) {
        this.skills = skills;
        this.language = language;
        this.filling = filling;
        this.fulfilment = fulfilment;
        this.weighed = weighed;
        this.moves = moves;
        this.lanes = lanes;
        this.sentences = sentences;
        remark = data.pattern("remark");
    }

    private Interpretation judged(String text) {
        return language.interpreter().explain(language.places().written(filling.meant(text)));
    }

    /** Write a phrase as the robot may say it. */
    String quoted(String phrase) {
        return language.standard().quoted(phrase);
    }

    /** Give the question whether an intent is meant, where there is one in the language of the talk. */
    Optional<String> offer(String intent) {
        return skills.offers(intent).filter(sentences.language()::isOf).findFirst();
    }

    /** Give what was likeliest meant, the best first, where no rule speaks against it. */
    List<Candidate> likeliest(String text) {
        return judged(text).candidates().stream()
                .filter(each -> each.objections().isEmpty()
                        && skills.find(each.intent()).isPresent())
                .toList();
    }

    /**
     * Give what a sentence that was not clear is taken for where the mistake would be a small one: a refusal, a word to
     * a person. What moves the robot is never one of them. Its slots are filled, and it is to be carried out as it
     * stands.
     */
    Optional<Wish> erringOnTheSafeSide(String text) {
        Interpretation judged = judged(text);
        return judged.candidates().stream()
                .limit(1)
                .filter(each -> judged.belongs() >= NO_NONSENSE && mayBeMeant(each))
                .flatMap(each -> erring(each, text).stream())
                .findFirst();
    }

    /**
     * Give the call for help that a sentence may be though something else is likelier: a call too many costs a look,
     * one too few may cost much more.
     *
     * @param understood whether something else was understood
     */
    Optional<Wish> callForHelp(String text, boolean understood) {
        Interpretation judged = judged(text);
        boolean asksForAct = fulfilment.requests(text) && fulfilment.orders(text);
        double least = asksForAct ? URGENT_IN_REQUEST : understood ? URGENT_BESIDE : URGENT;
        return judged.candidates().stream()
                .filter(each -> each.score() >= least && judged.belongs() >= PERHAPS_OURS && mayBeMeant(each))
                .map(each -> filled(each, text))
                .filter(wish -> weighed.isUrgent(wish) && weighed.acts(wish).noneMatch(moves))
                .findFirst();
    }

    /** There is a skill for it, and it is not the contrary of what was said. */
    private boolean mayBeMeant(Candidate candidate) {
        return skills.find(candidate.intent()).isPresent()
                && !candidate.objections().contains(Interpretation.Objection.CONTRARY);
    }

    /** With its values it may be another act than without: none, where no place is named, and a way to go. */
    private Optional<Wish> erring(Candidate candidate, String text) {
        return Optional.of(filled(candidate, text)).filter(one -> one.score() >= leastToErr(one, candidate));
    }

    private Wish filled(Candidate candidate, String text) {
        return fulfilment.filled(
                new Wish(candidate.intent(), Map.of(), Map.of(), candidate.score(), Duration.ZERO, text));
    }

    private double leastToErr(Wish wish, Candidate candidate) {
        if (weighed.acts(wish).anyMatch(moves)) {
            return NEVER;
        }
        if (isRemark(wish.text())) {
            return MORE_THAN_A_REMARK;
        }
        if (weighed.acts(wish).anyMatch(Action.CallHuman.class::isInstance)) {
            return CALLED;
        }
        if (weighed.isRefused(wish)) {
            return REFUSED;
        }
        boolean tells = Collections.disjoint(candidate.objections(), NO_ORDER)
                && weighed.tells(wish)
                && weighed.acts(wish).allMatch(Action::isWordToPerson);
        return tells ? TOLD : NEVER;
    }

    /** Give what may have been meant where that is not clear, the likeliest first; nothing where nothing is likely. */
    List<Candidate> worthAsking(String text) {
        Interpretation judged = language.interpreter().explain(language.places().written(text));
        boolean unclear = judged.verdict() == Interpretation.Verdict.UNDECIDED
                || judged.verdict() == Interpretation.Verdict.NOT_UNDERSTOOD;
        return judged.candidates().stream()
                .filter(each -> unclear && each.score() >= WORTH_ASKING)
                .filter(each ->
                        offer(each.intent()).isPresent() || (!each.phrase().contains("{") && namesNoOther(each, text)))
                .filter(each -> skills.find(each.intent()).isPresent()
                        && weighed.isMoreThanTalk(Wish.implied(each.intent(), Duration.ZERO, text)))
                .limit(MOST_GUESSES)
                .toList();
    }

    /**
     * Take what is told and wishes for nothing as talk, 「きょうの煮物、味がよく染みてたわ」, where a skill talks and nothing else may
     * have been meant.
     */
    Optional<Wish> remark(String text) {
        return skills.remarks()
                .filter(any -> isRemark(text)
                        && worthAsking(text).stream().noneMatch(each -> each.score() >= MORE_THAN_A_REMARK))
                .map(intent -> new Wish(intent, Map.of(), Map.of(), REMARKED, Duration.ZERO, text));
    }

    private boolean isRemark(String text) {
        return remark.matcher(text).find() && !fulfilment.orders(text) && !fulfilment.requests(text);
    }

    /** Nobody is asked for 「中村さんをお願いします」 who spoke of somebody else. */
    private boolean namesNoOther(Candidate guess, String text) {
        List<Slot<?>> slots = skills.slots(guess.intent()).toList();
        Heard phrase =
                filling.heard(guess.phrase(), slots, lanes.clock().instant().atZone(ZoneOffset.UTC));
        return Stream.concat(
                        phrase.values().stream().map(Heard::span),
                        phrase.people().stream().map(Found::span))
                .allMatch(span -> text.contains(span.of(phrase.text())));
    }
}
