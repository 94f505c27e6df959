@NullMarked
package dev.aizuchi.japanese.accent;

import org.jspecify.annotations.NullMarked;
