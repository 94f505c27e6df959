/** Test the package of the same name; fast, without models. For those who change it; JUnit calls from one thread. */
@NullMarked
package dev.aizuchi.japanese.dialect;

import org.jspecify.annotations.NullMarked;
