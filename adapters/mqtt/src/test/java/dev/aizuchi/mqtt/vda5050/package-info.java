@NullMarked
package dev.aizuchi.mqtt.vda5050;

import org.jspecify.annotations.NullMarked;
