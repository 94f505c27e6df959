package dev.aizuchi.testkit.conformance;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.japanese.Claims;
import dev.aizuchi.japanese.Cues;
import dev.aizuchi.japanese.keigo.Politeness;
import dev.aizuchi.japanese.keigo.PolitenessCheck;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.robot.Action;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Reply.Step;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.SkillSpec.Intent;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.TestAgent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hold a skill to the rules of the house, beside the other skills that it will be loaded with.
 *
 * <p>Not thread-safe: one check, one instance.
 */
public final class SkillConformance {
    private static final int FEW = 12;
    private static final Duration STOPPED_WITHIN = Duration.ofMillis(300);
    private static final Duration UNDER_WAY = Duration.ofSeconds(1);

    private final Skill skill;
    private final SkillSpec spec;
    private final List<Skill> all;
    private final Function<List<Interpreter.Intent>, ? extends Interpreter> interpreters;
    private final List<Finding> findings = new ArrayList<>();

    private SkillConformance(
            Skill skill,
            List<? extends Skill> others,
            Function<List<Interpreter.Intent>, ? extends Interpreter> interpreters) {
        this.skill = skill;
        this.spec = skill.spec();
        this.all = Stream.concat(Stream.of(skill), others.stream()).toList();
        this.interpreters = interpreters;
    }

    /**
     * Check a skill and list all that was found, errors first.
     *
     * @param others the skills that it will be loaded beside
     * @param interpreters learns all their phrases; the one that the robot will have gives the truest answer
     */
    public static List<Finding> check(
            Skill skill,
            List<? extends Skill> others,
            Function<List<Interpreter.Intent>, ? extends Interpreter> interpreters) {
        SkillConformance conformance = new SkillConformance(skill, others, interpreters);
        conformance.check();
        return conformance.findings.stream()
                .sorted((one, other) -> one.severity().compareTo(other.severity()))
                .toList();
    }

    private void check() {
        phrases();
        Map<String, List<Reply>> replies = replies();
        manifest(replies);
        acts(replies);
        claims(replies);
        texts(replies);
        if (findings.stream().noneMatch(finding -> finding.rule().equals("name"))) {
            reach();
            stops(replies);
        }
    }

    private void phrases() {
        Cues cues = Cues.standard();
        Map<String, String> owners = new HashMap<>();
        for (Skill each : all) {
            for (Intent intent : each.spec().intents()) {
                if (each != skill && owners.containsKey("[" + intent.name() + "]")) {
                    error("name", intent.name(), "the skill " + each.spec().name() + " has an intent of this name");
                }
                owners.put("[" + intent.name() + "]", each.spec().name());
                for (String phrase : intent.phrases()) {
                    String owner = owners.putIfAbsent(phrase, intent.name());
                    if (owner != null && (each == skill || isMine(owner))) {
                        error("twice", intent.name(), phrase + " stands under " + owner + " too");
                    }
                }
            }
        }
        for (Intent intent : spec.intents()) {
            if (intent.phrases().size() < FEW) {
                warning(
                        "few-phrases",
                        intent.name(),
                        intent.phrases().size() + " phrases; " + FEW
                                + " with different words, polite, indirect and in dialect, are understood better");
            }
            intent.phrases().stream()
                    .map(phrase -> Samples.sentence(intent, phrase))
                    .filter(sentence -> cues.stop(sentence) || cues.resume(sentence))
                    .forEach(sentence -> error(
                            "stop-word", intent.name(), sentence + " stops or releases the robot before it is asked"));
        }
    }

    private boolean isMine(String intent) {
        return spec.intents().stream().anyMatch(each -> each.name().equals(intent));
    }

    private Map<String, List<Reply>> replies() {
        Map<String, List<Reply>> replies = new LinkedHashMap<>();
        for (Intent intent : spec.intents()) {
            List<Reply> some = new ArrayList<>();
            for (String phrase : intent.phrases()) {
                try {
                    some.add(Samples.reply(intent, phrase));
                } catch (RuntimeException e) {
                    error("throws", intent.name(), phrase + ": " + e);
                }
            }
            replies.put(intent.name(), some);
        }
        return replies;
    }

    private void manifest(Map<String, List<Reply>> replies) {
        String path = Manifest.path(spec.name());
        try {
            Manifest manifest = Manifest.of(skill);
            Set<String> asked = actions(replies).map(Action::name).collect(Collectors.toCollection(TreeSet::new));
            asked.removeAll(manifest.needs());
            if (!asked.isEmpty()) {
                error("manifest", path, "needs lacks " + String.join(", ", asked));
            }
            Set<String> intents = new TreeSet<>(replies.keySet());
            Set<String> both = new TreeSet<>(intents);
            both.retainAll(manifest.intents());
            intents.addAll(manifest.intents());
            intents.removeAll(both);
            if (!intents.isEmpty()) {
                error("manifest", path, "its intents and the code's differ in " + String.join(", ", intents));
            }
        } catch (IOException e) {
            error("manifest", path, String.valueOf(e.getMessage()));
        }
    }

    private void acts(Map<String, List<Reply>> replies) {
        actions(replies)
                .map(Action::getClass)
                .distinct()
                .filter(kind -> !spec.needs().contains(kind))
                .forEach(kind -> error(
                        "undeclared", spec.name(), "asks for " + kind.getSimpleName() + ", which needs(…) lacks"));
        spec.needs().stream()
                .filter(kind -> actions(replies).noneMatch(kind::isInstance))
                .forEach(kind ->
                        warning("unused", spec.name(), "needs " + kind.getSimpleName() + ", but no phrase led to one"));
    }

    private void claims(Map<String, List<Reply>> replies) {
        Claims claims = Claims.standard();
        replies.forEach((intent, some) -> some.stream()
                .flatMap(reply -> Replied.ways(reply).stream())
                .flatMap(way -> claimedEarly(way, claims).stream())
                .distinct()
                .forEach(text -> error("claim", intent, text + " is said before the act is done; put it behind")));
    }

    private static Set<String> claimedEarly(List<Step> way, Claims claims) {
        Set<String> claimed = new LinkedHashSet<>();
        Set<String> early = new LinkedHashSet<>();
        for (Step step : way) {
            if (step instanceof Step.Say say && claims.claimsDone(say.text())) {
                claimed.add(say.text());
            } else if (step instanceof Step.Do) {
                early.addAll(claimed);
            }
        }
        return early;
    }

    private void texts(Map<String, List<Reply>> replies) {
        PolitenessCheck politeness = new PolitenessCheck();
        replies.forEach((intent, some) -> some.stream()
                .flatMap(Replied::sentences)
                .distinct()
                .forEach(text -> {
                    Politeness found = politeness.check(text);
                    found.issues().stream()
                            .findFirst()
                            .ifPresent(issue -> error(
                                    "politeness",
                                    intent,
                                    text + " has " + issue.kind().wireName() + " in " + issue.surface()
                                            + found.suggestion()
                                                    .map(better -> "; rather " + better)
                                                    .orElse("")));
                }));
    }

    private void reach() {
        Interpreter interpreter = interpreters.apply(
                all.stream().flatMap(each -> each.spec().examples().stream()).toList());
        for (Intent intent : spec.intents()) {
            for (String phrase : intent.phrases()) {
                List<Match> matches = interpreter.interpret(Samples.sentence(intent, phrase));
                if (matches.isEmpty()) {
                    warning("reach", intent.name(), phrase + " is not understood");
                } else if (!matches.get(0).intent().equals(intent.name())) {
                    error(
                            "overlap",
                            intent.name(),
                            phrase + " is taken for " + matches.get(0).intent() + ", by "
                                    + matches.get(0).phrase());
                }
            }
        }
    }

    /** Stop each intent that moves in mid-course. */
    private void stops(Map<String, List<Reply>> replies) {
        Interpreter own = interpreters.apply(spec.examples());
        for (Intent intent : spec.intents()) {
            boolean moves = replies.getOrDefault(intent.name(), List.of()).stream()
                    .flatMap(Reply::actions)
                    .anyMatch(Action::moves);
            if (moves) {
                stop(intent, own);
            }
        }
    }

    private void stop(Intent intent, Interpreter own) {
        String sentence = Samples.sentence(intent, intent.phrases().get(0));
        try (TestAgent agent = TestAgent.on(Setup.usual(), List.of(skill), intents -> own, "")) {
            agent.hears(sentence).waits(UNDER_WAY).stoppedBy("check");
            int before = agent.events().size();
            agent.waits(STOPPED_WITHIN);
            long begun = commanded(agent.events());
            long ended = agent.events().stream()
                    .filter(event -> event instanceof DialogueEvent.Completed || event instanceof DialogueEvent.Failed)
                    .count();
            if (ended < begun) {
                error("stop", intent.name(), sentence + ": an act went on 300 ms after a stop");
            }
            agent.waits(UNDER_WAY);
            if (commanded(agent.events().subList(before, agent.events().size())) > 0) {
                error("stop", intent.name(), sentence + ": an act was begun after a stop");
            }
        }
    }

    private static long commanded(List<DialogueEvent> events) {
        return events.stream()
                .filter(event -> event instanceof DialogueEvent.Commanded commanded
                        && commanded.action().moves())
                .count();
    }

    private static Stream<Action> actions(Map<String, List<Reply>> replies) {
        return replies.values().stream().flatMap(List::stream).flatMap(Reply::actions);
    }

    private void error(String rule, String where, String message) {
        findings.add(Finding.error(rule, where, message));
    }

    private void warning(String rule, String where, String message) {
        findings.add(Finding.warning(rule, where, message));
    }
}
