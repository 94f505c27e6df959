/**
 * Hear and speak: the ports between the engine and microphones, recognisers and voices. For adapters. Each port says
 * which thread calls it.
 */
@NullMarked
package dev.aizuchi.speech;

import org.jspecify.annotations.NullMarked;
