package dev.aizuchi.core;

import dev.aizuchi.skill.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Give each slot of one intent its value, and each value of one utterance to one slot; used once. */
final class Filling {
    /** So many letters away, a word no longer says what a value is. */
    private static final double FAR = 10;

    private static final double PAUSE = 4;
    /** Slots of several things are named in the plural. */
    private static final String PLURAL = "s";

    private final SlotFilling finder;
    private final Heard heard;
    private final Map<String, String> holes;
    private final Map<String, String> slots = new HashMap<>();
    private final Map<String, String> words = new HashMap<>();
    private final Map<Class<?>, List<Span>> taken = new HashMap<>();
    private SlotFilling.@Nullable Open open;

    /** A value that may be the one beside a slot's words. */
    private record Beside(Slot<?> slot, Found found, double distance) {}

    Filling(SlotFilling finder, Heard heard, Map<String, String> holes) {
        this.finder = finder;
        this.heard = heard;
        this.holes = holes;
    }

    SlotFilling.Filled fill(List<Slot<?>> declared) {
        Set<String> names = declared.stream().map(Slot::name).collect(Collectors.toSet());
        holes.forEach((name, said) -> {
            if (!names.contains(name)) {
                slots.put(name, said);
                words.put(name, said);
            }
        });
        declared.stream().filter(slot -> holes.containsKey(slot.name())).forEach(this::hole);
        beside(declared.stream().filter(slot -> !slot.near().isEmpty()).toList());
        declared.stream()
                .filter(slot -> slot.near().isEmpty() && isEmpty(slot))
                .sorted(Comparator.comparingInt(Filling::openness))
                .forEach(this::anywhere);
        declared.stream().filter(this::isEmpty).forEach(this::implied);
        return new SlotFilling.Filled(slots, words, Optional.ofNullable(open));
    }

    private boolean isEmpty(Slot<?> slot) {
        return !words.containsKey(slot.name());
    }

    /** What is told by its unit goes before a number that may be any. */
    private static int openness(Slot<?> slot) {
        return slot.kind() instanceof Slot.Kind.Amount amount && amount.unit().isEmpty() ? 1 : 0;
    }

    private void hole(Slot<?> slot) {
        String said = holes.getOrDefault(slot.name(), "");
        if (slot.kind() instanceof Slot.Kind.Here here) {
            place(slot, here, said);
            return;
        }
        if (slot.kind() instanceof Slot.Kind.Words) {
            // A hole holds a noun; what is passed on may be a whole sentence: 「北側から回れと伝えろ」.
            candidates(slot).stream()
                    .filter(each -> each.span().of(heard.text()).contains(said))
                    .findFirst()
                    .ifPresentOrElse(whole -> put(slot, whole), () -> put(slot, said, said));
            return;
        }
        int at = heard.text().indexOf(said);
        Span span = new Span(Math.max(at, 0), Math.max(at, 0) + said.length());
        Optional<Found> found = candidates(slot).stream()
                .filter(each -> at >= 0 && each.span().overlaps(span))
                .findFirst();
        if (found.isPresent()) {
            put(slot, found.get());
        } else if (slot.kind() instanceof Slot.Kind.Person person) {
            put(slot, finder.named().name(person, said), said);
        }
    }

    private void anywhere(Slot<?> slot) {
        if (slot.kind() instanceof Slot.Kind.Here here) {
            finder.places()
                    .in(heard.text())
                    .or(() -> finder.named().meant(here, heard))
                    .ifPresent(name -> put(slot, name, name));
            return;
        }
        List<Found> named = candidates(slot);
        List<Found> found = named.isEmpty() ? bare(slot) : named;
        if (found.isEmpty()) {
            return;
        }
        if (slot.kind() instanceof Slot.Kind.Choice && slot.name().endsWith(PLURAL) && found.size() > 1) {
            put(
                    slot,
                    found.stream().map(each -> each.values().get(0)).distinct().collect(Collectors.joining("、")),
                    found.stream().map(each -> each.span().of(heard.text())).collect(Collectors.joining("、")));
        } else {
            put(slot, found.stream().filter(this::isChangedTo).findFirst().orElse(found.get(0)));
        }
    }

    private void implied(Slot<?> slot) {
        for (Slot.Implied implied : slot.implied()) {
            List<Matcher> told = implied.expressions().stream()
                    .map(expression -> expression.matcher(heard.text()))
                    .filter(Matcher::find)
                    .toList();
            if (!told.isEmpty() && isEmpty(slot)) {
                put(slot, implied.value(), told.get(0).group());
            }
        }
    }

    /** 「三時にしてたんですけど、四時半に変えて」: the second is the one that is wanted. */
    private boolean isChangedTo(Found found) {
        return finder.isChangedTo(heard.text().substring(found.span().end()));
    }

    /** Of a list of values each goes to the slot whose word is nearest. */
    private void beside(List<Slot<?>> named) {
        List<Beside> pairs = new ArrayList<>();
        for (Slot<?> slot : named) {
            for (Found found : candidates(slot)) {
                double distance = distance(slot, found.span());
                if (distance < FAR) {
                    pairs.add(new Beside(slot, found, distance));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Beside::distance));
        for (Beside pair : pairs) {
            if (isEmpty(pair.slot) && isFree(pair.slot, pair.found.span())) {
                put(pair.slot, pair.found);
            }
        }
    }

    /** A person is named before the word that says who it is, a number behind it, other things being equal. */
    private double distance(Slot<?> slot, Span value) {
        boolean wordFollows = slot.kind() instanceof Slot.Kind.Person;
        double nearest = FAR;
        for (String word : slot.near()) {
            int from = 0;
            for (int at = heard.text().indexOf(word); at >= 0; at = heard.text().indexOf(word, from)) {
                from = at + Math.max(1, word.length());
                Span cue = new Span(at, at + word.length());
                if (isInsideWord(cue)) {
                    continue;
                }
                boolean follows = cue.start() >= value.end();
                String between = follows
                        ? heard.text().substring(value.end(), cue.start())
                        : heard.text().substring(Math.min(cue.end(), value.start()), value.start());
                double pauses = between.matches("(?s).*[、。…,].*") ? PAUSE : 0;
                nearest = Math.min(nearest, cue.gap(value) + pauses + (follows == wordFollows ? 0 : 0.5));
            }
        }
        return nearest;
    }

    /** 「赤ちゃん」 is no colour. */
    private boolean isInsideWord(Span cue) {
        return heard.words().stream()
                .anyMatch(word -> word.is("名詞")
                        && word.start() == cue.start()
                        && cue.end() < word.end()
                        && !finder.isSame(heard.text().substring(cue.end(), word.end())));
    }

    /** 「左へ九十」: a number that ends what was said is of the one unit that is measured. */
    private List<Found> bare(Slot<?> slot) {
        return ValuesNamed.bareNumbers(slot, heard)
                .filter(found -> isFree(slot, found.span())
                        && found.span().end() == heard.text().length())
                .toList();
    }

    private List<Found> candidates(Slot<?> slot) {
        return finder.named().of(slot, heard).stream()
                .filter(found -> isFree(slot, found.span())
                        && found.values().stream().allMatch(value -> SlotFilling.takes(slot, value)))
                .toList();
    }

    private void place(Slot<?> slot, Slot.Kind.Here here, String said) {
        Optional<String> name = finder.places()
                .name(said)
                .or(() -> finder.named().meant(here, heard))
                .or(() -> Optional.of(said).filter(any -> here.isOnlyTold()));
        if (name.isPresent()) {
            put(slot, name.get(), said);
        } else {
            open(new SlotFilling.Open(slot.name(), said, List.of()));
        }
    }

    private void put(Slot<?> slot, Found found) {
        String said = found.span().of(heard.text());
        taken.computeIfAbsent(family(slot), none -> new ArrayList<>()).add(found.span());
        if (found.isClear()) {
            put(slot, found.values().get(0), said);
        } else {
            open(new SlotFilling.Open(slot.name(), said, found.values()));
        }
    }

    private void put(Slot<?> slot, String value, String said) {
        slots.put(slot.name(), value);
        words.put(slot.name(), said);
    }

    private void open(SlotFilling.Open question) {
        words.put(question.slot(), question.said());
        if (open == null) {
            open = question;
        }
    }

    /**
     * Numbers, times and people are not named twice; a thing may well be what two vocabularies speak of, but what
     * stands in a company's name is part of it.
     */
    private boolean isFree(Slot<?> slot, Span span) {
        Class<?> by = slot.kind() instanceof Slot.Kind.Choice ? Slot.Kind.Company.class : family(slot);
        return taken.getOrDefault(by, List.of()).stream().noneMatch(span::overlaps);
    }

    private static Class<?> family(Slot<?> slot) {
        return slot.kind() instanceof Slot.Kind.Phone
                ? Slot.Kind.Amount.class
                : slot.kind().getClass();
    }
}
