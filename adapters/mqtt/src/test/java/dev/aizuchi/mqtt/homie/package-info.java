@NullMarked
package dev.aizuchi.mqtt.homie;

import org.jspecify.annotations.NullMarked;
