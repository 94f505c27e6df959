package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.kana.KanaDistance;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.value.FoundValue;
import dev.aizuchi.japanese.value.Kind;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Vocabulary;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Find the values of an utterance that are of a slot's kind, each in its one spelling on the wire. */
final class ValuesNamed {
    private final Morphology morphology;
    private final KanaDistance distance;
    private final PlaceSlots places;
    private final Times times;
    private final Amounts amounts;
    private final PeopleNamed people;
    private final CompaniesNamed companies;
    private final Pattern notThis;
    private final Pattern another;
    private final Map<Vocabulary, ThingsNamed> things = new HashMap<>();

    ValuesNamed(
            Morphology morphology,
            KanaDistance distance,
            DataFile data,
            PlaceSlots places,
            Lexicon lexicon,
            List<String> robotNames) {
        this.morphology = morphology;
        this.distance = distance;
        this.places = places;
        times = new Times(data);
        amounts = new Amounts(data);
        people = new PeopleNamed(morphology, distance, data, lexicon, robotNames);
        companies = new CompaniesNamed(data);
        another = data.pattern("another");
        notThis = Pattern.compile("^(?:" + String.join("|", data.lines("not this")) + ")");
    }

    /** Give the people whom a text names. */
    List<Found> people(String text) {
        return people.in(text);
    }

    /** Give what stands in an utterance and may be the slot's value, in order, without what is named as not wanted. */
    List<Found> of(Slot<?> slot, Heard heard) {
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
            return times(heard).toList();
        }
        if (kind instanceof Slot.Kind.Moment) {
            return moments(heard);
        }
        return heard.values().stream()
                .flatMap(value ->
                        number(slot, value, heard).stream().map(written -> new Found(Heard.span(value), written)))
                .toList();
    }

    private Stream<Found> times(Heard heard) {
        return heard.dated().stream()
                .filter(value -> Times.isTime(value.kind()))
                .map(value -> new Found(Heard.span(value), times.times(value, heard.text())))
                .filter(found -> !found.values().isEmpty());
    }

    /** The last first: 「二時に嫁が来るから、一時半に教えて」. */
    private List<Found> moments(Heard heard) {
        List<FoundValue> lengths =
                heard.values().stream().filter(Times::isLength).toList();
        Stream<Found> fromNow = lengths.stream()
                .flatMap(value -> Times.fromNow(value).map(later -> new Found(Heard.span(value), later)).stream());
        Stream<Found> clock = times(heard)
                .filter(time ->
                        lengths.stream().noneMatch(other -> Heard.span(other).overlaps(time.span())));
        return Stream.concat(fromNow, clock)
                .sorted(Comparator.comparingInt((Found found) -> found.span().start())
                        .reversed())
                .toList();
    }

    private static List<Found> around(List<Pattern> expressions, String text) {
        return expressions.stream()
                .flatMap(expression -> expression.matcher(text).results())
                .map(match -> new Found(
                        new Span(match.start(1), match.end(1)), match.group(1).replaceAll("[、。\\s]+$", "")))
                .filter(found -> !found.values().get(0).isEmpty())
                .toList();
    }

    private List<Found> named(Vocabulary vocabulary, Heard heard) {
        return things(vocabulary).in(heard.text(), heard.words());
    }

    private ThingsNamed things(Vocabulary vocabulary) {
        return things.computeIfAbsent(vocabulary, listed -> new ThingsNamed(listed, morphology, distance));
    }

    /** Find the place of the site to which one goes for what an utterance speaks of, else one that it lacks. */
    Optional<String> meant(Slot.Kind.Here here, Heard heard) {
        List<String> needs = values(wanted(itself(named(here.needs(), heard), heard), heard.text()));
        return here.needs().wordsByValue().keySet().stream()
                .filter(needs::contains)
                .flatMap(need -> places.name(need).stream())
                .findFirst()
                .or(() -> lacking(here, heard));
    }

    private Optional<String> lacking(Slot.Kind.Here here, Heard heard) {
        List<Found> listed =
                here.around().isEmpty() ? List.of() : things(here.needs()).written(heard.text(), heard.words());
        List<Found> all = Stream.concat(itself(listed, heard).stream(), around(here.around(), heard.text()).stream())
                .toList();
        return values(wanted(all, heard.text())).stream().findFirst();
    }

    /** 「第三会議室」 is no 会議室 of which the site has one. */
    private List<Found> itself(List<Found> places, Heard heard) {
        return places.stream()
                .filter(place -> !another.matcher(
                                heard.text().substring(0, place.span().start()))
                        .find())
                .toList();
    }

    private static List<String> values(List<Found> found) {
        return found.stream().map(each -> each.values().get(0)).toList();
    }

    private Optional<String> number(Slot<?> slot, FoundValue value, Heard heard) {
        Slot.Kind kind = slot.kind();
        if (kind instanceof Slot.Kind.Date) {
            return Times.day(value, heard.dated(value));
        }
        if (kind instanceof Slot.Kind.Phone) {
            return value.kind() == Kind.PHONE ? Optional.of(value.value().wire()) : Optional.empty();
        }
        return kind instanceof Slot.Kind.Amount amount
                ? amounts.number(value, slot, amount.unit(), heard.text())
                : Optional.empty();
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

    /** Tell whether a word may name a person. */
    boolean mayBePerson(String word) {
        return people.mayBe(word);
    }

    /** Write a name as a slot takes it. */
    String name(Slot.Kind.Person kind, String said) {
        return people.written(kind.title(), said);
    }
}
