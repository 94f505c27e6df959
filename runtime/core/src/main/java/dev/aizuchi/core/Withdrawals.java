package dev.aizuchi.core;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.skill.Turn;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Find which of the things that the robot is about to do a person does not want any more: 「お茶はやっぱりいいです」, 「さっきのは取り消して」.
 * Lives on the dialogue thread.
 */
final class Withdrawals {
    private final Skills skills;
    private final Content content;
    private final Pattern ofAnything;
    private final Pattern ofSomethingNamed;
    private final Pattern only;
    private final Pattern ofAll;
    private final StandardJapanese standard;

    /** What is withdrawn, one thing at least and by its name or not, and what is said besides. */
    record Withdrawal(List<Turn> about, boolean named, String rest) {}

    Withdrawals(DataFile data, Skills skills, Content content, StandardJapanese standard) {
        this.standard = standard;
        this.skills = skills;
        this.content = content;
        ofAnything = data.pattern("withdrawal");
        ofSomethingNamed = data.pattern("withdrawal of what is named");
        only = data.pattern("only what is named");
        ofAll = data.pattern("withdrawal of all");
    }

    /**
     * Read an utterance.
     *
     * @param live what is under way or put off
     */
    Optional<Withdrawal> in(String text, List<Turn> live) {
        return live.isEmpty() ? Optional.empty() : said(text, live).or(() -> said(standard.of(text), live));
    }

    private Optional<Withdrawal> said(String text, List<Turn> live) {
        if (ofAll.matcher(text).find()) {
            return Optional.of(new Withdrawal(live, false, ""));
        }
        return part(ofAnything, text, live, true)
                .or(() -> part(ofSomethingNamed, text, live, false))
                .or(() -> allButTheNamed(text, live));
    }

    /** Tell whether an utterance takes something back, whatever that is. */
    boolean takesBack(String text) {
        return standard.says(ofAnything, text);
    }

    /** Tell whether a piece of an utterance does nothing but take something back: 「もういいや」. */
    boolean isNothingElse(String piece) {
        return ofAnything.matcher(piece).matches()
                || ofAnything.matcher(standard.of(piece)).matches();
    }

    /** Find what a person names and does not want any more, of what is over. */
    Optional<Turn> ofTheNamed(String text, List<Turn> over) {
        return saidOfTheNamed(text, over).or(() -> saidOfTheNamed(standard.of(text), over));
    }

    /** Tell whether an utterance takes something back and names nothing. */
    boolean takesBackUnnamed(String text) {
        return takesBack(text) && content.things(text).isEmpty();
    }

    private Optional<Turn> saidOfTheNamed(String text, List<Turn> over) {
        return part(ofAnything, text, over, false)
                .or(() -> part(ofSomethingNamed, text, over, false))
                .map(withdrawal -> withdrawal.about().get(0));
    }

    /** 「タオルだけでいい」: of what was asked for in one breath, the rest is not wanted. */
    private Optional<Withdrawal> allButTheNamed(String text, List<Turn> live) {
        Matcher matcher = only.matcher(text);
        Optional<Turn> kept =
                matcher.find() ? named(content.things(text.substring(0, matcher.start())), live) : Optional.empty();
        return kept.map(named ->
                        live.stream().filter(turn -> !turn.equals(named)).toList())
                .filter(others -> !others.isEmpty())
                .map(others -> new Withdrawal(others, true, ""));
    }

    private Optional<Withdrawal> part(Pattern pattern, String text, List<Turn> live, boolean latestUnlessNamed) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String before = text.substring(0, matcher.start());
        Set<String> things = content.things(before);
        Optional<Turn> byValue = latest(live.stream()
                .filter(turn ->
                        turn.words().values().stream().anyMatch(word -> word.length() > 1 && before.contains(word)))
                .toList());
        Optional<Turn> named = byValue.or(() -> named(things, live));
        Optional<Turn> about = named.or(() -> things.isEmpty() && latestUnlessNamed ? latest(live) : Optional.empty());
        String behind = text.substring(matcher.end()).replaceFirst("^[、。…]+", "");
        // 「しといて」 only ends what was said.
        String rest = content.words(behind).isEmpty() ? "" : behind;
        return about.map(turn -> new Withdrawal(List.of(turn), named.isPresent(), rest));
    }

    /** Find the one of which an utterance speaks; the newest of several. */
    Optional<Turn> named(String text, List<Turn> live) {
        return named(content.things(text), live);
    }

    /** The text of a wish that goes on from another ends with the other's: the thing that begins one is its own. */
    private Optional<Turn> named(Set<String> things, List<Turn> live) {
        List<Turn> begunWithIt = live.stream()
                .filter(turn -> things.stream().anyMatch(turn.text().replaceFirst("、.*", "")::contains))
                .toList();
        return latest(begunWithIt)
                .or(() -> latest(live.stream()
                        .filter(turn -> things.stream().anyMatch(thing -> speaksOf(turn, thing)))
                        .toList()));
    }

    private static Optional<Turn> latest(List<Turn> live) {
        return live.stream().max(Comparator.comparing(Turn::now));
    }

    private boolean speaksOf(Turn turn, String thing) {
        return turn.text().contains(thing)
                || turn.words().values().stream().anyMatch(word -> word.contains(thing))
                || skills.phrases(turn.intent()).anyMatch(phrase -> phrase.contains(thing));
    }
}
