package dev.aizuchi.conversation;

import dev.aizuchi.skill.Phrases;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import dev.aizuchi.skill.Worded;
import java.time.LocalDate;

/**
 * Greets, listens when called, chats, repeats, tells the time and the date, says that it is a robot, and names whom to
 * ask; never acts.
 */
public final class ConversationSkill implements Worded {
    private static final Slot<String> DATE = Slot.date("date");

    private final Texts texts;
    private final Clock clock;

    /** Say what stands beside this class. */
    public ConversationSkill() {
        this(Texts.beside(ConversationSkill.class, "texts.properties")
                .translated("en", Texts.beside(ConversationSkill.class, "texts_en.properties")));
    }

    private ConversationSkill(Texts texts) {
        this.texts = texts;
        clock = new Clock(texts);
    }

    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public Skill worded(Texts other) {
        return new ConversationSkill(other);
    }

    @Override
    public SkillSpec spec() {
        Phrases phrases = Phrases.beside(ConversationSkill.class, "phrases.txt")
                .and(Phrases.beside(ConversationSkill.class, "phrases_en.txt"));
        return SkillSpec.named("conversation")
                .on("greeting", phrases, turn -> Reply.chat(new Clock(spoken(turn)).greeting(turn.now())))
                .on("attention", phrases, turn -> Reply.chat(texts.say("attention")))
                .on("good_night", phrases, turn -> Reply.chat(texts.say("good-night")))
                .on("thanks", phrases, turn -> Reply.chat(spoken(turn).say("thanks")))
                .on("farewell", phrases, turn -> Reply.chat(texts.say("farewell")))
                .on("will_wait", phrases, turn -> Reply.chat(texts.say("will-wait")))
                .on("repeat", phrases, this::repeat)
                .on("tell_time", phrases, turn -> Reply.say(clock.time(turn.now())))
                .on("tell_date", phrases, this::date, DATE)
                .on("self_introduction", phrases, turn -> Reply.say(spoken(turn).say("self")))
                .on("capabilities", phrases, turn -> Reply.say(texts.say("capabilities")))
                .onRemark("small_talk", phrases, turn -> Reply.talk(texts.say("small-talk")))
                .on("company", phrases, turn -> Reply.talk(texts.say("company")))
                .on("how_are_you", phrases, turn -> Reply.talk(texts.say("how-are-you")))
                .on("ask_person", phrases, turn -> Reply.say(texts.say("ask-person")));
    }

    private Reply date(Turn turn) {
        LocalDate today = turn.now().toLocalDate();
        return turn.day(DATE)
                .filter(day -> !day.equals(today))
                .map(day -> Reply.say(clock.date(day, turn.said(DATE).orElse(""))))
                .orElseGet(() -> Reply.say(clock.date(today)));
    }

    private Texts spoken(Turn turn) {
        return texts.in(turn.language());
    }

    private Reply repeat(Turn turn) {
        return Reply.say(turn.lastSaid().isBlank() ? spoken(turn).say("repeat.nothing") : turn.lastSaid());
    }
}
