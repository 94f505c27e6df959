package dev.aizuchi.voice.hmm;

/**
 * Make one parameter's course over time from what is likely of it and of its changes.
 *
 * <p>After Tokuda and others, <i>Speech parameter generation algorithms for HMM-based speech synthesis</i> (2000): the
 * likeliest course c solves WᵀU⁻¹W c = WᵀU⁻¹μ, whose matrix is a narrow band; and Toda and Tokuda, <i>A speech
 * parameter generation algorithm considering global variance</i> (2007): steps along the gradient, weighed by the
 * diagonal of the Hessian, bring the variance over the utterance to what it is in speech.
 */
final class Trajectory {
    private final int length;
    /** The matrix's diagonal and those above it: {@code band[k][t]} couples frame t with t + k. */
    private final double[][] band;

    private final double[] right;

    /** Begin a course of so many frames; no change reaches over more than {@code width} frames. */
    Trajectory(int length, int width) {
        this.length = length;
        this.band = new double[width][length];
        this.right = new double[length];
    }

    /** Expect a mean with a precision at a frame, of the value itself or of a change, as the window says. */
    void expect(int frame, double[] window, double mean, double precision) {
        int reach = window.length / 2;
        for (int i = 0; i < window.length; i++) {
            double weighed = window[i] * precision;
            int at = frame + i - reach;
            if (weighed == 0) {
                continue;
            }
            right[at] += weighed * mean;
            for (int j = i; j < window.length; j++) {
                band[j - i][at] += weighed * window[j];
            }
        }
    }

    /**
     * Give the course.
     *
     * @param varying the frames that count for the global variance
     * @param variance what it should be; not a number where it is left alone
     */
    double[] solve(boolean[] varying, double variance) {
        double[] course = likeliest();
        if (Double.isNaN(variance)) {
            return course;
        }
        int count = 0;
        for (boolean counts : varying) {
            count += counts ? 1 : 0;
        }
        if (count > 1) {
            widen(course, varying, count, variance);
        }
        return course;
    }

    /** Solve by factors L·D·Lᵀ of the band. */
    private double[] likeliest() {
        int width = band.length;
        double[][] factor = new double[width][];
        for (int k = 0; k < width; k++) {
            factor[k] = band[k].clone();
        }
        double[] course = right.clone();
        for (int t = 0; t < length; t++) {
            for (int k = 1; k < width && t + k < length; k++) {
                double share = factor[k][t] / factor[0][t];
                for (int j = k; j < width && t + j < length; j++) {
                    factor[j - k][t + k] -= share * factor[j][t];
                }
                course[t + k] -= share * course[t];
            }
        }
        for (int t = length - 1; t >= 0; t--) {
            for (int k = 1; k < width && t + k < length; k++) {
                course[t] -= factor[k][t] * course[t + k];
            }
            course[t] /= factor[0][t];
        }
        return course;
    }

    /** Stretch the course about its mean to the variance that it should have. */
    private static void widen(double[] course, boolean[] varying, int count, double wanted) {
        double mean = mean(course, varying, count);
        double now = variance(course, varying, count, mean);
        double ratio = now > 0 ? Math.sqrt(wanted / now) : 1;
        for (int t = 0; t < course.length; t++) {
            if (varying[t]) {
                course[t] = ratio * (course[t] - mean) + mean;
            }
        }
    }

    private static double mean(double[] course, boolean[] varying, int count) {
        double sum = 0;
        for (int t = 0; t < course.length; t++) {
            sum += varying[t] ? course[t] : 0;
        }
        return sum / count;
    }

    private static double variance(double[] course, boolean[] varying, int count, double mean) {
        double sum = 0;
        for (int t = 0; t < course.length; t++) {
            sum += varying[t] ? (course[t] - mean) * (course[t] - mean) : 0;
        }
        return sum / count;
    }
}
