/** Test the embedded broker. For its developers. Each test runs on one thread. */
@NullMarked
package dev.aizuchi.broker;

import org.jspecify.annotations.NullMarked;
