package dev.aizuchi.core;

import dev.aizuchi.japanese.Cues;
import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.robot.Action;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Find what a person wishes in what was said; lives on the dialogue thread. */
final class WishFinder {
    /** So likely must each part of a sentence be a wish, where the whole is one too, and where it is none. */
    private static final double SURE_PART = 0.75;

    private static final double LIKELY_PART = 0.5;

    private final Clauses clauses = new Clauses();
    private final Pattern saidAgain;
    private final Pattern notThat;
    private final Skills skills;
    private final Dialogue.Language language;
    private final SlotFilling filling;
    private final Fulfilment fulfilment;
    private final Weighed weighed;
    private final Addressee addressee;
    private final Ellipsis ellipsis;
    private final Lanes lanes;

    WishFinder(
            DataFile data,
            Skills skills,
            Dialogue.Language language,
            SlotFilling filling,
            Fulfilment fulfilment,
            Weighed weighed,
            Addressee addressee,
            Ellipsis ellipsis,
            Lanes lanes) {
        saidAgain = data.pattern("said again");
        notThat = data.pattern("not that");
        this.skills = skills;
        this.language = language;
        this.filling = filling;
        this.fulfilment = fulfilment;
        this.weighed = weighed;
        this.addressee = addressee;
        this.ellipsis = ellipsis;
        this.lanes = lanes;
    }

    /** Give what is wished for, in order: several things only where each part of the sentence is a wish of its own. */
    List<Wish> wishes(String text) {
        List<Wish> instead = butThat(text);
        if (!instead.isEmpty()) {
            return instead;
        }
        Optional<Wish> whole = wish(text);
        for (Clauses.Parts parts : clauses.parts(filling.meant(text))) {
            Optional<Wish> first = firstPart(parts.first());
            List<Wish> rest = first.isPresent() ? wishes(parts.rest()) : List.of();
            if (first.isPresent() && parts.joined() && areOne(first.get(), rest)) {
                return List.of(first.get().followedBy(parts.rest()));
            }
            if (first.isPresent()
                    && !rest.isEmpty()
                    && areSeveral(first.get(), rest, whole, parts)
                    && !isValue(parts, first.get(), text)) {
                List<Wish> all = new ArrayList<>(List.of(first.get()));
                all.addAll(rest);
                // 「なあなあ、起こしてくれへん」: the call goes before the wish, and is none beside it.
                List<Wish> more =
                        all.stream().filter(wish -> !weighed.isChat(wish)).toList();
                return urgentFirst(more.isEmpty() ? all : more);
            }
        }
        return whole.filter(weighed::isChat).flatMap(chat -> besideChat(text)).or(() -> whole).stream()
                .toList();
    }

    /** 「毛布はもういい、枕をくれんか」: a pillow, and nothing of the blanket. */
    private List<Wish> butThat(String text) {
        Matcher not = notThat.matcher(text);
        if (!not.lookingAt()) {
            return List.of();
        }
        String rest = text.substring(not.end());
        return fulfilment.requests(rest) ? wishes(rest) : List.of();
    }

    /** 「消して」, in 「消して、一メートル下がれ」, may be of what was spoken of before. */
    private Optional<Wish> firstPart(String text) {
        Optional<Wish> bare = fulfilment.orders(text) ? ellipsis.ofBareVerb(text) : Optional.empty();
        return Stream.concat(wish(text).stream(), bare.stream()).max(Comparator.comparingDouble(Wish::score));
    }

    /** 「もう寝るけえ、ベッド平らにしてくれ」: a good night, and what is wished for beside it. */
    private Optional<Wish> besideChat(String text) {
        return Stream.of(text.split("[、。！!？?\\s]+"))
                .filter(part -> part.length() < text.length())
                .flatMap(part -> wish(part).stream())
                .filter(wish -> wish.score() >= LIKELY_PART && !weighed.isChat(wish))
                .findFirst();
    }

    /**
     * Beside a call for help only what is surely wished for counts, 「お茶をこぼして、やけどした」, or what is told by its values. Of
     * a sentence of which a part is refused, nothing else is done: 「電線をまたいで先へ進め」.
     */
    private List<Wish> urgentFirst(List<Wish> wishes) {
        List<Wish> urgent = wishes.stream().filter(weighed::isUrgent).toList();
        Optional<Wish> refused = wishes.stream()
                .filter(wish -> weighed.isRefused(wish) && !urgent.contains(wish))
                .findFirst();
        if (refused.isPresent()) {
            return Stream.concat(urgent.stream(), refused.stream()).toList();
        }
        if (urgent.isEmpty()) {
            return wishes;
        }
        Stream<Wish> others =
                wishes.stream().filter(wish -> !urgent.contains(wish) && (wish.isSure() || isRecord(wish)));
        return Stream.concat(urgent.stream(), others).toList();
    }

    /** Give the one thing that is wished for. */
    Optional<Wish> wish(String text) {
        Instant begun = lanes.clock().instant();
        String once = saidAgain.matcher(text).replaceFirst("");
        List<Match> matches = matches(once.isEmpty() ? text : once);
        Duration took = Duration.between(begun, lanes.clock().instant());
        return matches.stream()
                .filter(match -> skills.find(match.intent()).stream()
                        .allMatch(answer -> filling.namesPeople(answer.intent(), match.slots(), text)))
                .filter(match -> skills.find(match.intent()).isPresent())
                .findFirst()
                .map(match -> Wish.of(match, took, text));
    }

    /** As the person's own dialect has it, if that makes sense; false friends are told apart by who speaks. */
    private List<Match> matches(String text) {
        return addressee
                .standard(text)
                .map(this::understood)
                .filter(matches -> !matches.isEmpty())
                .orElseGet(() -> asItStandsOrInStandard(text));
    }

    /** 「お便所行きてゃあもんで」 is clearer in the standard language, 「痛み止めば持ってきてくれんね」 is understood in it alone. */
    private List<Match> asItStandsOrInStandard(String text) {
        List<Match> asItStands = understood(text);
        String standard = language.standard().of(text);
        boolean clear = !asItStands.isEmpty() && !language.standard().isDialect(text);
        if (clear || standard.equals(text)) {
            return asItStands;
        }
        List<Match> inStandard = understood(standard);
        return score(inStandard) > score(asItStands) ? inStandard : asItStands;
    }

    private static double score(List<Match> matches) {
        return matches.stream().mapToDouble(Match::score).findFirst().orElse(0);
    }

    private List<Match> understood(String text) {
        return language.interpreter().interpret(meant(text));
    }

    /** Write in the site's spelling what is left without what the speaker took back. */
    private String meant(String text) {
        return language.places().written(filling.meant(text));
    }

    /** 「担当の看護師さん、家はどのへん？電話番号も知りたいな」: what each sentence says, all of it says. */
    private boolean areOne(Wish first, List<Wish> rest) {
        return rest.size() == 1
                && rest.get(0).intent().equals(first.intent())
                && first.score() >= LIKELY_PART
                && rest.get(0).score() >= LIKELY_PART
                && !areOfTwoThings(first, rest.get(0));
    }

    /** 「眼鏡と本を持ってきて」: the same deed, and the robot would speak of another thing in doing it. */
    private boolean areOfTwoThings(Wish one, Wish other) {
        if (!one.intent().equals(other.intent())) {
            return false;
        }
        Wish first = fulfilment.filled(one);
        Wish second = fulfilment.filled(other);
        return first.slots().entrySet().stream().anyMatch(slot -> {
            String value = second.slots().getOrDefault(slot.getKey(), slot.getValue());
            return !value.equals(slot.getValue())
                    && isDoneAtOnce(first, slot.getValue())
                    && isDoneAtOnce(second, value);
        });
    }

    private boolean isDoneAtOnce(Wish wish, String thing) {
        return weighed.speaksOf(wish, thing)
                && weighed.actsAtOnce(wish).findAny().isPresent();
    }

    /** 「負傷者二名、A区画」: what follows is where they are. */
    private boolean isValue(Clauses.Parts parts, Wish first, String text) {
        return !parts.joined()
                && fulfilment
                        .filled(Wish.implied(first.intent(), Duration.ZERO, filling.meant(text)))
                        .words()
                        .containsValue(parts.rest());
    }

    private boolean areSeveral(Wish first, List<Wish> rest, Optional<Wish> whole, Clauses.Parts parts) {
        double least = Stream.concat(Stream.of(first), rest.stream())
                .mapToDouble(Wish::score)
                .min()
                .orElse(0);
        if (least < (whole.isPresent() ? SURE_PART : LIKELY_PART)) {
            return false;
        }
        boolean differ =
                rest.stream().allMatch(other -> !other.intent().equals(first.intent()) || areOfTwoThings(first, other));
        boolean wholeIsOneOfThem = parts.joined()
                || whole.isEmpty()
                || whole.get().intent().equals(first.intent())
                || rest.stream()
                        .anyMatch(other -> other.intent().equals(whole.get().intent()));
        // 「寒いから毛布を」 is one wish; 「膝が痛いので看護師さんを」 is a report that somebody has to hear of, and a wish.
        Cues cues = language.cues();
        boolean counts = parts.joined() || (!parts.reason() && cues.asks(parts.first())) || weighed.tells(first);
        boolean restCounts = parts.joined() || cues.asks(parts.rest()) || weighed.tells(rest.get(0));
        return differ && wholeIsOneOfThem && counts && restCounts;
    }

    /** 「負傷者二名」: with its values, what a robot does of its own kind may well be a record. */
    private boolean isRecord(Wish wish) {
        return weighed.acts(wish).allMatch(act -> act instanceof Action.Own || !act.moves())
                && !fulfilment.filled(wish).slots().isEmpty();
    }
}
