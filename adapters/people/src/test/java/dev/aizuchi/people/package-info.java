@NullMarked
package dev.aizuchi.people;

import org.jspecify.annotations.NullMarked;
