/**
 * The studio: a page that shows a robot, its people and its dialogue live, and plays scenarios.
 *
 * <p>For the app, which gives it an agent to watch and what else it lists. Requests run on the server's threads; what
 * it shows of the dialogue is handed over by the dialogue thread and never holds that up.
 */
@NullMarked
package dev.aizuchi.studio;

import org.jspecify.annotations.NullMarked;
