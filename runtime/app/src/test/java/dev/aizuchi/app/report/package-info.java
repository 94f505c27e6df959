@NullMarked
package dev.aizuchi.app.report;

import org.jspecify.annotations.NullMarked;
