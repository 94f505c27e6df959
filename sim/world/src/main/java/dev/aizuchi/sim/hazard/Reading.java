package dev.aizuchi.sim.hazard;

/**
 * Tell what there is at one spot.
 *
 * @param lelPercent flammable gas, in percent of its lower explosive limit
 * @param celsius how warm the air is
 * @param sightMetres how far one sees through the smoke
 * @param depthCm how deep the water stands
 * @param burning whether it burns there
 */
public record Reading(double lelPercent, double celsius, double sightMetres, double depthCm, boolean burning) {
    /** What there is where there is nothing. */
    public static final Reading CALM = new Reading(0, 22, 30, 0, false);

    /** Give half of what is above the calm, as a poor sensor does. */
    public Reading halved() {
        return new Reading(
                lelPercent / 2,
                (celsius + CALM.celsius) / 2,
                Math.min(CALM.sightMetres, 2 * sightMetres),
                depthCm / 2,
                burning);
    }
}
