package dev.aizuchi.japanese.fence;

import dev.aizuchi.japanese.Claims;
import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.fence.Breach.Kind;
import dev.aizuchi.japanese.keigo.Issue;
import dev.aizuchi.japanese.keigo.PolitenessCheck;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** See that a sentence is plain Japanese, polite and short enough to be heard, and claims no act. */
final class Form {
    /** Longer than this, a listener has lost the beginning: some twelve seconds of speech. */
    private static final int LONGEST = 70;

    private static final int GREETING = 4;
    private static final Charset JIS = Charset.forName("Shift_JIS");
    private static final Pattern STRANGE = Pattern.compile(
            "[^ぁ-ゖァ-ヺー々〆ヶ\\p{IsHan}0-9A-Za-z、。，．!?！？「」『』（）()・…〜~%％ 　\n:.,-]|[A-Za-z]+|[:.,-](?![0-9])|(?<![0-9])[:.,-]|\n(?=.)");
    private static final Pattern SHARED = Pattern.compile("(?:ねえ?|か)[。!?]*$");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]+");
    private static final Pattern KANA = Pattern.compile("[ぁ-ゖァ-ヺ]");

    private final PolitenessCheck politeness = new PolitenessCheck();
    private final Claims claims = Claims.standard();
    private final Pattern casual;
    private final Pattern foreign;
    private final Pattern noClaim;

    Form() {
        DataFile data = DataFile.read(Form.class, "forbidden.txt");
        casual = Pattern.compile(String.join("|", data.lines("casual")));
        foreign = Pattern.compile(String.join("|", data.lines("foreign")));
        noClaim = Forbidden.pattern(data.lines("claim but"));
    }

    /** Find a fault; {@code known} tells which foreign words the facts have. */
    Optional<Breach> find(String raw, Predicate<String> known) {
        String sentence = ContentReader.spelled(raw);
        if (sentence.length() > LONGEST) {
            return Optional.of(new Breach(Kind.TOO_LONG, sentence));
        }
        Optional<String> strange =
                strange(LATIN.matcher(sentence).replaceAll(word -> known.test(word.group()) ? "ア" : word.group()));
        if (strange.isPresent()) {
            return Optional.of(new Breach(Kind.FORM, strange.get()));
        }
        Matcher familiar = casual.matcher(Forbidden.bare(sentence));
        if (familiar.find()) {
            return Optional.of(new Breach(Kind.IMPOLITE, familiar.group()));
        }
        List<Issue> issues = politeness.check(sentence).issues();
        if (!issues.isEmpty()) {
            return Optional.of(new Breach(Kind.IMPOLITE, issues.get(0).surface()));
        }
        String rest = noClaim.matcher(sentence).replaceAll("です");
        // 「景色が変わりましたね」 speaks of what both see; what the robot claims is told plainly.
        boolean shared = SHARED.matcher(sentence).find();
        return !shared && claims.claimsDone(rest) ? Optional.of(new Breach(Kind.PROMISE, sentence)) : Optional.empty();
    }

    private Optional<String> strange(String sentence) {
        Matcher mark = STRANGE.matcher(sentence);
        if (mark.find()) {
            return Optional.of(mark.group());
        }
        Matcher word = foreign.matcher(sentence);
        if (word.find()) {
            return Optional.of(word.group());
        }
        CharsetEncoder encoder = JIS.newEncoder();
        Optional<String> unknown = sentence.codePoints()
                .filter(Character::isIdeographic)
                .mapToObj(Character::toString)
                .filter(character -> !encoder.canEncode(character))
                .findFirst();
        boolean kana = KANA.matcher(sentence).find();
        boolean voiced = sentence.codePoints().anyMatch(Character::isLetterOrDigit);
        boolean japanese = voiced && (kana || sentence.length() <= GREETING);
        return japanese ? unknown : Optional.of(sentence);
    }
}
