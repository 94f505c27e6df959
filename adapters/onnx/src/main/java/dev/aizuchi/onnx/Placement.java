package dev.aizuchi.onnx;

import java.util.List;

/**
 * Tell what computes a network, and why that.
 *
 * @param accelerator never {@link Accelerator#AUTO}
 * @param passedOver why each one that comes before it does not compute here, in the order in which they were tried
 */
public record Placement(Accelerator accelerator, List<String> passedOver) {
    /** Copies the reasons. */
    public Placement {
        passedOver = List.copyOf(passedOver);
        if (accelerator == Accelerator.AUTO) {
            throw new IllegalArgumentException("auto is a choice and computes nothing");
        }
    }

    /** Give one line: {@code cpu (cuda: not in this build of ONNX Runtime)}. */
    @Override
    public String toString() {
        return accelerator.wireName() + (passedOver.isEmpty() ? "" : " (" + String.join("; ", passedOver) + ")");
    }
}
