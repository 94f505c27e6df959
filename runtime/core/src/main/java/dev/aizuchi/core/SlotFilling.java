package dev.aizuchi.core;

import dev.aizuchi.japanese.Corrections;
import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.kana.Confusions;
import dev.aizuchi.japanese.kana.KanaDistance;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.value.Values;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final ValuesNamed named;
    private final PlaceSlots places;
    private final Pattern changedTo;
    private final Set<String> same;

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
        named = new ValuesNamed(analysers.morphology, analysers.distance, data, places, lexicon, robotNames);
        changedTo = data.pattern("changed to");
        same = Set.copyOf(data.lines("same"));
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
                    .or(() -> named.meant(here, heard))
                    .map(name -> new Found(new Span(0, heard.text().length()), name));
        }
        return Stream.concat(named.of(slot, heard).stream(), ValuesNamed.bareNumbers(slot, heard))
                .filter(found -> found.values().stream().allMatch(value -> takes(slot, value)))
                .findFirst();
    }

    /**
     * Tell whether what stands in the holes for people may be people: 「処理をお願いします」 asks for nobody. What is named a
     * person by the words around it is one: 「経理の菅さん」.
     */
    boolean namesPeople(SkillSpec.Intent intent, Map<String, String> holes, String text) {
        return intent.slots().stream()
                .filter(slot -> slot.kind() instanceof Slot.Kind.Person && holes.containsKey(slot.name()))
                .map(slot -> holes.getOrDefault(slot.name(), ""))
                .allMatch(hole -> named.mayBePerson(hole) || namesSomebody(hole, text));
    }

    private boolean namesSomebody(String hole, String text) {
        int at = text.indexOf(hole);
        Span span = new Span(at, at + hole.length());
        return at >= 0
                && named.people(text).stream().anyMatch(person -> person.span().overlaps(span));
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
                person ? named.people(meant) : List.of());
    }

    /** Tell whether the words behind a value say that it shall be this one. */
    boolean isChangedTo(String behind) {
        return changedTo.matcher(behind).lookingAt();
    }

    /** Tell whether the rest of a word leaves its beginning what it is: 色 in 黄色. */
    boolean isSame(String rest) {
        return same.contains(rest);
    }

    ValuesNamed named() {
        return named;
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
