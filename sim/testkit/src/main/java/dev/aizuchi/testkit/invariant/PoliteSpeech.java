package dev.aizuchi.testkit.invariant;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.keigo.IssueKind;
import dev.aizuchi.japanese.keigo.Level;
import dev.aizuchi.japanese.keigo.Politeness;
import dev.aizuchi.japanese.keigo.PolitenessCheck;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Speak to people in です・ます at least; what is no whole sentence (「はい、どうぞ」) or not Japanese has no level and passes.
 *
 * @param least how polite every sentence must be
 */
public record PoliteSpeech(Level least) implements Invariant {
    private static final PolitenessCheck CHECK = new PolitenessCheck();
    private static final Pattern KANA = Pattern.compile("\\p{IsHiragana}");
    private static final Set<IssueKind> TOO_PLAIN = Set.of(IssueKind.TOO_CASUAL, IssueKind.MIXED_LEVELS);

    @Override
    public Optional<String> happened(DialogueEvent event) {
        if (event instanceof DialogueEvent.Said said) {
            return plain(said.text());
        }
        return event instanceof DialogueEvent.Asked asked ? plain(asked.text()) : Optional.empty();
    }

    private Optional<String> plain(String text) {
        return reaches(text, least)
                ? Optional.empty()
                : Optional.of("「" + text + "」 is " + CHECK.check(text).level().wireName() + ", and " + least.wireName()
                        + " is asked for");
    }

    /** Tell whether a text is as polite as a level at least. */
    public static boolean reaches(String text, Level least) {
        if (!KANA.matcher(text).find()) {
            return true;
        }
        Politeness politeness = CHECK.check(text);
        if (least == Level.RESPECTFUL) {
            return politeness.level() == Level.RESPECTFUL;
        }
        return least == Level.PLAIN
                || politeness.issues().stream().noneMatch(issue -> TOO_PLAIN.contains(issue.kind()));
    }
}
