@NullMarked
package dev.aizuchi.testkit.replay;

import org.jspecify.annotations.NullMarked;
