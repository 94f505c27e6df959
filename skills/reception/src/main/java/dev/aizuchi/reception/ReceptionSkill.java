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
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Receives visitors: announces them, shows the way and calls staff for what a person must settle. */
public final class ReceptionSkill implements Skill {
    private static final Slot<Place> PLACE = Slot.place("place");
    private static final Slot<LocalTime> TIME = Slot.time("time");
    private static final Slot<String> DATE = Slot.date("date");
    private static final Slot<String> VISITOR = Slot.person("visitor").near(List.of("申します", "申し", "です"));
    private static final Slot<String> HOST =
            Slot.person("host").near(List.of("約束", "お願い", "会い", "面会", "取り次", "いらっしゃ"));
    private static final List<String> AT_THE_DESK = List.of(
            "receive_parcel",
            "report_lost_item",
            "receive_found_item",
            "check_booking",
            "change_booking",
            "cancel_booking",
            "call_by_number",
            "parking_validate",
            "address_change",
            "insurance_card",
            "carry_item");

    private final Texts texts = Texts.beside(ReceptionSkill.class, "texts.properties");

    @Override
    public SkillSpec spec() {
        Phrases phrases = Phrases.beside(ReceptionSkill.class, "phrases.txt");
        SkillSpec spec = SkillSpec.named("reception")
                .needs(CallHuman.class, Display.class, Navigate.class, Notify.class)
                .on("check_in", phrases, this::checkIn, VISITOR, HOST, TIME)
                .on("guide_to_place", phrases, this::guide, PLACE)
                .on("call_staff", phrases, turn -> call(turn, false, "staff.called"))
                .on("waiting_time", phrases, turn -> Reply.say(texts.say("wait")))
                .on("complaint", phrases, turn -> call(turn, true, "complaint.called"))
                .on("switch_language", phrases, turn -> call(turn, false, "staff.called"))
                .on("visitor_privacy", phrases, turn -> Reply.refuse(texts.say("privacy")));
        for (String intent : AT_THE_DESK) {
            spec = spec.on(intent, phrases, turn -> call(turn, false, "desk.called"), DATE, TIME);
        }
        return spec;
    }

    private Reply checkIn(Turn turn) {
        if (turn.find(VISITOR).isEmpty()) {
            return Reply.await(texts.say("checkin.name"), VISITOR);
        }
        return turn.find(HOST)
                .map(host -> Reply.say(texts.say("checkin.calling", Map.of("host", host)))
                        .then(new Notify("host", "来客"))
                        .thenSay(texts.say("checkin.done")))
                .orElseGet(() -> Reply.await(texts.say("checkin.host"), HOST));
    }

    /** Drive only after a yes. */
    private Reply guide(Turn turn) {
        return turn.find(PLACE)
                .map(place -> Reply.ask(
                        texts.say("place.lead", Map.of("place", place.name())),
                        Reply.say(texts.say("place.going"))
                                .then(new Navigate(place))
                                .thenSay(texts.say("place.arrived", Map.of("place", place.name()))),
                        Reply.say(texts.say("place.show", Map.of("place", place.name())))
                                .then(new Display(place.name()))))
                .orElseGet(() -> Reply.await(texts.say("place.which"), PLACE));
    }

    private Reply call(Turn turn, boolean urgent, String said) {
        return Reply.perform(new CallHuman("receptionist", turn.speaker(), "来客対応", urgent))
                .thenSay(texts.say(said));
    }
}
