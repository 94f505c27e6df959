package dev.aizuchi.care;

import dev.aizuchi.robot.Action;
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

/** Answers what residents of a care home wish for and tell, and calls staff for what is theirs to do. */
public final class CareSkill implements Worded {
    private static final String WORDS = "vocabulary.txt";

    private final Texts texts;
    private final Calls calls;
    private final Errands errands;
    private final Room room;
    private final Notes notes;

    /** Say what stands beside this class. */
    public CareSkill() {
        this(Texts.beside(CareSkill.class, "texts.properties"));
    }

    private CareSkill(Texts texts) {
        this.texts = texts;
        calls = new Calls(texts);
        errands = new Errands(texts, words("item"));
        room = new Room(texts, words("direction"), words("part"), words("temperature"));
        notes = new Notes(texts, words("topic"), words("person"), words("taken"), words("untaken"));
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public Skill worded(Texts other) {
        return new CareSkill(other);
    }

    @Override
    public SkillSpec spec() {
        Phrases phrases = Phrases.beside(CareSkill.class, "phrases.txt");
        return talk(room(wishes(calls(named(), phrases), phrases), phrases), phrases)
                .offered(texts);
    }

    private static SkillSpec named() {
        return SkillSpec.named("care")
                .needs(
                        Action.Navigate.class,
                        Action.Grasp.class,
                        Action.Release.class,
                        Action.HandOver.class,
                        Action.CallHuman.class,
                        Action.Notify.class,
                        Action.Light.class,
                        Action.Climate.class,
                        Action.Door.class,
                        Action.RaiseBed.class,
                        Action.Own.class);
    }

    private SkillSpec calls(SkillSpec spec, Phrases phrases) {
        return spec.on("toilet_assist", phrases, calls::toilet, Calls.RESIDENT, Calls.KIN, Calls.WHERE)
                .on("call_nurse", phrases, calls::nurse, Calls.RESIDENT, Calls.KIN, Calls.WHERE)
                // What a person's hands do: the same call, of its own phrases, since it is no complaint.
                .on("care/call_nurse", phrases, calls::hands, Calls.RESIDENT, Calls.KIN, Calls.WHERE)
                .on(
                        "record_status",
                        phrases,
                        calls::status,
                        Slot.choice("body_part", words("body_part")),
                        Slot.choice("symptom", words("symptom")),
                        Calls.PAIN,
                        Calls.BODY_TEMPERATURE,
                        Notes.DATE,
                        Calls.RESIDENT,
                        Calls.KIN)
                .onTakingBack("cancel_call", phrases, calls::cancel, Calls.WHERE)
                .perceives("fall", calls::fall);
    }

    private SkillSpec wishes(SkillSpec spec, Phrases phrases) {
        return spec.on("bring_water", phrases, turn -> errands.drink(turn, "water"))
                .on("bring_tea", phrases, turn -> errands.drink(turn, "tea"))
                .on("bring_item", phrases, errands::bring, errands.item())
                .on("put_away", phrases, errands::putAway, errands.item())
                .on("bring_blanket", phrases, errands::blanket)
                .on("meal_request", phrases, notes::meal)
                .on("set_reminder", phrases, notes::remind, Notes.TIME, Notes.DATE, notes.topic(), Calls.RESIDENT)
                .on("record_medication", phrases, notes::medication, Notes.TAKEN, Calls.RESIDENT)
                .on("contact_family", phrases, notes::contact, notes.person())
                .on("do_not_contact", phrases, notes::doNotContact, notes.person())
                .on("record_phone", phrases, notes::phone, Notes.PHONE, notes.person());
    }

    private SkillSpec room(SkillSpec spec, Phrases phrases) {
        return spec.on("light_on", phrases, turn -> room.light(turn, true))
                .on("light_off", phrases, turn -> room.light(turn, false))
                .on("adjust_bed", phrases, room::bed, Room.ANGLE, room.direction(), room.part())
                .on("adjust_blanket", phrases, turn -> room.blanket("adjust"))
                .on("remove_blanket", phrases, turn -> room.blanket("take_off"))
                .on("adjust_aircon", phrases, room::aircon, Room.TEMPERATURE, Room.CHANGE)
                .on("close_curtain", phrases, turn -> room.curtain(turn, false))
                .on("open_curtain", phrases, turn -> room.curtain(turn, true))
                .on("close_door", phrases, turn -> room.door(turn, false))
                .on("open_door", phrases, turn -> room.door(turn, true))
                .on("tv_on", phrases, turn -> room.television(turn, true))
                .on("tv_off", phrases, turn -> room.television(turn, false))
                .on("speak_slower_louder", phrases, room::voice)
                .on("be_quiet", phrases, turn -> room.quiet());
    }

    private SkillSpec talk(SkillSpec spec, Phrases phrases) {
        return spec.on("end_conversation", phrases, turn -> Reply.say(texts.say("end")))
                .on("cancel_offer", phrases, calls::declined)
                .on("orientation_place", phrases, this::place)
                .on("orientation_meal", phrases, turn -> Reply.say(texts.say("orientation.meal")))
                .on("orientation_weather", phrases, turn -> Reply.say(texts.say("orientation.weather")), Notes.DATE);
    }

    private Reply place(Turn turn) {
        return Reply.say(
                texts.say("orientation.place", Map.of("place", turn.speaker().name())));
    }

    private static Vocabulary words(String slot) {
        return Vocabulary.beside(CareSkill.class, WORDS, slot);
    }
}
