package dev.aizuchi.core;

import dev.aizuchi.japanese.Corrections;
import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.kana.Confusions;
import dev.aizuchi.japanese.kana.KanaDistance;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.value.FoundValue;
import dev.aizuchi.japanese.value.Kind;
import dev.aizuchi.japanese.value.Values;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Vocabulary;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Find what an utterance says for the slots of an intent, each value in its one spelling on the wire. Lives on the
 * dialogue thread.
 *
 * <p>A phrase's hole comes first, then the whole utterance by the slot's kind. What the speaker took back does not
 * count. Any text is taken.
 */
final class SlotFilling {
    private final Analysers analysers = Analysers.SHARED;
    private final Times times;
    private final Amounts amounts;
    private final PeopleNamed people;
    private final CompaniesNamed companies;
    private final PlaceSlots places;
    private final Pattern changedTo;
    private final Pattern notThis;
    private final Set<String> same;
    private final Map<Vocabulary, ThingsNamed> things = new HashMap<>();

    /** What takes apart any text; made once, since each agent of hundreds of tests would wait for it. */
    private record Analysers(Morphology morphology, Corrections corrections, Values values, KanaDistance distance) {
        private static final Analysers SHARED = of(new Morphology());

        static Analysers of(Morphology morphology) {
            return new Analysers(
                    morphology,
                    new Corrections(morphology),
                    new Values(morphology),
                    new KanaDistance(Confusions.usual()));
        }
    }

    /**
     * Hold what was found.
     *
     * @param slots the values on the wire
     * @param words as they were said, also of those that are open
     * @param open the first slot whose value could not be settled
     */
    record Filled(Map<String, String> slots, Map<String, String> words, Optional<Open> open) {
        Filled {
            slots = Map.copyOf(slots);
            words = Map.copyOf(words);
        }
    }

    /**
     * Hold what has to be asked.
     *
     * @param slot the name
     * @param said the words that name no value, or more than one
     * @param values what they may mean; empty where the site knows nothing of the name
     */
    record Open(String slot, String said, List<String> values) {
        Open {
            values = List.copyOf(values);
        }
    }

    SlotFilling(PlaceSlots places, Lexicon lexicon, List<String> robotNames) {
        DataFile data = DataFile.read(SlotFilling.class, "slots.txt");
        this.places = places;
        times = new Times(data);
        amounts = new Amounts(data);
        people = new PeopleNamed(analysers.morphology, analysers.distance, data, lexicon, robotNames);
        companies = new CompaniesNamed(data);
        changedTo = data.pattern("changed to");
        same = Set.copyOf(data.lines("same"));
        notThis = Pattern.compile("^(?:" + String.join("|", data.lines("not this")) + ")");
    }

    /**
     * Fill the slots of an intent.
     *
     * @param holes what stood in the holes of the phrase
     * @param text normalised, in the site's spelling
     */
    Filled fill(SkillSpec.Intent intent, Map<String, String> holes, String text, ZonedDateTime now) {
        Filling filling = new Filling(this, heard(text, intent.slots(), now), holes);
        return filling.fill(slots(intent, holes));
    }

    /** Read an utterance that answers the question for one slot. */
    Optional<Found> answer(Slot<?> slot, String text, ZonedDateTime now) {
        Heard heard = heard(text, List.of(slot), now);
        if (slot.kind() instanceof Slot.Kind.Here here) {
            return places.in(heard.text())
                    .or(() -> places.name(heard.text()))
                    .or(() -> meant(here, heard))
                    .map(name -> new Found(new Span(0, heard.text().length()), name));
        }
        return Stream.concat(candidates(slot, heard).stream(), bareNumbers(slot, heard))
                .filter(found -> found.values().stream().allMatch(value -> takes(slot, value)))
                .findFirst();
    }

    /** 「九十」, where degrees are asked for: the unit goes without saying. */
    static Stream<Found> bareNumbers(Slot<?> slot, Heard heard) {
        return slot.kind() instanceof Slot.Kind.Amount
                ? heard.values().stream()
                        .filter(value -> value.kind() == Kind.NUMBER)
                        .flatMap(value -> Amounts.plain(value.value()).stream()
                                .map(number -> new Found(
                                        Heard.span(value),
                                        number.stripTrailingZeros().toPlainString())))
                : Stream.empty();
    }

    /** Tell whether what stands in the holes for people may be people: 「処理をお願いします」 asks for nobody. */
    boolean namesPeople(SkillSpec.Intent intent, Map<String, String> holes) {
        return intent.slots().stream()
                .filter(slot -> slot.kind() instanceof Slot.Kind.Person && holes.containsKey(slot.name()))
                .allMatch(slot -> people.mayBe(holes.getOrDefault(slot.name(), "")));
    }

    /** A {place} in a phrase is a place of the site even if the skill does not declare it. */
    static List<Slot<?>> slots(SkillSpec.Intent intent, Map<String, String> holes) {
        boolean declared = intent.slots().stream().anyMatch(slot -> slot.name().equals(PlaceSlots.PLACE));
        boolean takesPlace = holes.containsKey(PlaceSlots.PLACE)
                || intent.phrases().stream().anyMatch(phrase -> phrase.contains("{" + PlaceSlots.PLACE + "}"));
        return declared || !takesPlace
                ? intent.slots()
                : Stream.concat(intent.slots().stream(), Stream.of(Slot.place(PlaceSlots.PLACE)))
                        .toList();
    }

    /** Give what is left of an utterance without what its speaker took back. */
    String meant(String text) {
        return analysers.corrections.corrected(text);
    }

    /** 「赤二黄二」 is 「赤二、黄二」: the word beside which a value stands does not end the number before it. */
    private static String parted(String text, List<Slot<?>> slots) {
        String parted = text;
        for (String word : slots.stream().flatMap(slot -> slot.near().stream()).toList()) {
            parted = parted.replaceAll("(?<=[0-9一二三四五六七八九十百])(?=" + Pattern.quote(word) + ")", "、");
        }
        return parted;
    }

    Heard heard(String text, List<Slot<?>> slots, ZonedDateTime now) {
        String meant = parted(meant(text), slots);
        boolean person = slots.stream().anyMatch(slot -> slot.kind() instanceof Slot.Kind.Person);
        return new Heard(
                meant,
                analysers.morphology.analyze(meant),
                analysers.values.find(meant).values(),
                analysers.values.find(meant, now.toLocalDateTime()).values(),
                person ? people.in(meant) : List.of());
    }

    /** Give what stands in an utterance and may be the slot's value, in order, without what is named as not wanted. */
    List<Found> candidates(Slot<?> slot, Heard heard) {
        List<Found> named = named(slot, heard);
        // Who is here, and who is wanted, is told by more than a no.
        return slot.kind() instanceof Slot.Kind.Person ? named : wanted(named, heard.text());
    }

    private List<Found> wanted(List<Found> found, String text) {
        List<Found> wanted = found.stream()
                .filter(each ->
                        !notThis.matcher(text.substring(each.span().end())).find())
                .toList();
        return wanted.isEmpty() ? found : wanted;
    }

    private List<Found> named(Slot<?> slot, Heard heard) {
        Slot.Kind kind = slot.kind();
        if (kind instanceof Slot.Kind.Words words) {
            return around(words.around(), heard.text());
        }
        if (kind instanceof Slot.Kind.Person person) {
            return people.as(person.title(), heard.people());
        }
        if (kind instanceof Slot.Kind.Company) {
            return companies.in(heard.text());
        }
        if (kind instanceof Slot.Kind.Choice choice) {
            return named(choice.vocabulary(), heard);
        }
        if (kind instanceof Slot.Kind.Time) {
            return heard.dated().stream()
                    .filter(value -> Times.isTime(value.kind()))
                    .map(value -> new Found(Heard.span(value), times.times(value, heard.text())))
                    .filter(found -> !found.values().isEmpty())
                    .toList();
        }
        return heard.values().stream()
                .flatMap(value ->
                        number(slot, value, heard).stream().map(written -> new Found(Heard.span(value), written)))
                .toList();
    }

    private static List<Found> around(List<Pattern> expressions, String text) {
        return expressions.stream()
                .map(expression -> expression.matcher(text))
                .filter(Matcher::find)
                .map(match -> new Found(
                        new Span(match.start(1), match.end(1)), match.group(1).replaceAll("[、。\\s]+$", "")))
                .filter(found -> !found.values().get(0).isEmpty())
                .toList();
    }

    private List<Found> named(Vocabulary vocabulary, Heard heard) {
        return things(vocabulary).in(heard.text(), heard.words());
    }

    private ThingsNamed things(Vocabulary vocabulary) {
        return things.computeIfAbsent(
                vocabulary, listed -> new ThingsNamed(listed, analysers.morphology, analysers.distance));
    }

    /** Find the place of the site to which one goes for what an utterance speaks of, else one that it lacks. */
    Optional<String> meant(Slot.Kind.Here here, Heard heard) {
        List<String> needs = wanted(named(here.needs(), heard), heard.text()).stream()
                .map(found -> found.values().get(0))
                .toList();
        return here.needs().wordsByValue().keySet().stream()
                .filter(needs::contains)
                .flatMap(need -> places.name(need).stream())
                .findFirst()
                .or(() -> lacking(here, heard));
    }

    private Optional<String> lacking(Slot.Kind.Here here, Heard heard) {
        List<Found> listed =
                here.around().isEmpty() ? List.of() : things(here.needs()).written(heard.text(), heard.words());
        return Stream.concat(listed.stream(), around(here.around(), heard.text()).stream())
                .map(found -> found.values().get(0))
                .findFirst();
    }

    /** Tell whether the words behind a value say that it shall be this one. */
    boolean isChangedTo(String behind) {
        return changedTo.matcher(behind).lookingAt();
    }

    /** Tell whether the rest of a word leaves its beginning what it is: 色 in 黄色. */
    boolean isSame(String rest) {
        return same.contains(rest);
    }

    /** Write a name as a slot takes it. */
    String name(Slot.Kind.Person kind, String said) {
        return people.written(kind.title(), said);
    }

    private Optional<String> number(Slot<?> slot, FoundValue value, Heard heard) {
        Slot.Kind kind = slot.kind();
        if (kind instanceof Slot.Kind.Date) {
            return Times.day(value, heard.dated(value));
        }
        if (kind instanceof Slot.Kind.Minutes) {
            return Times.minutes(value);
        }
        if (kind instanceof Slot.Kind.Phone) {
            return value.kind() == Kind.PHONE ? Optional.of(value.value().wire()) : Optional.empty();
        }
        return kind instanceof Slot.Kind.Amount amount
                ? amounts.number(value, slot, amount.unit(), heard.text())
                : Optional.empty();
    }

    PlaceSlots places() {
        return places;
    }

    /** Tell whether a value is one of the slot's type; what is not, is as good as not said. */
    static boolean takes(Slot<?> slot, String value) {
        try {
            return slot.parser().apply(value) != null;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
