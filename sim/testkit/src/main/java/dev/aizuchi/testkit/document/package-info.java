/**
 * Read YAML that people write by hand: parts of other files put in, tables filled in, every key checked, and all that
 * is wrong told with file, line and column. For the readers of the test kit; a document belongs to one thread.
 */
@NullMarked
package dev.aizuchi.testkit.document;

import org.jspecify.annotations.NullMarked;
