package dev.aizuchi.skill;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Place;
import java.time.ZonedDateTime;

/**
 * Hold what a skill is told about something that was sensed: data only, no services.
 *
 * @param percept what was sensed
 * @param place where the robot's people are: the place that a helper is sent to
 * @param now the time at the site
 */
public record Perceived(Percept percept, Place place, ZonedDateTime now) {}
