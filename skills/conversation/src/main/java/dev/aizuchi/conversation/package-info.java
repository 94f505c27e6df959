/**
 * Answer the small things that people say to any robot: a greeting, thanks, the time, the date, who it is. For every
 * robot, beside the skills of its trade. Immutable, safe on any thread.
 */
@NullMarked
package dev.aizuchi.conversation;

import org.jspecify.annotations.NullMarked;
