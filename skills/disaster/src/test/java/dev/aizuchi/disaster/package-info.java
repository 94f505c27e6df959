@NullMarked
package dev.aizuchi.disaster;

import org.jspecify.annotations.NullMarked;
