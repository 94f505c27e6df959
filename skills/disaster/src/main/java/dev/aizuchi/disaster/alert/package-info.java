/**
 * Read alerts in CAP 1.2 and in the disaster XML of the Japan Meteorological Agency from files of a local feed. For the
 * application, which hands them to the agent as percepts; skills read no files. Immutable values, safe on any thread.
 */
@NullMarked
package dev.aizuchi.disaster.alert;

import org.jspecify.annotations.NullMarked;
