@NullMarked
package dev.aizuchi.documents;

import org.jspecify.annotations.NullMarked;
