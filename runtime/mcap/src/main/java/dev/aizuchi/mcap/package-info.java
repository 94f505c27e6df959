/**
 * Write and read MCAP files, the recordings that robotics tools open (mcap.dev, format version 0). For anybody who has
 * messages with times; nothing in here knows of a robot. Values are immutable; a writer or reader is for one thread.
 */
@NullMarked
package dev.aizuchi.mcap;

import org.jspecify.annotations.NullMarked;
