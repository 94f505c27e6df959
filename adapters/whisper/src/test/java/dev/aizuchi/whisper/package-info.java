/**
 * Tests of the Whisper adapter. For those who change it. The shipped model hears a few short recordings; all on the
 * test's own threads.
 */
@NullMarked
package dev.aizuchi.whisper;

import org.jspecify.annotations.NullMarked;
