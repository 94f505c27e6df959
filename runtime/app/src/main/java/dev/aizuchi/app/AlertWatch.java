package dev.aizuchi.app;

import dev.aizuchi.core.Agent;
import dev.aizuchi.disaster.Announcements;
import dev.aizuchi.disaster.alert.AlertFeed;
import dev.aizuchi.event.Percept;
import dev.aizuchi.skill.Skill;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Look into the alerts' directory again and again, and give each new alert to the agent as a percept. */
final class AlertWatch implements AutoCloseable {
    private final AlertFeed feed;
    private final Announcements announcements = Announcements.standard();
    private final Consumer<Percept> agent;
    private final Consumer<String> problems;
    private final Rounds rounds = new Rounds("alerts");

    /**
     * Watch a directory.
     *
     * @param agent takes the percepts; called on the watch's thread, as is {@code problems}
     */
    AlertWatch(Path directory, InstantSource clock, Consumer<Percept> agent, Consumer<String> problems) {
        this.feed = new AlertFeed(directory, clock, problems);
        this.agent = agent;
        this.problems = problems;
    }

    /** Watch for an agent as its configuration says; one by which no alert would be heard is refused. */
    static AlertWatch open(ConfigFile file, AgentConfig.AlertsConfig alerts, List<Skill> skills, Agent agent) {
        if (skills.stream()
                .flatMap(skill -> skill.spec().senses().stream())
                .noneMatch(sense -> sense.percept().equals("alert"))) {
            throw file.error("/alerts", "none of the skills announces alerts; add disaster to skills");
        }
        if (!Files.isDirectory(alerts.directory())) {
            throw file.error("/alerts/directory", "no such directory: " + alerts.directory() + "; make it");
        }
        AlertWatch watch = new AlertWatch(
                alerts.directory(), InstantSource.system(), agent::perceive, problem -> agent.fault("alerts", problem));
        watch.rounds.every(Duration.ZERO, Duration.ofSeconds(alerts.everyS()), watch::round);
        return watch;
    }

    /** Look once. */
    void round() {
        try {
            feed.poll().forEach(alert -> agent.accept(announcements.percept(alert)));
        } catch (RuntimeException e) {
            // What a round throws would end all those after it, and with them every later alert.
            problems.accept("a bug in reading alerts; please report it: " + e);
        }
    }

    @Override
    public void close() {
        rounds.close();
    }
}
