package dev.aizuchi.voice.hmm;

/**
 * Shape a sound by a mel-cepstrum, sample by sample.
 *
 * <p>After Imai, <i>Cepstral analysis synthesis on the mel frequency scale</i> (1983): the exponential of the warped
 * polynomial is approximated by rational functions of fifth order (modified Padé), of the first coefficient alone and
 * of the others, so that the filter is stable for any voice.
 */
final class MelFilter {
    private static final int ORDER = 5;
    /** Coefficients of the rational approximation of e^x; they keep the error under 0.2 dB for |x| up to 6.2. */
    private static final double[] PADE = {1.0, 0.4999391, 0.1107098, 0.01369984, 0.0009564853, 0.00003041721};

    private final double warping;
    private final double sideways;
    /** The first coefficient's stages. */
    private final double[] first = new double[ORDER + 1];

    private final double[] firstOut = new double[ORDER + 1];
    /** The delays of the other coefficients, the stages of one tap side by side. */
    private final double[] delays;

    private final double[] out = new double[ORDER + 1];

    MelFilter(int coefficients, double warping) {
        this.warping = warping;
        this.sideways = 1 - warping * warping;
        this.delays = new double[coefficients * ORDER];
    }

    /** Turn a mel-cepstrum into the filter's coefficients. */
    static void coefficients(double[] melCepstrum, double warping, double[] into) {
        int last = melCepstrum.length - 1;
        into[last] = melCepstrum[last];
        for (int i = last - 1; i >= 0; i--) {
            into[i] = melCepstrum[i] - warping * into[i + 1];
        }
    }

    /** Filter a sample; the coefficient 0 is the gain and left to the caller. */
    double filter(double sample, double[] coefficients) {
        return byOthers(byFirst(sample, coefficients[1]), coefficients);
    }

    private double byFirst(double sample, double coefficient) {
        double x = sample;
        double y = 0;
        for (int i = ORDER; i >= 1; i--) {
            first[i] = sideways * firstOut[i - 1] + warping * first[i];
            firstOut[i] = first[i] * coefficient;
            double v = firstOut[i] * PADE[i];
            x += (i & 1) == 1 ? v : -v;
            y += v;
        }
        firstOut[0] = x;
        return x + y;
    }

    private double byOthers(double sample, double[] c) {
        // The five stages depend on the last sample alone, not on each other: side by side they keep the core busy.
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double[] d = delays;
        double a = warping;
        // Tap 1 takes the low-passed input, tap i the all-passed tap i − 1.
        double p0 = d[0];
        double p1 = d[1];
        double p2 = d[2];
        double p3 = d[3];
        double p4 = d[4];
        double q0 = sideways * out[0] + a * p0;
        double q1 = sideways * out[1] + a * p1;
        double q2 = sideways * out[2] + a * p2;
        double q3 = sideways * out[3] + a * p3;
        double q4 = sideways * out[4] + a * p4;
        d[0] = q0;
        d[1] = q1;
        d[2] = q2;
        d[3] = q3;
        d[4] = q4;
        for (int i = 2, at = ORDER; i < c.length; i++, at += ORDER) {
            double b = c[i];
            double o0 = d[at];
            double o1 = d[at + 1];
            double o2 = d[at + 2];
            double o3 = d[at + 3];
            double o4 = d[at + 4];
            q0 = p0 + a * (o0 - q0);
            q1 = p1 + a * (o1 - q1);
            q2 = p2 + a * (o2 - q2);
            q3 = p3 + a * (o3 - q3);
            q4 = p4 + a * (o4 - q4);
            p0 = o0;
            p1 = o1;
            p2 = o2;
            p3 = o3;
            p4 = o4;
            d[at] = q0;
            d[at + 1] = q1;
            d[at + 2] = q2;
            d[at + 3] = q3;
            d[at + 4] = q4;
            s0 += b * q0;
            s1 += b * q1;
            s2 += b * q2;
            s3 += b * q3;
            s4 += b * q4;
        }
        return combine(sample, s0, s1, s2, s3, s4);
    }

    private double combine(double sample, double s0, double s1, double s2, double s3, double s4) {
        out[1] = s0;
        out[2] = s1;
        out[3] = s2;
        out[4] = s3;
        out[5] = s4;
        double odd = s0 * PADE[1] + s2 * PADE[3] + s4 * PADE[5];
        double even = s1 * PADE[2] + s3 * PADE[4];
        double x = sample + odd - even;
        out[0] = x;
        return x + odd + even;
    }
}
