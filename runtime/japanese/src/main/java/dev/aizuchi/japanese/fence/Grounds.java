package dev.aizuchi.japanese.fence;

import dev.aizuchi.japanese.fence.Breach.Kind;
import dev.aizuchi.japanese.fence.Content.Atom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hold the facts that an answer may tell, and judge sentences by them.
 *
 * <p>One fact must give all that a sentence, or a part of it up to a 、, asserts: times and places of two facts put
 * together would be a third one that nobody gave.
 */
final class Grounds {

    /**
     * Say how a sentence stands to the facts.
     *
     * @param founded whether a fact says it
     */
    record Finding(boolean founded, Optional<Breach> breach) {}

    private final ContentReader reader;
    private final List<Content> facts;
    private final Set<String> topics = new HashSet<>();

    Grounds(ContentReader reader, List<String> facts) {
        this.reader = reader;
        this.facts = facts.stream().map(reader::read).toList();
        this.facts.forEach(fact -> topics.addAll(fact.words()));
    }

    /** Tell whether a word stands in a fact. */
    boolean mentions(String word) {
        return facts.stream().anyMatch(fact -> fact.text().contains(word));
    }

    /** Judge a sentence; {@code carried} holds what was spoken of before it, and takes what it speaks of. */
    Finding judge(String sentence, Set<String> carried) {
        Content whole = reader.read(sentence);
        if (!isFactual(whole)) {
            whole.words().stream().filter(topics::contains).forEach(carried::add);
            return new Finding(false, Optional.empty());
        }
        if (isGiven(about(whole, carried))) {
            if (whole.atoms().isEmpty()) {
                whole.words().stream().filter(topics::contains).forEach(carried::add);
            } else {
                carried.clear();
            }
            return new Finding(true, Optional.empty());
        }
        Optional<Breach> breach = inParts(sentence, carried);
        return new Finding(breach.isEmpty(), breach);
    }

    private Optional<Breach> inParts(String sentence, Set<String> carried) {
        Content last = reader.read("");
        for (String part : sentence.split("、", -1)) {
            last = about(reader.read(part), carried);
            if (last.atoms().isEmpty()) {
                last.words().stream().filter(topics::contains).forEach(carried::add);
            } else if (isGiven(last)) {
                carried.clear();
            } else {
                return Optional.of(breach(last));
            }
        }
        boolean open = last.atoms().isEmpty() && isFactual(last) && !isGiven(last);
        return open ? Optional.of(breach(last)) : Optional.empty();
    }

    private boolean isGiven(Content said) {
        return facts.stream().anyMatch(fact -> fact.gives(said));
    }

    private boolean isFactual(Content said) {
        return !said.atoms().isEmpty() || (!said.asks() && said.words().stream().anyMatch(topics::contains));
    }

    private static Content about(Content said, Set<String> carried) {
        Set<String> words = new HashSet<>(said.words());
        words.addAll(carried);
        return new Content(said.text(), said.atoms(), words, said.negated(), said.asks());
    }

    /** Name the first atom that no fact gives at all, else what was made of them. */
    private Breach breach(Content said) {
        List<Atom> unknown = new ArrayList<>(said.atoms());
        unknown.removeIf(atom -> facts.stream()
                .anyMatch(fact ->
                        fact.gives(new Content(atom.surface(), List.of(atom), Set.of(), fact.negated(), false))));
        return unknown.isEmpty()
                ? new Breach(Kind.UNFOUNDED, said.text())
                : new Breach(unknown.get(0).kind(), unknown.get(0).surface());
    }
}
