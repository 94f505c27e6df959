/**
 * Take orders and reports where a disaster has struck, and act on what the sensors say. For rescuers and for people who
 * seek shelter. Immutable, safe on any thread.
 */
@NullMarked
package dev.aizuchi.disaster;

import org.jspecify.annotations.NullMarked;
