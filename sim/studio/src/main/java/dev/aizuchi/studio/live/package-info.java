/**
 * What the studio shows of a running agent, as JSON, and what it lets a person do to it.
 *
 * <p>For the studio's server. Events come on the dialogue thread and are only queued there; a thread of its own makes
 * them fit to be shown.
 */
@NullMarked
package dev.aizuchi.studio.live;

import org.jspecify.annotations.NullMarked;
