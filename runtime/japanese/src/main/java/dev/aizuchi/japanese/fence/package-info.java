/**
 * Judge what a language model wrote before anybody hears it: it may say nothing that was not given to it, promise
 * nothing, advise nothing, and must be fit to be said. For the engine, and usable alone; rules and lists only, no
 * model. Immutable and callable from any thread, but for {@link dev.aizuchi.japanese.fence.FencedReply}.
 */
@NullMarked
package dev.aizuchi.japanese.fence;

import org.jspecify.annotations.NullMarked;
