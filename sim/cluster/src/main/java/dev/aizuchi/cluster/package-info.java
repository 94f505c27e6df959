/**
 * Play one suite of scenarios on several machines: members of a Hazelcast cluster that find one another.
 *
 * <p>For the command line. The machine that plays the suite keeps the books on the thread that called it; all others
 * play on the threads that they lend, and hold nothing whose loss would matter.
 */
@NullMarked
package dev.aizuchi.cluster;

import org.jspecify.annotations.NullMarked;
