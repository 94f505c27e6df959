@NullMarked
package dev.aizuchi.testkit.scenario;

import org.jspecify.annotations.NullMarked;
