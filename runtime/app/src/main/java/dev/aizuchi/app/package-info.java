/**
 * The command line and the one place where everything is wired.
 *
 * <p>For integrators and testers. Reads the configuration, finds skills and adapters by ServiceLoader, joins them by
 * constructor. Each command runs on the main thread and closes what it opened.
 */
@NullMarked
package dev.aizuchi.app;

import org.jspecify.annotations.NullMarked;
