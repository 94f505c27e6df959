@NullMarked
package dev.aizuchi.app;

import org.jspecify.annotations.NullMarked;
