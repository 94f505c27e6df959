package dev.aizuchi.japanese;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognise the closed sets of a conversation: stop and its release, yes and no, and calls to somebody else.
 *
 * <p>Rules and lists only, no model, so each works whatever else is missing. Callable from any thread; all take text as
 * recognised or as normalised.
 */
public final class Cues {
    /** After a predicate: 「どいてから」 and 「5分後から」 tell from when on, 「人を呼んで」 is an order, and 「まだ」 speaks against it. */
    private static final Pattern REASON = Pattern.compile("^(?!.*まだ)[^。]*(?:"
            + "(?:(?<=[ただいるすえうくつぬむぶぐん])(?:から|けん|さかい)|ので|(?<=[たるいな])んで)[、。\\s]?"
            + "|(?:た|だ|よ|ぞ|わ|(?<=[えたるか])で)[、。\\s])");

    /** An apology before a question proposes nothing. */
    private static final Pattern LAST_SENTENCE = Pattern.compile("(?s)^.*[。！？!?](?=.*[^。！？!?\\s])(.*)$");

    private static final Pattern EDGES = Pattern.compile("^[…‥、。・\\s]+|[…‥、・\\s]+$");
    private static final String PAUSES = "[…‥、。・\\s]{2,}";

    private final DataFile noiseData = DataFile.read("static.txt");
    private final Pattern noise = noiseData.pattern("static");
    private final Pattern scraps = noiseData.pattern("scraps");
    private final DataFile stopData = DataFile.read("stop.txt");
    private final DataFile resumeData = DataFile.read("resume.txt");
    private final DataFile answerData = DataFile.read("answers.txt");
    private final StopWords stopWords = new StopWords(stopData);
    private final Set<String> releases = plain(resumeData, "release");
    private final Set<String> goingOn = plain(resumeData, "go on");
    private final Pieces resumePieces = pieces(resumeData, "release", "go on", "before", "behind");
    private final Set<String> yes = plain(answerData, "yes");
    private final Set<String> no = plain(answerData, "no");
    private final Set<String> firmNo = plain(answerData, "firm no");
    private final Set<String> noAlone = plain(answerData, "no alone");
    private final Pieces answerPieces = pieces(answerData, "yes", "no", "firm no", "neither");
    private final Analyzer analyzer = new Analyzer();
    private final Addressee addressee = new Addressee(analyzer, DataFile.read("people.txt"));

    private Cues() {}

    /** Made once: every agent asks for them, and suites begin thousands of agents. */
    private static final class Standard {
        private static final Cues CUES = new Cues();
    }

    /** Give the cues of standard Japanese and Kansai. */
    public static Cues standard() {
        return Standard.CUES;
    }

    /**
     * Tell whether what has been heard so far asks the robot to stop.
     *
     * <p>Better a false stop than a missed one: 「電気を止めて」 stops, and a partial 「待って」 stops before it can grow into
     * 「待ってました」. Sentences that speak of stopping without asking for it (止まらないで, 待ち合わせ) do not.
     */
    public boolean stop(String partial) {
        return stopWords.in(partial);
    }

    /**
     * Tell whether an utterance explicitly releases a stop: 再開, 動いていいよ, 続けてください.
     *
     * <p>The whole utterance must say so, but for a reason before it (どいたから、動いていいよ; もう補強した、前進再開); an order (動いて), a
     * question (動いていいの), or 大丈夫 alone does not.
     */
    public boolean resume(String text) {
        return goOn(text) || releasedBy(text).anyMatch(releases::contains);
    }

    /** Tell whether a release of a stop also asks to go on with what was cut off: 続けて, and not only 動いていいよ. */
    public boolean goOn(String text) {
        return releasedBy(text).anyMatch(goingOn::contains);
    }

    private Stream<String> releasedBy(String text) {
        return isQuestion(text)
                ? Stream.empty()
                : Stream.of(text, REASON.matcher(text).replaceFirst(""))
                        .flatMap(each -> resumePieces.split(each).stream());
    }

    /**
     * Tell whether noise stands in a text, between words of which some may be lost, or it is nothing but scraps of
     * words.
     */
    public boolean hasStatic(String text) {
        return noise.matcher(text).find() || scraps.matcher(text).matches();
    }

    /** Leave noise out of a text, and the pauses around it; of mere scraps nothing is left. */
    public String withoutStatic(String text) {
        if (scraps.matcher(text).matches()) {
            return "";
        }
        return EDGES.matcher(noise.matcher(text).replaceAll("")).replaceAll("").replaceAll(PAUSES, "、");
    }

    /** Read the answer to a yes-no question: true, false, or empty when it is neither or both. */
    public Optional<Boolean> answer(String text) {
        if (noAlone.contains(Pieces.plain(text))) {
            return Optional.of(false);
        }
        List<String> pieces = isQuestion(text) ? List.of() : answerPieces.split(text);
        boolean agrees = pieces.stream().anyMatch(yes::contains);
        boolean declines = pieces.stream().anyMatch(no::contains);
        if (pieces.stream().anyMatch(firmNo::contains)) {
            return Optional.of(false);
        }
        return agrees == declines ? Optional.empty() : Optional.of(agrees);
    }

    /**
     * Tell to whom an utterance is said: 「田中さん、お茶飲む」 to Tanaka, 「看護師さん、来て」 to the robot.
     *
     * @param ownNames what the robot is called; ロボット is always among them
     */
    public Addressed addressed(String text, List<String> ownNames) {
        return addressee.of(Normalizer.spelled(text), ownNames);
    }

    /** Tell whether an utterance asks for something or names it, and is no remark, report or question. */
    public boolean asks(String text) {
        SpeechAct act = bearing(text).act();
        return act == SpeechAct.ASKS || act == SpeechAct.NAMES;
    }

    /** Tell whether an utterance asks for an act or wants to know something. */
    public boolean requests(String text) {
        SpeechAct act = bearing(text).act();
        return act == SpeechAct.ASKS || act == SpeechAct.INQUIRES;
    }

    /**
     * Tell whether an utterance says no to what a question proposes, by its words or by what is contrary to them:
     * 「起こすなよ」, 「寝かせといて」 upon 「起こしましょうか」. A remark is no such answer, unless it forbids.
     */
    public boolean refuses(String text, String question) {
        Bearing said = bearing(text);
        return said.contradicts(bearing(LAST_SENTENCE.matcher(question).replaceFirst("$1")))
                && (said.declines() || said.act() == SpeechAct.ASKS || said.act() == SpeechAct.NAMES);
    }

    /** Tell whether an utterance asks that something be left: 「起こさないで」, 「お茶はいりません」. */
    public boolean declines(String text) {
        return bearing(text).declines();
    }

    /** Give the commonest cues, for a recogniser that is told what to expect. */
    public List<String> phrases() {
        return Stream.of(stopData.lines("expected"), resumeData.lines("expected"), answerData.lines("expected"))
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private Bearing bearing(String text) {
        return analyzer.sentence(Normalizer.spelled(text)).bearing();
    }

    private static boolean isQuestion(String text) {
        return text.strip().matches("(?s).*[?？]");
    }

    private static Set<String> plain(DataFile data, String section) {
        Set<String> plain = new HashSet<>();
        data.lines(section).forEach(line -> plain.add(Pieces.plain(line)));
        return plain;
    }

    private static Pieces pieces(DataFile data, String... sections) {
        List<String> all = new ArrayList<>();
        for (String section : sections) {
            all.addAll(data.lines(section));
        }
        return new Pieces(all);
    }
}
