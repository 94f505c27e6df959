@NullMarked
package dev.aizuchi.testkit.live;

import org.jspecify.annotations.NullMarked;
