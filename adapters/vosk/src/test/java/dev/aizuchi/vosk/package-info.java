/**
 * Test the recogniser with the starter model of the repository. For maintainers of this module. Everything runs on the
 * test's thread.
 */
@NullMarked
package dev.aizuchi.vosk;

import org.jspecify.annotations.NullMarked;
