@NullMarked
package dev.aizuchi.disaster.alert;

import org.jspecify.annotations.NullMarked;
