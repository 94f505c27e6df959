package dev.aizuchi.app.site;

import dev.aizuchi.app.site.SiteFile.SitePlace;
import dev.aizuchi.language.Passage;
import dev.aizuchi.language.Retriever;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tell where a place is, as the pack says, before the documents are asked; those stay their owner's to close.
 *
 * <p>Answers a question for the way that names one of the places. Callable from any thread.
 */
final class SiteWays implements Retriever {
    private final Pattern asked = Pattern.compile(SitePack.texts().say("ways.asked"));
    private final String source;
    private final List<Way> ways;
    private final @Nullable Retriever documents;

    /** What is told of a place, and the names by which it is asked for. */
    record Way(List<String> names, String told) {
        Way {
            names = List.copyOf(names);
        }

        /** Give what a pack tells of the way to a place; empty when it tells nothing. */
        static Optional<Way> to(SitePlace place) {
            List<String> told = new ArrayList<>();
            if (place.floor() != null) {
                Map<String, String> values = Map.of("place", place.name(), "floor", place.floor());
                told.add(SitePack.texts().say("place.floor", values));
            }
            if (place.way() != null) {
                told.add(place.way());
            }
            return told.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Way(place.names().toList(), String.join("", told)));
        }
    }

    SiteWays(String source, List<Way> ways, @Nullable Retriever documents) {
        this.source = source;
        this.ways = List.copyOf(ways);
        this.documents = documents;
    }

    @Override
    public List<Passage> find(String question, int most) {
        Optional<Way> way = asked.matcher(question).find() ? named(question) : Optional.empty();
        if (way.isPresent()) {
            return List.of(new Passage(way.get().told, source, "", "", 1));
        }
        return documents == null ? List.of() : documents.find(question, most);
    }

    /** Find the place that is named; a name within a longer one (トイレ in 来客用トイレ) does not count. */
    private Optional<Way> named(String question) {
        Set<String> named = ways.stream()
                .flatMap(way -> way.names.stream())
                .filter(question::contains)
                .collect(Collectors.toSet());
        List<Way> meant = ways.stream()
                .filter(way -> way.names.stream()
                        .anyMatch(name -> named.contains(name)
                                && named.stream().noneMatch(other -> !other.equals(name) && other.contains(name))))
                .toList();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    @Override
    public void close() {
        // The documents are closed by who opened them.
    }
}
