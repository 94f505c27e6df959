/** Test the package of the same name; fast, without models. For those who change it; JUnit calls from one thread. */
@NullMarked
package dev.aizuchi.japanese.pragmatics;

import org.jspecify.annotations.NullMarked;
