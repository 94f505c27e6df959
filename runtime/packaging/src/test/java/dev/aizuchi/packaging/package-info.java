@NullMarked
package dev.aizuchi.packaging;

import org.jspecify.annotations.NullMarked;
