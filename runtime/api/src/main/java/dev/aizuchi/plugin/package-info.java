/**
 * Declare an adapter so that a configuration file can choose it. For adapter authors; found by
 * {@link java.util.ServiceLoader}.
 */
@NullMarked
package dev.aizuchi.plugin;

import org.jspecify.annotations.NullMarked;
