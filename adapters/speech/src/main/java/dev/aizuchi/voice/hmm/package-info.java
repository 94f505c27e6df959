/**
 * Make speech from full-context labels with a voice of hidden Markov models ({@code .htsvoice}), in Java alone. For the
 * synthesizer above it, which makes the labels. Values throughout; an engine may be used from any thread, an utterance
 * from one at a time.
 */
@NullMarked
package dev.aizuchi.voice.hmm;

import org.jspecify.annotations.NullMarked;
