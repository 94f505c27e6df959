package dev.aizuchi.audio;

import dev.aizuchi.speech.AudioException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Find the one device that a configuration means: the one so called, else the one whose name holds the word. */
final class DeviceName {
    static final String DEFAULT = "default";

    private DeviceName() {}

    /**
     * Choose among the devices that are there; upper and lower case are alike.
     *
     * <p>{@code default} is the first whose name begins so, else the first.
     *
     * @param kind what messages call the device
     * @return the index of its name
     * @throws AudioException when none fits, or more than one; the message lists the names
     */
    static int choose(String wanted, String kind, List<String> names) {
        String word = wanted.toLowerCase(Locale.ROOT);
        List<String> lower =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (word.equals(DEFAULT)) {
            return matching(lower, name -> name.startsWith(DEFAULT)).stream()
                    .findFirst()
                    .orElse(0);
        }
        return lower.contains(word) ? lower.indexOf(word) : onlyPart(wanted, word, kind, names, lower);
    }

    private static int onlyPart(String wanted, String word, String kind, List<String> names, List<String> lower) {
        List<Integer> found = matching(lower, name -> name.contains(word));
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new AudioException(
                    "there is no " + kind + " called " + wanted + "; there are: " + String.join(", ", names));
        }
        throw new AudioException(
                found.size() + " devices fit the " + kind + " " + wanted + "; write more of the name of the one meant: "
                        + String.join(", ", found.stream().map(names::get).toList()));
    }

    private static List<Integer> matching(List<String> names, java.util.function.Predicate<String> fits) {
        return IntStream.range(0, names.size())
                .filter(i -> fits.test(names.get(i)))
                .boxed()
                .toList();
    }

    /** Give the name that a configuration wants, and nothing where the default is meant. */
    static Optional<String> other(String wanted) {
        return Optional.of(wanted).filter(name -> !name.equalsIgnoreCase(DEFAULT));
    }
}
