package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Find out what a person wishes and have a skill answer it; lives on the dialogue thread. */
final class Wishes {
    /** The intent of a skill that answers who declines what the robot offered. */
    private static final String CANCEL_OFFER = "cancel_offer";

    private static final Duration AGAIN = Duration.ofMillis(200);

    private final Clauses clauses = new Clauses();
    private final Skills skills;
    private final Site site;
    private final Dialogue.Language language;
    private final SlotFilling filling;
    private final SiteAnswers siteAnswers;
    private final Lanes lanes;
    private final Turns turns;
    private final Speech speech;
    private final Questions questions;
    private final Replies replies;
    private final Sentences sentences;
    /** What a yes to the open question would mean, if the robot asked it before the agent began. */
    private @Nullable Wish offered;
    /** The turn whose first wish set something in motion. */
    private long turnOfMotion = -1;
    /** Counts what is said: a wish that waits is forgotten when something else is. */
    private long waiting;

    /** What was understood; before its slots are filled, what stood in the phrase's holes. */
    private record Wish(
            String intent,
            Map<String, String> slots,
            Map<String, String> words,
            double score,
            Duration took,
            String text) {
        Wish with(Map<String, String> others, Map<String, String> said) {
            return new Wish(intent, others, said, score, took, text);
        }
    }

    Wishes(
            Skills skills,
            Site site,
            Dialogue.Language language,
            SlotFilling filling,
            SiteAnswers siteAnswers,
            Lanes lanes,
            Turns turns,
            Speech speech,
            Questions questions,
            Replies replies,
            Sentences sentences) {
        this.skills = skills;
        this.site = site;
        this.language = language;
        this.filling = filling;
        this.siteAnswers = siteAnswers;
        this.lanes = lanes;
        this.turns = turns;
        this.speech = speech;
        this.questions = questions;
        this.replies = replies;
        this.sentences = sentences;
    }

    /**
     * Await the answer to what the robot had said before: a yes to an offer is the wish that it names.
     *
     * <p>What nobody can answer (「お水です。」) is left alone.
     */
    void awaitAnswer(String said) {
        Offers offers =
                new Offers(language.interpreter(), intent -> skills.find(intent).isPresent());
        offered = offers.offered(said)
                .map(match -> wish(match, Duration.ZERO, said))
                .orElse(null);
        if (offered == null && !offers.canBeDeclined(said)) {
            return;
        }
        boolean guarded = offered != null && acts(offered).anyMatch(replies::needsYes);
        questions.expect(
                new Question.YesNo(said, guarded, this::agreed, () -> declinedOffer(said), () -> offered = null));
    }

    private void agreed() {
        Wish wish = offered;
        offered = null;
        if (wish == null) {
            notUnderstood(Duration.ZERO);
        } else {
            fill(wish, true);
        }
    }

    /** A skill may have words of its own for it. */
    private void declinedOffer(String said) {
        offered = null;
        if (skills.find(CANCEL_OFFER).isPresent()) {
            fill(new Wish(CANCEL_OFFER, Map.of(), Map.of(), 1, Duration.ZERO, said), false);
        } else {
            speech.say(sentences.say("declined"));
        }
    }

    /** Answer what was said to the robot. */
    void heard(String text) {
        waiting++;
        Instant begun = lanes.clock().instant();
        List<Wish> wishes = wishes(text);
        if (!wishes.isEmpty()) {
            questions.drop();
            wishes.forEach(wish -> fill(wish, false));
        } else if (fillsOffer(text)) {
            questions.close();
        } else if (questions.open().orElse(null) instanceof Question.Slot slot) {
            fill(slot, text, since(begun));
        } else if (!impliesAnswer(text) && !fromDocuments(text, begun)) {
            notUnderstood(since(begun));
        }
    }

    /** Answer from the site's documents what no skill takes. */
    private boolean fromDocuments(String text, Instant begun) {
        Optional<SiteAnswers.Found> found = siteAnswers.to(text);
        found.ifPresent(answer -> {
            Wish wish = new Wish(SiteAnswers.INTENT, answer.slots(), Map.of(), answer.score(), since(begun), text);
            tell(wish, SiteAnswers.ANSWER);
            replies.begin(SiteAnswers.ANSWER, answer.reply(), turn(wish), false);
        });
        return found.isPresent();
    }

    /** A bare value answers the question in which the robot offered something: 「何時にお持ちしましょうか」, 「三時」. */
    private boolean fillsOffer(String text) {
        Wish wish = offered;
        if (wish == null || questions.open().isEmpty()) {
            return false;
        }
        for (Slot<?> slot : answer(wish).intent().slots()) {
            Optional<Found> found =
                    slot.kind() instanceof Slot.Kind.Words ? Optional.empty() : filling.answer(slot, text, now());
            if (found.isPresent()) {
                offered = null;
                fill(new Wish(wish.intent, wish.slots, Map.of(), 1, wish.took, wish.text + "、" + text), true);
                return true;
            }
        }
        return false;
    }

    private boolean impliesAnswer(String text) {
        return questions.settle(question -> language.consent().implied(question, text));
    }

    /**
     * Do what somebody else was asked, where a skill can: 「看護師さん、トイレ」. What is mere talk stays between them.
     *
     * @param rest the text without the call
     */
    void heardForOther(String rest) {
        Instant begun = lanes.clock().instant();
        Optional<Wish> wish = wish(rest).filter(this::leadsToAnAct);
        if (wish.isPresent()) {
            questions.drop();
            fill(wish.get(), false);
        } else {
            tellNotUnderstood(since(begun));
        }
    }

    /**
     * Call help for what was said beside the robot, where a skill would at once; all else stays between the speakers.
     */
    void overheard(String text) {
        Instant begun = lanes.clock().instant();
        Optional<Wish> wish = wish(text).filter(each -> acts(each).anyMatch(Wishes::isEmergency));
        if (wish.isPresent()) {
            fill(wish.get(), false);
        } else {
            tellNotUnderstood(since(begun));
        }
    }

    /** Give what is wished for, in order: several things only where each part of the sentence is a wish of its own. */
    private List<Wish> wishes(String text) {
        Optional<Wish> whole = wish(text);
        for (Clauses.Parts parts : clauses.parts(filling.meant(text))) {
            Optional<Wish> first = wish(parts.first());
            List<Wish> rest = first.isPresent() ? wishes(parts.rest()) : List.of();
            if (first.isPresent() && !rest.isEmpty() && areSeveral(first.get(), rest, whole, parts)) {
                List<Wish> all = new ArrayList<>(List.of(first.get()));
                all.addAll(rest);
                return all;
            }
        }
        return whole.stream().toList();
    }

    private boolean areSeveral(Wish first, List<Wish> rest, Optional<Wish> whole, Clauses.Parts parts) {
        boolean differ = rest.stream().noneMatch(other -> other.intent.equals(first.intent));
        boolean wholeIsOneOfThem = whole.isEmpty()
                || whole.get().intent.equals(first.intent)
                || rest.stream().anyMatch(other -> other.intent.equals(whole.get().intent));
        // 「寒いから毛布を」 is one wish; 「膝が痛いので看護師さんを」 is a report that somebody has to hear of, and a wish.
        boolean counts = (!parts.reason() && language.cues().asks(parts.first())) || isTold(first);
        boolean restCounts = language.cues().asks(parts.rest()) || isTold(rest.get(0));
        return differ && wholeIsOneOfThem && counts && restCounts;
    }

    private boolean isTold(Wish wish) {
        return acts(wish).anyMatch(act -> act instanceof Action.CallHuman || act instanceof Action.Notify);
    }

    private Stream<Action> acts(Wish wish) {
        try {
            return answer(wish).to(turn(wish)).actions();
        } catch (RuntimeException e) {
            // Told as a fault once the wish is carried out.
            return Stream.empty();
        }
    }

    private static boolean isEmergency(Action action) {
        return action instanceof Action.CallHuman call && call.urgent();
    }

    private Optional<Wish> wish(String text) {
        Instant begun = lanes.clock().instant();
        List<Match> matches = language.interpreter().interpret(language.places().written(text));
        Duration took = since(begun);
        return matches.stream()
                .filter(match -> skills.find(match.intent()).isPresent())
                .findFirst()
                .map(match -> wish(match, took, text));
    }

    private static Wish wish(Match match, Duration took, String text) {
        return new Wish(match.intent(), match.slots(), Map.of(), match.score(), took, text);
    }

    private void fill(Question.Slot asked, String text, Duration took) {
        if (language.cues().answer(text).equals(Optional.of(false))) {
            questions.close();
            speech.say(sentences.say("declined"));
            return;
        }
        Slot<?> slot = slot(asked);
        Optional<Found> found = answer(slot, asked.about().words().getOrDefault(asked.slot(), ""), text);
        if (found.isPresent()) {
            questions.close();
            Map<String, String> slots = new HashMap<>(asked.about().slots());
            Map<String, String> words = new HashMap<>(asked.about().words());
            slots.put(asked.slot(), found.get().values().get(0));
            words.put(asked.slot(), text);
            understood(new Wish(asked.about().intent(), slots, words, 1, took, text), false);
        } else if (slot.kind() instanceof Slot.Kind.Here) {
            questions.close();
            tellNotUnderstood(took);
            speech.say(sentences.say("unknown-place"));
        } else {
            notUnderstood(took);
        }
    }

    private Slot<?> slot(Question.Slot asked) {
        Optional<Slot<?>> declared = skills.find(asked.about().intent()).stream()
                .flatMap(answer -> answer.intent().slots().stream())
                .filter(slot -> slot.name().equals(asked.slot()))
                .findFirst();
        boolean place = asked.slot().equals(PlaceSlots.PLACE);
        return declared.orElseGet(() -> place ? Slot.place(PlaceSlots.PLACE) : Slot.text(asked.slot()));
    }

    /**
     * Read the answer for a slot.
     *
     * @param before what was said of it already: 「午後です」 settles 8時
     */
    private Optional<Found> answer(Slot<?> slot, String before, String text) {
        Found asSaid = new Found(new Span(0, text.length()), text);
        if (slot.kind() instanceof Slot.Kind.Words) {
            return Optional.of(asSaid);
        }
        Optional<Found> found = filling.answer(slot, text, now());
        if (found.isEmpty() && !before.isEmpty()) {
            found = filling.answer(slot, text + "、" + before, now());
        }
        return found.isEmpty() && slot.kind() instanceof Slot.Kind.Person ? Optional.of(asSaid) : found;
    }

    /**
     * Fill the slots of a wish; a place that the site does not have is asked for, and which half of the day is meant.
     */
    private void fill(Wish wish, boolean agreed) {
        SlotFilling.Filled filled = filling.fill(
                answer(wish).intent(), wish.slots, language.places().written(wish.text), now());
        Wish whole = wish.with(filled.slots(), filled.words());
        SlotFilling.Open open = filled.open().orElse(null);
        if (open == null) {
            understood(whole, agreed);
        } else if (open.values().isEmpty() && !language.cues().asks(wish.text)) {
            notUnderstood(wish.took);
        } else {
            tellNotUnderstood(wish.took);
            questions.ask(new Question.Slot(question(open), open.slot(), turn(whole)));
        }
    }

    private String question(SlotFilling.Open open) {
        return open.values().isEmpty()
                ? sentences.say("which-place", Map.of(PlaceSlots.PLACE, open.said()))
                : sentences.say("which-half", Map.of("time", open.said()));
    }

    /**
     * Answer a wish.
     *
     * @param agreed whether the person has said yes to it already
     */
    private void understood(Wish wish, boolean agreed) {
        Skills.Answer answer = answer(wish);
        tell(wish, answer);
        Turn asked = turn(wish);
        Reply reply;
        try {
            reply = answer.to(asked);
        } catch (RuntimeException e) {
            // Only the class: the message may quote the person.
            turns.fault(
                    "skill " + answer.skill().name(),
                    "intent " + wish.intent + " failed with " + e.getClass().getName());
            reply = Reply.say(sentences.say("fault"));
        }
        begin(answer, reply, asked, agreed, waiting);
    }

    /**
     * Begin a reply; one that moves waits until the wish before it is done, unless something else is said meanwhile.
     */
    private void begin(Skills.Answer answer, Reply reply, Turn about, boolean agreed, long since) {
        if (since != waiting) {
            return;
        }
        if (turnOfMotion == turns.current() && reply.actions().anyMatch(Action::moves) && !replies.isIdle()) {
            lanes.after(AGAIN, () -> begin(answer, reply, about, agreed, since));
            return;
        }
        if (reply.actions().anyMatch(Action::moves)) {
            turnOfMotion = turns.current();
        }
        replies.begin(answer, reply, about, agreed);
    }

    private void notUnderstood(Duration took) {
        tellNotUnderstood(took);
        if (!questions.repeatOnce()) {
            speech.say(sentences.say("not-understood"));
        }
    }

    private void tell(Wish wish, Skills.Answer answer) {
        String skill = answer.skill().name();
        turns.emit((turn, at) ->
                new DialogueEvent.Understood(turn, at, skill, wish.intent, wish.slots, wish.score, wish.took));
    }

    private void tellNotUnderstood(Duration took) {
        turns.emit((turn, at) -> new DialogueEvent.NotUnderstood(turn, at, took));
    }

    private boolean leadsToAnAct(Wish wish) {
        try {
            return answer(wish).to(turn(wish)).actions().findAny().isPresent();
        } catch (RuntimeException e) {
            // Told as a fault once the wish is carried out.
            return true;
        }
    }

    private Skills.Answer answer(Wish wish) {
        return skills.find(wish.intent).orElseThrow();
    }

    private Turn turn(Wish wish) {
        return new Turn(wish.text, wish.intent, wish.slots, wish.words, site.speaker(), speech.lastSaid(), now());
    }

    private ZonedDateTime now() {
        return lanes.clock().instant().atZone(site.zone());
    }

    private Duration since(Instant begun) {
        return Duration.between(begun, lanes.clock().instant());
    }
}
