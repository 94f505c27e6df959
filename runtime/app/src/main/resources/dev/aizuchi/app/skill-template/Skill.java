package @package@;

import dev.aizuchi.robot.Action.Navigate;
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
import java.util.Map;

/** Leads who wants to play a game to where it is played. Replace it by what your robot shall do. */
public final class @Class@Skill implements Worded {
    private static final Phrases PHRASES = Phrases.beside(@Class@Skill.class, "phrases.txt");
    private static final Slot<String> ITEM =
            Slot.choice("item", Vocabulary.beside(@Class@Skill.class, "phrases.txt", "items"));

    private final Texts texts;

    /** Say what stands beside this class. */
    public @Class@Skill() {
        this(Texts.beside(@Class@Skill.class, "texts.properties"));
    }

    private @Class@Skill(Texts texts) {
        this.texts = texts;
    }

    /** Show a site what it may say in other words, in its site pack. */
    @Override
    public Texts texts() {
        return texts;
    }

    @Override
    public Skill worded(Texts other) {
        return new @Class@Skill(other);
    }

    @Override
    public SkillSpec spec() {
        return SkillSpec.named("@name@")
                .needs(Navigate.class)
                .on("@name@", PHRASES, this::lead, ITEM);
    }

    private Reply lead(Turn turn) {
        String item = turn.find(ITEM).orElse("将棋");
        return Reply.say(texts.say("going", Map.of("item", item)))
                .then(new Navigate(new Place("食堂")))
                .thenSay(texts.say("arrived"));
    }
}
