@NullMarked
package dev.aizuchi.testkit;

import org.jspecify.annotations.NullMarked;
