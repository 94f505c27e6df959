@NullMarked
package dev.aizuchi.sim.hazard;

import org.jspecify.annotations.NullMarked;
