package dev.aizuchi.core;

import dev.aizuchi.language.Passage;
import dev.aizuchi.language.Retriever;
import dev.aizuchi.robot.Action.Display;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.SkillSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answer from the site's documents what no skill answers, naming the source; lives on the dialogue thread.
 *
 * <p>Only a question is answered, and only when a passage is near enough; otherwise the robot says that it does not
 * know and whom to ask. Nothing is added to what the document says.
 */
final class SiteAnswers {
    /** The intent's name, as it stands in the events. */
    static final String INTENT = "site_documents";

    private static final double NEAR_ENOUGH = 0.3;
    private static final int SHOWN = 400;
    private static final Pattern QUESTION = Pattern.compile(
            "(何|なに|なん|いつ|どこ|どちら|どれ|どう|どの|どんな|誰|だれ|どなた|いくら|いくつ|なぜ|どうして)|(か|かな|かしら|の)[?？。]?$|[?？]$|教えて|知りたい");
    private static final Pattern POLITE = Pattern.compile("(です|ます|ません|ました|ください|でしょう)[。]?$");

    private static final SkillSpec SKILL =
            SkillSpec.named("documents").needs(Display.class).on(INTENT, List.of("館内案内を教えて"), turn -> Reply.nothing());
    /** The engine's own skill: it may show a text, and nothing else. */
    static final Skills.Answer ANSWER = new Skills.Answer(SKILL, SKILL.intents().get(0));

    private final @Nullable Retriever documents;
    private final boolean shows;
    private final Sentences sentences;

    /** What the documents say: where it stands, how near it is, and how it is told. */
    record Found(Map<String, String> slots, double score, Reply reply) {}

    SiteAnswers(@Nullable Retriever documents, RobotProfile profile, Sentences sentences) {
        this.documents = documents;
        this.shows = profile.capability("display").isPresent();
        this.sentences = sentences;
    }

    /** Answer a question; empty when it is none, or there are no documents. */
    Optional<Found> to(String text) {
        if (documents == null || !QUESTION.matcher(text).find()) {
            return Optional.empty();
        }
        List<Passage> passages = documents.find(text, 1);
        if (passages.isEmpty() || passages.get(0).score() < NEAR_ENOUGH) {
            return Optional.empty();
        }
        Passage passage = passages.get(0);
        return Optional.of(new Found(slots(passage), passage.score(), reply(passage)));
    }

    private Reply reply(Passage passage) {
        String key = POLITE.matcher(passage.text()).find() ? "site-answer" : "site-quote";
        Reply reply = Reply.say(sentences.say(key, Map.of("source", passage.source(), "text", passage.text())));
        String shown = passage.text() + "（" + passage.source()
                + (passage.section().isEmpty() ? "" : " " + passage.section())
                + (passage.date().isEmpty() ? "" : "、" + passage.date()) + "）";
        return shows ? reply.then(new Display(shown.substring(0, Math.min(shown.length(), SHOWN)))) : reply;
    }

    private static Map<String, String> slots(Passage passage) {
        return Map.of("source", passage.source(), "section", passage.section(), "date", passage.date());
    }
}
