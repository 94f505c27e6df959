@NullMarked
package dev.aizuchi.testkit.conformance;

import org.jspecify.annotations.NullMarked;
