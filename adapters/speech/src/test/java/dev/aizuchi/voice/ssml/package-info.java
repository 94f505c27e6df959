@NullMarked
package dev.aizuchi.voice.ssml;

import org.jspecify.annotations.NullMarked;
