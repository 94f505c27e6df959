package dev.aizuchi.japanese;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tell to whom an utterance is said, when somebody is called in it.
 *
 * <p>What decides is who is called and for what: whoever calls for help, or calls staff or family to come, wants them
 * fetched; a wish said to staff the robot can see to; all else said to a person is talk with that person.
 */
final class Addressee {
    private static final String ROBOT = "ロボット";
    private static final Pattern SPOKEN_OF = Pattern.compile("^(?:が|は|を|に|の|も|って|と)");

    private final Analyzer analyzer;
    private final Called called;
    private final Set<String> openings;
    private final Set<String> objectVerbs;
    private final Pattern phone;
    private final Pattern comes;
    private final Pattern nearby;
    private final Pattern help;
    private final Pattern toldOf;
    private final Pattern isThere;

    Addressee(Analyzer analyzer, DataFile data) {
        this.analyzer = analyzer;
        called = new Called(data);
        openings = Set.copyOf(data.lines("openings"));
        objectVerbs = Set.copyOf(data.lines("fetched"));
        phone = data.pattern("phone");
        comes = any(data.lines("comes"));
        nearby = any(data.lines("nearby"));
        help = any(data.lines("help"));
        toldOf = any(data.lines("told of"));
        isThere = any(data.lines("is there"));
    }

    Addressed of(String spelled, List<String> ownNames) {
        String text = analyzer.meant(spelled);
        List<Morpheme> words = analyzer.morphemes(text);
        Addressed robot = new Addressed(Addressed.To.ROBOT, text);
        if (isOwnCalled(text, ownNames)) {
            return robot;
        }
        Matcher onThePhone = phone.matcher(text);
        if (onThePhone.find() && isTold(onThePhone.group("rest"))) {
            return new Addressed(Addressed.To.OTHER, onThePhone.group("rest"));
        }
        int start = 0;
        while (start < words.size() && (openings.contains(words.get(start).surface()) || isPause(words.get(start)))) {
            start++;
        }
        Called.Person first = called.at(words, start);
        if (first != null && first.end() < words.size()) {
            return calledFirst(text, words, first, robot);
        }
        Called.Person last = first == null ? called.atEnd(words) : null;
        return last == null ? robot : calledLast(text, words, last, robot);
    }

    /** 「もしもし、今病院に着いたところ」 is told somebody; 「もしもし、お水をください」 may be said to the robot. */
    private boolean isTold(String rest) {
        Bearing bearing = analyzer.sentence(rest).bearing();
        boolean asks = bearing.act() == SpeechAct.ASKS || bearing.act() == SpeechAct.NAMES;
        return !asks && !help.matcher(rest).find();
    }

    private Addressed calledFirst(String text, List<Morpheme> words, Called.Person person, Addressed robot) {
        boolean paused = isPause(words.get(person.end()));
        boolean spokenOf = !paused && words.get(person.end()).is("助");
        boolean fetched = !paused && has(words, person.end(), objectVerbs::contains);
        if (spokenOf || fetched || (!paused && person.bare())) {
            return robot;
        }
        int from = person.end();
        while (from < words.size() && isPause(words.get(from))) {
            from++;
        }
        String rest = from < words.size() ? text.substring(words.get(from).start()) : "";
        // 「みんなそろったか見て」 speaks of them: only a pause or a greeting tells that they are spoken to.
        boolean group = person.kind() == Called.Kind.GROUP && !paused && !analyzer.isGreeting(rest);
        return rest.isEmpty() || group ? robot : judged(person.kind(), rest, robot);
    }

    /** 「こっちに来て、田中さん」: a name after the sentence. */
    private Addressed calledLast(String text, List<Morpheme> words, Called.Person person, Addressed robot) {
        return judged(person.kind(), text.substring(0, words.get(person.start()).start()), robot);
    }

    private Addressed judged(Called.Kind kind, String rest, Addressed robot) {
        Bearing bearing = analyzer.sentence(rest).bearing();
        boolean asks = bearing.act() != SpeechAct.INQUIRES;
        boolean hurt = asks && !bearing.denies() && help.matcher(rest).find();
        boolean called = comes.matcher(rest).find() && !nearby.matcher(rest).find();
        return switch (kind) {
            case GROUP, NAMED ->
                hurt
                                || isThere.matcher(rest).find()
                                || (asks && toldOf.matcher(rest).find())
                        ? robot
                        : new Addressed(Addressed.To.OTHER, rest);
            case STAFF -> {
                boolean talk = !asks || analyzer.isGreeting(rest);
                yield called && (asks || isWhere(rest))
                        ? robot
                        : new Addressed(talk && !hurt ? Addressed.To.OTHER : Addressed.To.PERHAPS_OTHER, rest);
            }
            case FAMILY -> hurt || called ? robot : new Addressed(Addressed.To.OTHER, rest);
        };
    }

    private static boolean isWhere(String rest) {
        return rest.startsWith("どこ");
    }

    private static boolean isOwnCalled(String text, List<String> ownNames) {
        Set<String> own = new HashSet<>(ownNames);
        own.add(ROBOT);
        return own.stream().filter(name -> !name.isBlank()).anyMatch(name -> {
            int at = text.indexOf(name);
            return at >= 0
                    && !SPOKEN_OF.matcher(text.substring(at + name.length())).find();
        });
    }

    private static boolean has(List<Morpheme> words, int from, Predicate<String> base) {
        return words.subList(from, words.size()).stream()
                .anyMatch(word -> base.test(word.base()) || base.test(word.surface()));
    }

    private static boolean isPause(Morpheme word) {
        return word.is("記号");
    }

    private static Pattern any(List<String> expressions) {
        return Pattern.compile("(?:" + String.join("|", expressions) + ")");
    }
}
