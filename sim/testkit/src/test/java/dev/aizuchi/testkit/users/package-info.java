@NullMarked
package dev.aizuchi.testkit.users;

import org.jspecify.annotations.NullMarked;
