/** Score the keigo, dialect, mask and answer layers on their sets; for tests and BENCHMARKS.md; one thread. */
@NullMarked
package dev.aizuchi.japanese.suites;

import org.jspecify.annotations.NullMarked;
