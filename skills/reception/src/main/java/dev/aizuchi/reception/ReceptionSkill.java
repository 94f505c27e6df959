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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Receives visitors: announces them, shows the way and calls staff for what a person must settle. */
public final class ReceptionSkill implements Worded {
    private static final String STAFF = "receptionist";
    private static final Slot<Place> PLACE = Slot.place("place");
    private static final Slot<LocalTime> TIME = Slot.time("time");
    private static final Slot<String> DATE = Slot.date("date");
    private static final Slot<Integer> NUMBER = Slot.number("number");
    private static final Slot<String> VISITOR =
            Slot.person("visitor").near(List.of("申します", "申し", "です", "と言います", "といいます"));
    private static final Slot<String> COMPANY = Slot.company("company");
    private static final Slot<String> HOST =
            Slot.person("host").near(List.of("約束", "アポ", "お願い", "会い", "面会", "取り次", "いらっしゃ", "お見え", "ご在席"));

    private final Texts texts;
    private final Directory directory = Directory.beside(ReceptionSkill.class);
    private final Slot<String> item = choice("item");
    private final Slot<String> dept = choice("dept");
    private final Slot<String> purpose = choice("purpose");
    private final Slot<String> lang = choice("lang");
    private final Vocabulary needs = Vocabulary.beside(ReceptionSkill.class, "vocabulary.txt", "needs");

    /** Say what stands beside this class. */
    public ReceptionSkill() {
        this(Texts.beside(ReceptionSkill.class, "texts.properties"));
    }

    private ReceptionSkill(Texts texts) {
        this.texts = texts;
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
        Phrases phrases = Phrases.beside(ReceptionSkill.class, "phrases.txt");
        return desk(
                SkillSpec.named("reception")
                        .needs(CallHuman.class, Display.class, Navigate.class, Notify.class)
                        .on("check_in", phrases, this::checkIn, VISITOR, HOST, COMPANY, dept, TIME, purpose)
                        .on("guide_to_place", phrases, this::guide, PLACE)
                        .on("call_staff", phrases, turn -> call(turn, "staff", false), dept)
                        .on("waiting_time", phrases, turn -> call(turn, "wait", false))
                        .on("emergency", phrases, turn -> call(turn, "emergency", true))
                        .on("complaint", phrases, turn -> call(turn, "complaint", true))
                        .on("switch_language", phrases, this::language, lang)
                        .on("reception/cancel_offer", phrases, turn -> Reply.say(texts.say("offer.declined")))
                        .on("visitor_privacy", phrases, turn -> Reply.refuse(texts.say("privacy"))),
                phrases);
    }

    /** What a person at the desk settles: the robot says so, calls, and tells what it is about. */
    private SkillSpec desk(SkillSpec spec, Phrases phrases) {
        return spec.on("receive_parcel", phrases, turn -> call(turn, "parcel", false))
                .on("report_lost_item", phrases, turn -> call(turn, "lost", false), item, PLACE, DATE, TIME)
                .on("receive_found_item", phrases, turn -> call(turn, "found", false), item, PLACE)
                .on("check_booking", phrases, turn -> call(turn, "booking", false), DATE, TIME, VISITOR)
                .on("change_booking", phrases, turn -> call(turn, "booking", false), DATE, TIME, VISITOR)
                .on("cancel_booking", phrases, turn -> call(turn, "booking", false), DATE, TIME, VISITOR)
                .on("call_by_number", phrases, this::callByNumber, NUMBER)
                .on("parking_validate", phrases, turn -> call(turn, "parking", false))
                .on("address_change", phrases, turn -> call(turn, "address", false))
                .on("insurance_card", phrases, turn -> call(turn, "insurance", false))
                .on("carry_item", phrases, turn -> call(turn, "carry", false), item, PLACE);
    }

    /** Ask who has come and whom they visit, unless they come for the clinic itself. */
    private Reply checkIn(Turn turn) {
        if (turn.find(purpose).filter("診察"::equals).isPresent()) {
            return call(turn, "patient", false);
        }
        if (turn.find(VISITOR).isEmpty()) {
            return Reply.await(texts.say("checkin.name"), VISITOR);
        }
        Optional<String> host = turn.find(HOST);
        if (host.isEmpty()) {
            return Reply.await(texts.say("checkin.host"), HOST);
        }
        List<Directory.Entry> meant =
                directory.find(host.get(), turn.text() + turn.find(dept).orElse(""));
        if (meant.isEmpty()) {
            return call(turn, "checkin.unknown", false);
        }
        if (meant.size() > 1) {
            return Reply.await(which(meant), HOST);
        }
        return announce(turn.get(VISITOR), meant.get(0));
    }

    private String which(List<Directory.Entry> meant) {
        return texts.say(
                "checkin.which",
                Map.of(
                        "name",
                        meant.get(0).family(),
                        "count",
                        Integer.toString(meant.size()),
                        "choices",
                        meant.stream()
                                .map(entry ->
                                        entry.department() + "の" + entry.name().replace(" ", ""))
                                .collect(Collectors.joining("、"))));
    }

    /** A company speaks of its own people without a title. */
    private Reply announce(String visitor, Directory.Entry host) {
        String message = texts.say(
                "reason.visitor",
                Map.of("visitor", visitor, "host", host.name().replace(" ", ""), "extension", host.extension()));
        return Reply.say(texts.say("checkin.calling", Map.of("host", host.family())))
                .then(new Notify(STAFF, message))
                .thenSay(texts.say("checkin.done"));
    }

    /** Drive only after a yes. */
    private Reply guide(Turn turn) {
        return turn.find(PLACE)
                .or(() -> needed(turn.text()))
                .map(place -> Reply.ask(
                        texts.say("place.lead", Map.of("place", place.name())),
                        Reply.say(texts.say("place.going"))
                                .then(new Navigate(place))
                                .thenSay(texts.say("place.arrived", Map.of("place", place.name()))),
                        Reply.perform(new Display(texts.say("place.shown", Map.of("place", place.name()))))
                                .thenSay(texts.say("place.show"))))
                .orElseGet(() -> Reply.await(texts.say("place.which"), PLACE));
    }

    /** 「お会計をお願いします」: where one gets what is wanted. */
    private Optional<Place> needed(String text) {
        return needs.wordsByValue().entrySet().stream()
                .filter(need -> need.getValue().stream().anyMatch(text::contains))
                .map(need -> new Place(need.getKey()))
                .findFirst();
    }

    private Reply callByNumber(Turn turn) {
        return turn.find(NUMBER)
                .map(number -> Map.of("number", Integer.toString(number)))
                .map(said -> Reply.perform(new Display(texts.say("number.shown", said)))
                        .thenSay(texts.say("number.called", said)))
                .orElseGet(() -> Reply.await(texts.say("number.which"), NUMBER));
    }

    /** The robot speaks Japanese alone yet: it says so in the language that was asked for, and calls somebody. */
    private Reply language(Turn turn) {
        String wanted = turn.find(lang).orElse("en");
        return wanted.equals("ja")
                ? Reply.say(texts.say("language.ja"))
                : Reply.perform(new CallHuman(STAFF, turn.speaker(), texts.say("reason.language." + wanted), false))
                        .thenSay(texts.say("language." + wanted));
    }

    private Reply call(Turn turn, String what, boolean urgent) {
        return Reply.perform(new CallHuman(STAFF, turn.speaker(), texts.say("reason." + what), urgent))
                .thenSay(texts.say(what + ".called"));
    }

    private static Slot<String> choice(String name) {
        return Slot.choice(name, Vocabulary.beside(ReceptionSkill.class, "vocabulary.txt", name));
    }
}
