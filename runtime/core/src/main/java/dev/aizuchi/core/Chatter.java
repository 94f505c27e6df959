package dev.aizuchi.core;

import dev.aizuchi.japanese.fence.Fence;
import dev.aizuchi.japanese.fence.FencedReply;
import dev.aizuchi.language.Generation;
import dev.aizuchi.language.LanguageModel;
import dev.aizuchi.language.Prompt;
import dev.aizuchi.language.Prompt.Message;
import dev.aizuchi.language.Prompt.Speaker;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Let a language model chat with a person within the fence: what it is told, how it answers, what it may tell.
 *
 * <p>Lives on one thread. {@link Agent} leads it through a conversation; a command line may ask it by itself.
 */
public final class Chatter {
    /** Two sentences are some thirty tokens; more is cut off anyway. */
    private static final Generation.Limits LIMITS = new Generation.Limits(80, Duration.ofSeconds(12));

    private static final int SENTENCES = 2;
    private static final int REMEMBERED = 4;

    private final Texts texts = Texts.beside(Chatter.class, "chatter.properties");
    private final LanguageModel model;
    private final Fence fence;
    private final List<String> facts;
    private final Duration patience;
    private final Deque<Message> before = new ArrayDeque<>();

    /**
     * Take a model, which its owner closes.
     *
     * @param fence what it may not say
     * @param facts what it may tell of the site, one sentence each
     * @param patience how long a person waits for its first sentence
     */
    public Chatter(LanguageModel model, Fence fence, List<String> facts, Duration patience) {
        this.model = model;
        this.fence = fence;
        this.facts = List.copyOf(facts);
        this.patience = patience;
    }

    /** Have the model read ahead what each prompt begins with. */
    public void prepare(ZonedDateTime now) {
        model.prepare(prompt("", now));
    }

    /** Begin an answer to what was said, which nobody has judged yet. */
    public Generation generate(Turn turn) {
        return model.generate(prompt(turn.text(), turn.now()), LIMITS);
    }

    /** Begin to judge an answer to what was said. */
    public FencedReply fence(Turn turn) {
        return fence.reply(facts(turn.now()), turn.text(), SENTENCES);
    }

    /** Give the sentences that the model is shown as examples, in pairs: what a person says, what it answers. */
    List<Message> examples() {
        List<Message> examples = new ArrayList<>();
        for (int i = 1; texts.byKey().containsKey("example." + i + ".person"); i++) {
            examples.add(new Message(Speaker.PERSON, texts.say("example." + i + ".person")));
            examples.add(new Message(Speaker.ROBOT, texts.say("example." + i + ".robot")));
        }
        return examples;
    }

    Duration patience() {
        return patience;
    }

    /** Keep what was said for the next prompt. */
    void remember(String said, String answered) {
        before.add(new Message(Speaker.PERSON, said));
        before.add(new Message(Speaker.ROBOT, answered));
        while (before.size() > REMEMBERED) {
            before.remove();
        }
    }

    private Prompt prompt(String said, ZonedDateTime now) {
        List<Message> turns = examples();
        turns.addAll(before);
        turns.add(new Message(Speaker.PERSON, said));
        return Prompt.of(texts.say("system"), facts(now), turns);
    }

    /** What changes by the minute stays out: it would have the model read all of its prompt anew. */
    private List<String> facts(ZonedDateTime now) {
        List<String> all = new ArrayList<>(facts);
        all.add(texts.say("date", Map.of("month", "" + now.getMonthValue(), "day", "" + now.getDayOfMonth())));
        all.add(texts.say(
                "weekday",
                Map.of("weekday", texts.say("weekday." + now.getDayOfWeek().getValue()))));
        return all;
    }
}
