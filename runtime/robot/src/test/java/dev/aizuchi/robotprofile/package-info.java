/** Tests. */
@org.jspecify.annotations.NullMarked
package dev.aizuchi.robotprofile;
