package dev.aizuchi.testkit.users;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.speech.Recognition;
import dev.aizuchi.testkit.TestAgent;
import dev.aizuchi.testkit.noise.Hearing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Have a person talk with an agent until they have what they want, or give up. */
final class Visitor {
    /** Time to hear an answer out and to think of the next sentence. */
    private static final Duration BREATH = Duration.ofSeconds(4);
    /** After so long without anything happening a person speaks again. */
    private static final Duration LISTENS = Duration.ofSeconds(8);

    private final Person person;
    private final long seed;
    private final TestAgent agent;
    private final Random chance;
    private final Tongue tongue;
    private final List<Goal> goals;
    private final Hearing hearing;
    private final Phrasing phrasing;
    private final List<String> lines = new ArrayList<>();
    private String before = "";
    private int turns;
    private int failures;
    private int shown;

    Visitor(Person person, long seed, TestAgent agent, Hearing hearing, Phrasing phrasing) {
        this.person = person;
        this.seed = seed;
        this.agent = agent;
        this.hearing = hearing;
        this.phrasing = phrasing;
        // Two people with one seed are not alike.
        chance = new Random(31 * seed + person.name().hashCode());
        chance.nextLong();
        tongue = new Tongue(person, chance);
        goals = person.goals().stream().map(this::filled).toList();
    }

    private Goal filled(Goal goal) {
        Map<String, String> with = new TreeMap<>();
        goal.with().forEach((name, value) -> with.put(name, tongue.filled(value)));
        return new Goal(goal.act(), with, tongue.filled(goal.say()));
    }

    /** Talk to the end. */
    Visit visit() {
        Instant begun = agent.now();
        say(tongue.choose(person.lines().opening()));
        Optional<String> gaveUp = Optional.empty();
        while (!isDone() && gaveUp.isEmpty()) {
            Reaction reaction = listen();
            if (isDone()) {
                break;
            }
            failures += reaction.helps() ? 0 : 1;
            if (turns >= person.patience().turns()
                    || failures >= person.patience().failures()) {
                gaveUp = Optional.of(reaction.inShort());
            } else {
                answer(reaction);
            }
        }
        show();
        int needed = turns;
        Duration took = Duration.between(begun, agent.now());
        Person.Lines say = person.lines();
        String parting = parting(gaveUp.isPresent() ? say.givesUp() : say.thanks());
        return new Visit(person, seed, gaveUp.isEmpty(), needed, took, gaveUp.orElse(""), parting, lines);
    }

    /** Take leave, which is not the beginning of anything; give what the robot made of it where it is something. */
    private String parting(List<String> words) {
        speak(tongue.choose(words));
        agent.waits(BREATH);
        Reaction reaction =
                Reaction.of(agent.events().subList(shown, agent.events().size()), List.of());
        show();
        return reaction.isHarmless() ? "" : reaction.inShort();
    }

    private boolean isDone() {
        return goals.stream().allMatch(goal -> goal.isReached(agent.events()));
    }

    /** Wait until the robot has answered, and has done what it set out to do. */
    private Reaction listen() {
        int from = shown;
        Instant begun = agent.now();
        Instant quietSince = begun;
        int seen = agent.events().size();
        while (true) {
            agent.waits(Duration.ofMillis(500));
            if (isDone()) {
                break;
            }
            if (agent.events().size() > seen) {
                seen = agent.events().size();
                quietSince = agent.now();
            }
            Reaction so = Reaction.of(agent.events().subList(from, seen), goals);
            Duration quiet = Duration.between(quietSince, agent.now());
            boolean tired = Duration.between(begun, agent.now())
                            .compareTo(person.patience().waits())
                    >= 0;
            boolean answered = so.isAnswer() && quiet.compareTo(BREATH) >= 0;
            if (tired || (!Reaction.isBusy(agent.events()) && (answered || quiet.compareTo(LISTENS) >= 0))) {
                break;
            }
        }
        Reaction reaction =
                Reaction.of(agent.events().subList(from, agent.events().size()), goals);
        show();
        return reaction;
    }

    private void answer(Reaction reaction) {
        if (chance.nextDouble() < person.habits().silent()) {
            lines.add("  (says nothing)");
            agent.waits(LISTENS);
        } else if (!person.lines().aside().isEmpty()
                && chance.nextDouble() < person.habits().asides()) {
            say(tongue.choose(person.lines().aside()));
        } else if (chance.nextDouble() < person.habits().repeatsInstead()) {
            say(before);
        } else {
            say(reply(reaction));
        }
    }

    private String reply(Reaction reaction) {
        Optional<Person.Answer> known = person.answers().stream()
                .filter(answer -> answer.fits(reaction.sentence()))
                .findFirst();
        if (known.isPresent()) {
            return tongue.choose(known.get().say());
        }
        Person.Lines say = person.lines();
        return tongue.choose(
                switch (reaction.kind()) {
                    case OFFERED -> say.yes();
                    case OFFERED_WRONG -> say.no();
                    case ASKED -> say.unknown();
                    default -> say.again();
                });
    }

    private void say(String sentence) {
        turns++;
        before = sentence;
        speak(tongue.spoken(phrasing.phrase(person, sentence)));
    }

    private void speak(String spoken) {
        Optional<Recognition> heard = hearing.hear(spoken);
        String wrongly = heard.map(Recognition::text)
                .filter(text -> !text.equals(spoken))
                .map(text -> " (heard as: " + text + ")")
                .orElse(heard.isEmpty() ? " (not heard)" : "");
        lines.add("> " + spoken + wrongly);
        shown = agent.events().size();
        heard.ifPresent(agent::hears);
    }

    private void show() {
        List<DialogueEvent> events = agent.events();
        events.subList(Math.min(shown, events.size()), events.size()).stream()
                .flatMap(event -> Reaction.line(event).stream())
                .forEach(lines::add);
        shown = events.size();
    }
}
