package dev.aizuchi.reception;

import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Display;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Action.Notify;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Perceived;
import dev.aizuchi.skill.Phrases;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import dev.aizuchi.skill.Vocabulary;
import dev.aizuchi.skill.Worded;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Receives visitors: announces them, shows the way and calls staff for what a person must settle. */
public final class ReceptionSkill implements Worded {
    /** The role that is told of visitors and called for them. */
    static final String STAFF = "receptionist";

    private static final String ENGLISH = "en";
    private static final String ANY = "any";

    private static final Slot<Integer> NUMBER = Slot.number("number");
    private static final Slot<Double> YEN = Slot.amount("amount_yen", "円");
    private static final Slot<Double> COUNT = Slot.amount("count", "個");
    private static final Slot<Double> FLOOR = Slot.amount("floor", "階");

    private final Texts texts;
    private final CheckIn checkIn;
    private final Slot<Place> goal = Slot.anyPlace(
            "place",
            words("need"),
            Phrases.beside(ReceptionSkill.class, "cues.txt").expressions("place"));
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
                                .on("guide_to_place", phrases, this::guide, goal, FLOOR)
                                .on("call_staff", phrases, turn -> call(turn, "staff", false), dept)
                                .on("waiting_time", phrases, turn -> call(turn, "wait", false))
                                .on("emergency", phrases, turn -> call(turn, "emergency", true))
                                .on("complaint", phrases, turn -> call(turn, "complaint", true))
                                .on("switch_language", phrases, this::language, lang)
                                .on("visitor_privacy", phrases, turn -> Reply.refuse(spoken(turn, "privacy")))
                                // Other skills have intents of these names too; a slash keeps them apart where both are
                                // loaded.
                                .on("reception/health_advice", phrases, turn -> Reply.refuse(spoken(turn, "health")))
                                .on("reception/unsafe_request", phrases, turn -> Reply.refuse(spoken(turn, "unsafe")))
                                .on(
                                        "reception/cancel_offer",
                                        phrases,
                                        turn -> Reply.say(spoken(turn, "offer.cancelled"))),
                        phrases)
                .perceives("fall", this::fall)
                .offered(texts);
    }

    /** Who fell is called for before a word is said; then the robot asks, and calls again when nobody answers. */
    private Reply fall(Perceived perceived) {
        Reply again = fall(perceived, "reason.silent").thenSay(texts.say("fall.silent"));
        return fall(perceived, "reason.fall")
                .thenSay(texts.say("fall.called"))
                .thenAskAfter(texts.say("fall.ask"), Reply.say(texts.say("fall.coming")), again);
    }

    private Reply fall(Perceived perceived, String reason) {
        return Reply.perform(new CallHuman(STAFF, perceived.place(), texts.say(reason), true));
    }

    /** What a person at the desk settles: the robot says so, calls, and tells what it is about. */
    private SkillSpec desk(SkillSpec spec, Phrases phrases) {
        Slot<?>[] booking = {checkIn.visitor(), CheckIn.DATE, CheckIn.TIME, CheckIn.PEOPLE};
        return spec.on(
                        "receive_parcel",
                        phrases,
                        turn -> call(turn, "parcel", false),
                        CheckIn.COMPANY,
                        item,
                        COUNT,
                        dept,
                        checkIn.host(),
                        YEN)
                .on("report_lost_item", phrases, turn -> call(turn, "lost", false), item, goal, FLOOR, CheckIn.DATE)
                .on("receive_found_item", phrases, turn -> call(turn, "found", false), item, goal, FLOOR)
                .on("check_booking", phrases, turn -> call(turn, "booking", false), booking)
                .on("change_booking", phrases, turn -> call(turn, "booking", false), booking)
                .on("cancel_booking", phrases, turn -> call(turn, "booking", false), booking)
                .on("call_by_number", phrases, this::callByNumber, NUMBER)
                .on("parking_validate", phrases, turn -> call(turn, "parking", false))
                .on("address_change", phrases, turn -> call(turn, "address", false))
                .on("insurance_card", phrases, turn -> call(turn, "insurance", false))
                .on("carry_item", phrases, turn -> call(turn, "carry", false), item, COUNT, FLOOR, goal);
    }

    /** Drive only after a yes. */
    private Reply guide(Turn turn) {
        return turn.find(goal)
                .map(place -> turn.knows(place) ? lead(place, texts.in(turn.language())) : elsewhere(place, turn))
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

    /** What the site has not, a person may know of. */
    private Reply elsewhere(Place place, Turn turn) {
        Map<String, String> said = Map.of("place", place.name());
        String reason = texts.say("reason.place", said);
        return Reply.ask(
                texts.in(turn.language()).say("place.none", said),
                Reply.perform(new CallHuman(STAFF, turn.speaker(), reason, false))
                        .thenSay(spoken(turn, "staff.called")),
                Reply.say(spoken(turn, "offer.cancelled")));
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
        String named = turn.find(lang).orElse(turn.language().equals(ENGLISH) ? ENGLISH : ANY);
        String wanted = texts.in(named).byKey().containsKey("language." + named) ? named : ANY;
        String answer = texts.in(wanted).say("language." + wanted);
        return wanted.equals(Turn.JAPANESE) || wanted.equals(ENGLISH)
                ? Reply.speak(wanted).thenSay(answer)
                : Reply.perform(new CallHuman(STAFF, turn.speaker(), texts.say("reason.language." + wanted), false))
                        .thenSay(answer);
    }

    private Reply call(Turn turn, String what, boolean urgent) {
        String reason = texts.say("reason." + what) + told(turn);
        return Reply.perform(new CallHuman(STAFF, turn.speaker(), reason, urgent))
                .thenSay(spoken(turn, what + ".called"));
    }

    /** Give what the person who is called need not ask again. */
    private String told(Turn turn) {
        return Stream.of(
                        turn.find(checkIn.visitor()),
                        turn.find(CheckIn.COMPANY),
                        turn.find(dept),
                        turn.find(checkIn.host()),
                        turn.find(item),
                        turn.find(COUNT).map(Double::intValue),
                        turn.day(CheckIn.DATE),
                        turn.find(CheckIn.TIME))
                .flatMap(Optional::stream)
                .map(each -> texts.say("reason.about", Map.of("about", each.toString())))
                .collect(Collectors.joining());
    }

    private String spoken(Turn turn, String key) {
        return texts.in(turn.language()).say(key);
    }

    private static Vocabulary words(String section) {
        return Vocabulary.beside(ReceptionSkill.class, "vocabulary.txt", section);
    }
}
