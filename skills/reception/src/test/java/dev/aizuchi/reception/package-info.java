@NullMarked
package dev.aizuchi.reception;

import org.jspecify.annotations.NullMarked;
