/** Lead people to their game. For the people whom the robot serves. Immutable, safe on any thread. */
package @package@;
