package dev.aizuchi.core;

import dev.aizuchi.person.Person;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * Greet a person by name who comes, once in each part of the day, when nothing else is being said, asked or done. Lives
 * on the dialogue thread.
 */
final class Greeting {
    private static final int MORNING = 5;
    private static final int NOON = 11;
    private static final int EVENING = 18;

    private final Site site;
    private final Lanes lanes;
    private final Speech speech;
    private final Questions questions;
    private final Scripts scripts;
    private final Sentences sentences;
    /** By id, when each was last greeted. */
    private final Map<String, String> greeted = new HashMap<>();

    Greeting(Site site, Lanes lanes, Speech speech, Questions questions, Scripts scripts, Sentences sentences) {
        this.site = site;
        this.lanes = lanes;
        this.speech = speech;
        this.questions = questions;
        this.scripts = scripts;
        this.sentences = sentences;
    }

    void arrived(Person person) {
        boolean busy = speech.isSpeaking() || questions.open().isPresent() || !scripts.isIdle();
        ZonedDateTime now = lanes.clock().instant().atZone(site.zone());
        String part = partOfDay(now.getHour());
        String today = now.toLocalDate() + part;
        if (!busy && !today.equals(greeted.put(person.id(), today))) {
            speech.say(sentences.say("greeting." + part, Map.of("person", person.call())));
        }
    }

    private static String partOfDay(int hour) {
        if (hour < MORNING || hour >= EVENING) {
            return "evening";
        }
        return hour < NOON ? "morning" : "day";
    }
}
