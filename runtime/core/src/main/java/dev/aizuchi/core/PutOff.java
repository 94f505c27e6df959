package dev.aizuchi.core;

import dev.aizuchi.skill.Turn;
import java.time.ZonedDateTime;

/**
 * Name what a reply put off.
 *
 * @param about the turn that the reply was to; its skill answers it the same way once more
 * @param at when it comes
 */
record PutOff(Turn about, ZonedDateTime at) {}
