/**
 * Receive visitors of a company or a clinic. For guests and the staff whom they come to see. Immutable, safe on any
 * thread.
 */
@NullMarked
package dev.aizuchi.reception;

import org.jspecify.annotations.NullMarked;
