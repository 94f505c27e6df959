package dev.aizuchi.testkit.users;

import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.noise.Circumstance;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody who wants something of the robot.
 *
 * @param name who it is, in a few words
 * @param source file that it was read from
 * @param setup where it happens
 * @param wants what the person wants, in one sentence
 * @param goals what must have happened, in any order; all of it
 * @param knows what the person can name, by the hole in which it stands, each with the words for it
 * @param lines what the person says
 * @param answers what the person says to something that the robot asks or says; the first that fits
 * @param patience what the person bears until giving up; see {@link Patience}
 * @param habits how the person talks
 * @param noise in what is heard badly; empty where it is typed
 */
public record Person(
        String name,
        String source,
        Setup setup,
        String wants,
        List<Goal> goals,
        Map<String, List<String>> knows,
        Lines lines,
        List<Answer> answers,
        Patience patience,
        Habits habits,
        Optional<Circumstance> noise) {

    public Person {
        goals = List.copyOf(goals);
        knows = Map.copyOf(new HashMap<>(knows));
        answers = List.copyOf(answers);
    }

    /**
     * What the person says where nothing asks for something else; each a choice of sentences.
     *
     * @param opening to begin with
     * @param again when it was not understood, or nothing came of it
     * @param yes to a question that leads where the person wants to go
     * @param no to one that does not
     * @param unknown to a question to which the person has no answer
     * @param thanks in the end
     * @param givesUp instead of going on
     * @param aside between, about something else
     */
    public record Lines(
            List<String> opening,
            List<String> again,
            List<String> yes,
            List<String> no,
            List<String> unknown,
            List<String> thanks,
            List<String> givesUp,
            List<String> aside) {
        public Lines {
            opening = List.copyOf(opening);
            again = List.copyOf(again);
            yes = List.copyOf(yes);
            no = List.copyOf(no);
            unknown = List.copyOf(unknown);
            thanks = List.copyOf(thanks);
            givesUp = List.copyOf(givesUp);
            aside = List.copyOf(aside);
        }
    }

    /**
     * What the person answers.
     *
     * @param when parts of a sentence, any of which the robot's holds
     * @param say a choice of sentences
     */
    public record Answer(List<String> when, List<String> say) {
        public Answer {
            when = List.copyOf(when);
            say = List.copyOf(say);
        }

        boolean fits(String sentence) {
            return when.stream().anyMatch(sentence::contains);
        }
    }

    /**
     * What the person bears.
     *
     * @param turns sentences after which the person gives up
     * @param failures sentences of the robot that do not help, after which the person gives up
     * @param waits how long the person waits for something to happen
     */
    public record Patience(int turns, int failures, Duration waits) {}

    /**
     * How the person talks; each a share of sentences from 0 to 1.
     *
     * @param fillers begun with a word such as えっと
     * @param repeats said again at once
     * @param repeatsInstead answered not at all: what was said before is said again
     * @param asides about something else
     * @param silent not said; the person only waits
     * @param broken broken off in the middle
     */
    public record Habits(
            double fillers, double repeats, double repeatsInstead, double asides, double silent, double broken) {}
}
