@NullMarked
package dev.aizuchi.cluster;

import org.jspecify.annotations.NullMarked;
