package dev.aizuchi.care;

import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Grasp;
import dev.aizuchi.robot.Action.HandOver;
import dev.aizuchi.robot.Action.Light;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Phrases;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import java.util.Map;

/** Helps a resident to the toilet, brings water, calls the nurse and switches the light. */
public final class CareSkill implements Skill {
    private static final Slot<Place> PLACE = Slot.place("place");

    private final Texts texts = Texts.beside(CareSkill.class, "texts.properties");
    private final Texts names = Texts.beside(CareSkill.class, "names.properties");
    private final Complaints complaints = Complaints.beside(CareSkill.class);

    @Override
    public SkillSpec spec() {
        Phrases phrases = Phrases.beside(CareSkill.class, "phrases.txt");
        return SkillSpec.named("care")
                .needs(Navigate.class, Grasp.class, HandOver.class, CallHuman.class, Light.class)
                .on("toilet_assist", phrases, this::toiletAssist)
                .on("bring_water", phrases, this::bringWater)
                .on("call_nurse", phrases, this::callNurse)
                .on("light_on", phrases, turn -> light(turn, true))
                .on("light_off", phrases, turn -> light(turn, false));
    }

    /**
     * Call staff and stay away: the help that is needed is a person's. A robot that drove up would stand in the way of
     * somebody getting out of bed and tell the room what was asked; and no motion means that a stop, a flat battery or
     * an errand under way cannot turn the request down.
     */
    private Reply toiletAssist(Turn turn) {
        return Reply.perform(new CallHuman(names.say("role.toilet"), turn.speaker(), texts.say("reason.toilet"), false))
                .thenSay(texts.say("toilet.called"));
    }

    private Reply bringWater(Turn turn) {
        String water = names.say("item.water");
        return Reply.say(texts.say("water.going"))
                .then(new Navigate(new Place(names.say("place.water"))))
                .then(new Grasp(water))
                .then(new Navigate(turn.speaker()))
                .thenSay(texts.say("water.offering"))
                .then(new HandOver(water))
                .thenSay(texts.say("water.brought"));
    }

    /** Call first and explain after; what hurts is passed on, neither judged nor treated. */
    private Reply callNurse(Turn turn) {
        return complaints
                .in(turn.text())
                .map(complaint -> texts.say("reason.urgent", Map.of("complaint", complaint)))
                .map(reason -> call(turn, reason, true, "nurse.urgent"))
                .orElseGet(() -> call(turn, texts.say("reason.nurse"), false, "nurse.called"));
    }

    private Reply call(Turn turn, String reason, boolean urgent, String said) {
        return Reply.perform(new CallHuman(names.say("role.nurse"), turn.speaker(), reason, urgent))
                .thenSay(texts.say(said));
    }

    private Reply light(Turn turn, boolean on) {
        String key = on ? "light.on" : "light.off";
        return turn.find(PLACE)
                .filter(place -> !place.equals(turn.speaker()))
                .map(place -> Reply.say(texts.say(key + ".place", Map.of("place", place.name())))
                        .then(new Light(place, on)))
                .orElseGet(() -> Reply.say(texts.say(key)).then(new Light(turn.speaker(), on)));
    }
}
