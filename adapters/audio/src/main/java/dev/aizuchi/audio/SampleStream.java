package dev.aizuchi.audio;

/** Deliver mono samples, from −1 to 1, at a rate that its owner knows. */
@FunctionalInterface
interface SampleStream {

    /**
     * Fill the array as far as sound is there; waits for the first sample.
     *
     * @return the number of samples, at least one, or −1 at the end of the sound; 0 alone from a stream that says that
     *     it does not wait
     */
    int read(float[] into);
}
