package dev.aizuchi.care;

import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Notify;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Perceived;
import dev.aizuchi.skill.Phrases;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Call people: first the call, then the words. What hurts is passed on, neither judged nor treated. */
final class Calls {
    /** Of whom somebody else tells; who speaks of oneself names nobody. */
    static final Slot<String> RESIDENT = Slot.person("person");

    /** The same by kinship: 「母が」. */
    static final Slot<String> KIN =
            Slot.text("person", Phrases.beside(Calls.class, "cues.txt").expressions("whom"));

    /** Where somebody else is whom a call is about; the call itself goes to where its speaker is. */
    static final Slot<String> WHERE =
            Slot.text("place", Phrases.beside(Calls.class, "cues.txt").expressions("where"));

    private static final int WORST = 10;
    /** No other number is one of the scale: 「103号室」. */
    static final Slot<Integer> PAIN =
            new Slot<>("pain_scale", new Slot.Kind.Amount(""), Calls::scale, List.of(), List.of());

    private static final double COLDEST = 30;
    private static final double HOTTEST = 45;
    /** In degrees Celsius; the 80 of a blood pressure is none. */
    static final Slot<Double> BODY_TEMPERATURE =
            new Slot<>("temp_c", new Slot.Kind.Amount("℃"), Calls::bodyTemperature, List.of(), List.of());

    private static final String PERSON = "person";
    /** Letters from which on words that nobody foresaw are taken for a complaint. */
    private static final int SENTENCE = 5;

    private final Texts texts;
    private final Texts names = Texts.beside(Calls.class, "names.properties");
    private final Complaints complaints = Complaints.beside(Calls.class, "complaints.txt");
    /** Who only asks for a person names one; whatever else comes here is a complaint, be it in words not foreseen. */
    private final Complaints callers = Complaints.beside(Calls.class, "callers.txt");

    private static Integer scale(String number) {
        int pain = Integer.parseInt(number);
        if (pain < 0 || pain > WORST) {
            throw new IllegalArgumentException("no pain from 0 to 10: " + number);
        }
        return pain;
    }

    private static Double bodyTemperature(String number) {
        double temperature = Double.parseDouble(number);
        if (temperature < COLDEST || temperature > HOTTEST) {
            throw new IllegalArgumentException("no temperature of a body: " + number);
        }
        return temperature;
    }

    Calls(Texts texts) {
        this.texts = texts;
    }

    /**
     * Call staff and stay away: the help that is needed is a person's. A robot that drove up would stand in the way of
     * somebody getting out of bed and tell the room what was asked; and no motion means that a stop, a flat battery or
     * an errand under way cannot turn the request down.
     */
    Reply toilet(Turn turn) {
        String reason = told(texts.say("reason.toilet"), turn);
        return Reply.perform(new CallHuman(names.say("role.toilet"), turn.speaker(), reason, false))
                .thenSay(texts.say("toilet.called"));
    }

    /** Add of whom and of where somebody spoke, so that the one who comes finds them. */
    private String told(String reason, Turn turn) {
        String about = Stream.concat(turn.find(RESIDENT).stream(), turn.find(WHERE).stream())
                .collect(Collectors.joining(" "));
        return about.isEmpty() ? reason : texts.say("reason.about", Map.of("reason", reason, "about", about));
    }

    /** Call for what a person's hands do: to bathe, to dress, to turn over in bed; and for what is theirs to settle. */
    Reply hands(Turn turn) {
        return Reply.perform(new CallHuman(
                        names.say("role.toilet"), turn.speaker(), told(texts.say("reason.hands"), turn), false))
                .thenSay(texts.say("hands.called"));
    }

    Reply nurse(Turn turn) {
        Optional<String> named = complaints.in(turn.text());
        Optional<String> called = callers.in(turn.text());
        if (named.isEmpty() && called.filter(PERSON::equals).isPresent()) {
            return call(turn.speaker(), told(texts.say("reason.nurse"), turn), false)
                    .thenSay(texts.say("nurse.called"));
        }
        String complaint = named.orElse(texts.say("complaint.other"));
        String said = "nurse.urgent." + complaint;
        Reply urgent = call(turn.speaker(), told(pressing(complaint), turn), true)
                .thenSay(texts.say("heard") + texts.say(texts.byKey().containsKey(said) ? said : "nurse.urgent"));
        boolean unclear = named.isEmpty() && called.isEmpty() && isWord(turn.text());
        return unclear ? Reply.ask(texts.say("nurse.ask"), urgent, Reply.say(texts.say("offer.cancelled"))) : urgent;
    }

    /** 「足」, 「風呂」: a word by itself may be anything. */
    private static boolean isWord(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).count() < SENTENCE;
    }

    /** Report how somebody feels: the nurse decides what it means, so she is called as for any complaint. */
    Reply status(Turn turn) {
        String told = Stream.of("person", "body_part", "symptom", "temp_c", "pain_scale", "date")
                .flatMap(slot -> Optional.ofNullable(turn.slots().get(slot)).stream())
                .collect(Collectors.joining(" "));
        String complaint = complaints.in(turn.text()).orElse(texts.say("complaint.other"));
        return urgent(turn.speaker(), complaint)
                .then(Notes.record("status", told.isEmpty() ? complaint : told))
                .thenSay(texts.say("status.reported"));
    }

    Reply cancel(Turn turn) {
        String place = turn.find(WHERE).orElse(turn.speaker().name());
        String message = texts.say("reason.cancelled", Map.of("place", place));
        return Reply.perform(new Notify(names.say("role.nurse"), message)).thenSay(texts.say("nurse.cancelled"));
    }

    /** Help is called first; then the robot asks, and calls again when nobody answers. */
    Reply fall(Perceived perceived) {
        Reply again = urgent(perceived.place(), texts.say("complaint.silent")).thenSay(texts.say("fall.silent"));
        return urgent(perceived.place(), texts.say("complaint.fall"))
                .thenSay(texts.say("nurse.urgent"))
                .thenAskAfter(texts.say("fall.ask"), Reply.say(texts.say("nurse.coming")), again);
    }

    /** Who plays down what help was called for hears that it comes all the same. */
    Reply declined(Turn turn) {
        boolean called = turn.lastSaid().contains(texts.say("nurse.urgent"));
        return Reply.say(texts.say(called ? "nurse.coming" : "offer.cancelled"));
    }

    private Reply urgent(Place place, String complaint) {
        return call(place, pressing(complaint), true);
    }

    private String pressing(String complaint) {
        return texts.say("reason.urgent", Map.of("complaint", complaint));
    }

    private Reply call(Place place, String reason, boolean urgent) {
        return Reply.perform(new CallHuman(names.say("role.nurse"), place, reason, urgent));
    }
}
