@NullMarked
package dev.aizuchi.core;

import org.jspecify.annotations.NullMarked;
