@NullMarked
package dev.aizuchi.voice.hmm;

import org.jspecify.annotations.NullMarked;
