/**
 * Tests of the catalogue and the store, against a server of their own on this machine.
 *
 * <p>For whoever changes the module. The server answers each connection on a thread of its own.
 */
@NullMarked
package dev.aizuchi.models;

import org.jspecify.annotations.NullMarked;
