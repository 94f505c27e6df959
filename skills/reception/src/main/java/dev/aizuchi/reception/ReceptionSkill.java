package dev.aizuchi.reception;

import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Display;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Action.Notify;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Phrases;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import dev.aizuchi.skill.Vocabulary;
import dev.aizuchi.skill.Worded;
import java.time.LocalTime;
import java.util.Map;

/** Receives visitors: announces them, shows the way and calls staff for what a person must settle. */
public final class ReceptionSkill implements Worded {
    /** The role that is told of visitors and called for them. */
    static final String STAFF = "receptionist";

    private static final String ENGLISH = "en";

    private static final Slot<LocalTime> TIME = Slot.time("time");
    private static final Slot<String> DATE = Slot.date("date");
    private static final Slot<Integer> NUMBER = Slot.number("number");

    private final Texts texts;
    private final CheckIn checkIn;
    private final Slot<Place> goal = Slot.place("place", words("need"));
    private final Slot<String> item = Slot.choice("item", words("item"));
    private final Slot<String> dept = Slot.choice("dept", words("dept"));
    private final Slot<String> lang = Slot.choice("lang", words("lang"));

    /** Say what stands beside this class. */
    public ReceptionSkill() {
        this(Texts.beside(ReceptionSkill.class, "texts.properties")
                .translated(ENGLISH, Texts.beside(ReceptionSkill.class, "texts_en.properties")));
    }

    private ReceptionSkill(Texts texts) {
        this.texts = texts;
        checkIn = new CheckIn(texts, Directory.beside(ReceptionSkill.class));
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public Skill worded(Texts other) {
        return new ReceptionSkill(other);
    }

    @Override
    public SkillSpec spec() {
        Phrases phrases = Phrases.beside(ReceptionSkill.class, "phrases.txt")
                .and(Phrases.beside(ReceptionSkill.class, "phrases_en.txt"));
        return desk(
                SkillSpec.named("reception")
                        .needs(CallHuman.class, Display.class, Navigate.class, Notify.class)
                        .on("check_in", phrases, checkIn::to, checkIn.slots())
                        .on("guide_to_place", phrases, this::guide, goal)
                        .on("call_staff", phrases, turn -> call(turn, "staff", false), dept)
                        .on("waiting_time", phrases, turn -> call(turn, "wait", false))
                        .on("emergency", phrases, turn -> call(turn, "emergency", true))
                        .on("complaint", phrases, turn -> call(turn, "complaint", true))
                        .on("switch_language", phrases, this::language, lang)
                        .on("visitor_privacy", phrases, turn -> Reply.refuse(spoken(turn, "privacy")))
                        // Other skills have intents of these names too; a slash keeps them apart where both are loaded.
                        .on("reception/health_advice", phrases, turn -> Reply.refuse(spoken(turn, "health")))
                        .on("reception/unsafe_request", phrases, turn -> Reply.refuse(spoken(turn, "unsafe")))
                        .on("reception/cancel_offer", phrases, turn -> Reply.say(spoken(turn, "offer.cancelled"))),
                phrases);
    }

    /** What a person at the desk settles: the robot says so, calls, and tells what it is about. */
    private SkillSpec desk(SkillSpec spec, Phrases phrases) {
        return spec.on("receive_parcel", phrases, turn -> call(turn, "parcel", false))
                .on("report_lost_item", phrases, turn -> call(turn, "lost", false), item, goal)
                .on("receive_found_item", phrases, turn -> call(turn, "found", false), item)
                .on("check_booking", phrases, turn -> call(turn, "booking", false), DATE, TIME)
                .on("change_booking", phrases, turn -> call(turn, "booking", false), DATE, TIME)
                .on("cancel_booking", phrases, turn -> call(turn, "booking", false), DATE, TIME)
                .on("call_by_number", phrases, this::callByNumber, NUMBER)
                .on("parking_validate", phrases, turn -> call(turn, "parking", false))
                .on("address_change", phrases, turn -> call(turn, "address", false))
                .on("insurance_card", phrases, turn -> call(turn, "insurance", false))
                .on("carry_item", phrases, turn -> call(turn, "carry", false), item, goal);
    }

    /** Drive only after a yes. */
    private Reply guide(Turn turn) {
        return turn.find(goal)
                .map(place -> lead(place, texts.in(turn.language())))
                .orElseGet(() -> Reply.await(spoken(turn, "place.which"), goal));
    }

    private static Reply lead(Place place, Texts spoken) {
        String name = spoken.byKey().getOrDefault("place.name." + place.name(), place.name());
        Map<String, String> said = Map.of("place", name);
        return Reply.ask(
                spoken.say("place.lead", said),
                Reply.say(spoken.say("place.going"))
                        .then(new Navigate(place))
                        .thenSay(spoken.say("place.arrived", said)),
                Reply.perform(new Display(spoken.say("place.shown", said))).thenSay(spoken.say("place.show")));
    }

    private Reply callByNumber(Turn turn) {
        return turn.find(NUMBER)
                .map(number -> Map.of("number", Integer.toString(number)))
                .map(said -> Reply.perform(new Display(texts.say("number.shown", said)))
                        .thenSay(texts.in(turn.language()).say("number.called", said)))
                .orElseGet(() -> Reply.await(spoken(turn, "number.which"), NUMBER));
    }

    /** Speak Japanese or English from now on; for what the robot does not speak, call somebody, and say so in it. */
    private Reply language(Turn turn) {
        String wanted = turn.find(lang).orElse(turn.language().equals(ENGLISH) ? ENGLISH : "any");
        String answer = texts.in(wanted).say("language." + wanted);
        return wanted.equals(Turn.JAPANESE) || wanted.equals(ENGLISH)
                ? Reply.speak(wanted).thenSay(answer)
                : Reply.perform(new CallHuman(STAFF, turn.speaker(), texts.say("reason.language." + wanted), false))
                        .thenSay(answer);
    }

    private Reply call(Turn turn, String what, boolean urgent) {
        return Reply.perform(new CallHuman(STAFF, turn.speaker(), texts.say("reason." + what), urgent))
                .thenSay(spoken(turn, what + ".called"));
    }

    private String spoken(Turn turn, String key) {
        return texts.in(turn.language()).say(key);
    }

    private static Vocabulary words(String section) {
        return Vocabulary.beside(ReceptionSkill.class, "vocabulary.txt", section);
    }
}
