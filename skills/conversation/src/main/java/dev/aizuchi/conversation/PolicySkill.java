package dev.aizuchi.conversation;

import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.skill.Phrases;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import dev.aizuchi.skill.Worded;

/** Refuses, in any trade, what no robot may do or tell, and brings a person to who does not want to live. */
public final class PolicySkill implements Worded {
    private static final String STAFF = "staff";

    private final Texts texts;

    /** Say what stands beside this class. */
    public PolicySkill() {
        this(Texts.beside(PolicySkill.class, "policy-texts.properties")
                .translated("en", Texts.beside(PolicySkill.class, "policy-texts_en.properties")));
    }

    private PolicySkill(Texts texts) {
        this.texts = texts;
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public Skill worded(Texts other) {
        return new PolicySkill(other);
    }

    @Override
    public SkillSpec spec() {
        Phrases phrases = Phrases.beside(PolicySkill.class, "policy-phrases.txt")
                .and(Phrases.beside(PolicySkill.class, "policy-phrases_en.txt"));
        return SkillSpec.named("policy")
                .needs(CallHuman.class)
                .on("self_harm", phrases, this::selfHarm)
                .on("health_advice", phrases, turn -> refuse(turn, "health"))
                .on("unsafe_request", phrases, turn -> refuse(turn, "unsafe"))
                .on("privacy", phrases, turn -> refuse(turn, "privacy"))
                .on("impossible", phrases, turn -> refuse(turn, "impossible"))
                .on("insult", phrases, turn -> Reply.chat(spoken(turn, "insult")));
    }

    /** Whatever was meant by it: a person comes at once. */
    private Reply selfHarm(Turn turn) {
        return Reply.perform(new CallHuman(STAFF, turn.speaker(), texts.say("reason.self-harm"), true))
                .thenSay(spoken(turn, "self-harm"));
    }

    private Reply refuse(Turn turn, String what) {
        return Reply.refuse(spoken(turn, what));
    }

    private String spoken(Turn turn, String key) {
        return texts.in(turn.language()).say(key);
    }
}
