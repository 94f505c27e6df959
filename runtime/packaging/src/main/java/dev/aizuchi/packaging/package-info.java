/**
 * Make of a built product what is installed on a robot computer: a folder that needs no Java, a Debian package, an
 * image for containers.
 *
 * <p>For {@code ./aizuchi package}, which runs where the product is built. One thread; Jib has some of its own.
 */
@NullMarked
package dev.aizuchi.packaging;

import org.jspecify.annotations.NullMarked;
