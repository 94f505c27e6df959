/** Test files, devices and detectors without a sound card. For maintainers. Devices and clocks are fakes. */
@NullMarked
package dev.aizuchi.audio;

import org.jspecify.annotations.NullMarked;
