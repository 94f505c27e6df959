package @package@;

import dev.aizuchi.robot.Action.HandOver;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Action.Grasp;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Phrases;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import dev.aizuchi.skill.Vocabulary;
import java.util.Map;

/** Brings what a person asks for. Replace it by what your robot shall do. */
public final class @Class@Skill implements Skill {
    private static final Phrases PHRASES = Phrases.beside(@Class@Skill.class, "phrases.txt");
    private static final Slot<String> ITEM =
            Slot.choice("item", Vocabulary.beside(@Class@Skill.class, "phrases.txt", "items"));

    private final Texts texts = Texts.beside(@Class@Skill.class, "texts.properties");

    @Override
    public SkillSpec spec() {
        return SkillSpec.named("@name@")
                .needs(Navigate.class, Grasp.class, HandOver.class)
                .on("@name@", PHRASES, this::bring, ITEM);
    }

    private Reply bring(Turn turn) {
        String item = turn.find(ITEM).orElse("お茶");
        Map<String, String> named = Map.of("item", item);
        return Reply.say(texts.say("going", named))
                .then(new Navigate(new Place("給湯室")))
                .then(new Grasp(item))
                .then(new Navigate(turn.speaker()))
                .then(new HandOver(item))
                .thenSay(texts.say("brought", named));
    }
}
