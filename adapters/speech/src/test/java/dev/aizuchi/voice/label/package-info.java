@NullMarked
package dev.aizuchi.voice.label;

import org.jspecify.annotations.NullMarked;
