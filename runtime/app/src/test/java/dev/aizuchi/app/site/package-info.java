@NullMarked
package dev.aizuchi.app.site;

import org.jspecify.annotations.NullMarked;
