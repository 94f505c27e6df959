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
        this(Texts.beside(PolicySkill.class, "policy-texts.properties"));
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
        Phrases phrases = Phrases.beside(PolicySkill.class, "policy-phrases.txt");
        return SkillSpec.named("policy")
                .needs(CallHuman.class)
                .on("self_harm", phrases, this::selfHarm)
                .on("health_advice", phrases, turn -> Reply.refuse(texts.say("health")))
                .on("unsafe_request", phrases, turn -> Reply.refuse(texts.say("unsafe")))
                .on("privacy", phrases, turn -> Reply.refuse(texts.say("privacy")))
                .on("impossible", phrases, turn -> Reply.refuse(texts.say("impossible")))
                .on("insult", phrases, turn -> Reply.chat(texts.say("insult")));
    }

    /** Whatever was meant by it: a person comes at once. */
    private Reply selfHarm(Turn turn) {
        return Reply.perform(new CallHuman(STAFF, turn.speaker(), texts.say("reason.self-harm"), true))
                .thenSay(texts.say("self-harm"));
    }
}
