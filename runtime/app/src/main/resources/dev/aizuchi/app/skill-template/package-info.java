/** Bring what a person asks for. For the people whom the robot serves. Immutable, safe on any thread. */
package @package@;
