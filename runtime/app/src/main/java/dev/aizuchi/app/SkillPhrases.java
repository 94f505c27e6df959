package dev.aizuchi.app;

import dev.aizuchi.core.Agent;
import dev.aizuchi.core.Site;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.World;
import dev.aizuchi.skill.Skill;
import java.time.Instant;
import java.util.List;

/** List what may be said to skills on the simulated care floor. */
final class SkillPhrases {
    private SkillPhrases() {}

    static List<String> of(List<Skill> skills) {
        try (Robot robot = new World(FloorPlan.care(), Instant.EPOCH, 1).robot();
                Agent agent = Agent.builder(robot, Site.at(new Place("101号室")))
                        .skills(skills)
                        .start(intents -> text -> List.of())) {
            return agent.expectedSentences();
        }
    }
}
