package dev.aizuchi.japanese.pragmatics;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.keigo.Listener;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tell a listener's small sounds from answers and claims of the turn, and choose the robot's own.
 *
 * <p>Words and place only; when to say one is not decided here. Callable from any thread.
 */
public final class Backchannels {
    /** Where in the other's talk an aizuchi is said. */
    public enum Place {
        /** Behind a clause (〜けど、〜て): go on. */
        CLAUSE,
        /** Behind a finished sentence. */
        SENTENCE,
        /** Behind something new or surprising. */
        NEWS,
        /** Behind something sad or hard. */
        TROUBLE,
        /** Behind something happy. */
        JOY,
        /** Behind a request: heard, and will do. */
        REQUEST
    }

    /** UTF-16 units; nobody makes a longer sound and says nothing. */
    private static final int LONGEST_SOUND = 60;

    private record Form(Listener listener, Place place, List<String> words) {}

    private final Pattern sounds;
    private final Pattern answers;
    private final Pattern claims;
    private final List<Form> forms = new ArrayList<>();

    public Backchannels() {
        DataFile data = DataFile.read(Backchannels.class, "backchannels.tsv");
        this.sounds = whole(data.lines("sounds"));
        this.answers = whole(data.lines("answers"));
        this.claims = Pattern.compile("^(?:" + String.join("|", data.lines("claims")) + ")");
        for (List<String> row : data.rows("forms", 3)) {
            forms.add(new Form(
                    Listener.valueOf(row.get(0)),
                    Place.valueOf(row.get(1)),
                    List.of(row.get(2).split("、"))));
        }
    }

    /** Classify what is heard: 「はい」 while the robot tells something is a backchannel, after its question an answer. */
    public ListenerSound classify(String text, Moment moment) {
        if (text.length() > LONGEST_SOUND) {
            return moment == Moment.YES_NO_OPEN || moment == Moment.OTHER_OPEN
                    ? ListenerSound.ANSWER
                    : ListenerSound.TURN_CLAIM;
        }
        String spelled = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s。!！]+", "、")
                .replaceAll("、+$", "");
        boolean sound = sounds.matcher(spelled).matches();
        boolean answer = answers.matcher(spelled).matches();
        if (claims.matcher(spelled).find()) {
            return ListenerSound.TURN_CLAIM;
        }
        return switch (moment) {
            case ROBOT_TELLS -> sound ? ListenerSound.BACKCHANNEL : ListenerSound.TURN_CLAIM;
            case ROBOT_ASKS ->
                sound ? ListenerSound.BACKCHANNEL : answer ? ListenerSound.ANSWER : ListenerSound.TURN_CLAIM;
            case YES_NO_OPEN -> sound && !answer ? ListenerSound.BACKCHANNEL : ListenerSound.ANSWER;
            case OTHER_OPEN -> sound ? ListenerSound.BACKCHANNEL : ListenerSound.ANSWER;
            case SILENCE -> sound ? ListenerSound.BACKCHANNEL : ListenerSound.TURN_CLAIM;
        };
    }

    /**
     * Choose the robot's own aizuchi.
     *
     * @param said how many the robot has said before, so that it does not repeat itself
     */
    public String choose(Listener listener, Place place, int said) {
        List<String> words = forms.stream()
                .filter(form -> form.listener == listener && form.place == place)
                .map(Form::words)
                .findFirst()
                .orElseThrow();
        return words.get(Math.floorMod(said, words.size()));
    }

    private static Pattern whole(List<String> words) {
        return Pattern.compile("(?:(?:" + String.join("|", words) + ")[ーっ…]*、?)+");
    }
}
