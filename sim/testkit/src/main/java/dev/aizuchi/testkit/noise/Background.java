package dev.aizuchi.testkit.noise;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Make what is heard beside speech, at 16 kHz; the level is set where it is mixed. */
public enum Background {
    /** No noise at all. */
    CLEAN {
        @Override
        double[] sound(int length, List<short[]> talk, Random chance) {
            return new double[length];
        }
    },
    /** Ventilation, traffic, a crowd far away: the power falls with the pitch. */
    PINK {
        @Override
        double[] sound(int length, List<short[]> talk, Random chance) {
            return pink(length, chance);
        }
    },
    /** Five people who talk at once. */
    BABBLE {
        @Override
        double[] sound(int length, List<short[]> talk, Random chance) {
            return talk(length, talk, 5, chance);
        }
    },
    /** One person who talks, over chords that change. */
    TELEVISION {
        @Override
        double[] sound(int length, List<short[]> talk, Random chance) {
            double[] sound = talk(length, talk, 1, chance);
            double loud = loudness(sound);
            int beat = RATE / 2;
            double[] root = IntStream.range(0, length / beat + 1)
                    .mapToDouble(i -> 220 * Math.pow(2, chance.nextInt(12) / 12.0))
                    .toArray();
            for (int i = 0; i < length; i++) {
                double pitch = root[i / beat];
                sound[i] += loud * 0.4 * (tone(pitch, i) + tone(pitch * 1.26, i) + tone(pitch * 1.5, i));
            }
            return sound;
        }
    },
    /** Two tones in turn, three times a second, with their overtones. */
    ALARM {
        @Override
        double[] sound(int length, List<short[]> talk, Random chance) {
            double low = 700 + 300 * chance.nextDouble();
            return fill(length, i -> {
                double pitch = i * 6 / RATE % 2 == 0 ? low : low * 1.33;
                return tone(pitch, i) + tone(2 * pitch, i) / 2 + tone(3 * pitch, i) / 3;
            });
        }
    },
    /** A hiss, and drops that fall into it. */
    RAIN {
        @Override
        double[] sound(int length, List<short[]> talk, Random chance) {
            double[] sound = fill(length, i -> chance.nextGaussian());
            for (int drop = 0; drop < length / 160; drop++) {
                int at = chance.nextInt(Math.max(1, length));
                double size = 8 * chance.nextDouble();
                for (int i = at; i < Math.min(length, at + 60); i++) {
                    sound[i] += size * Math.exp((at - i) / 12.0) * chance.nextGaussian();
                }
            }
            return sound;
        }
    };

    static final int RATE = 16_000;

    /**
     * Make some.
     *
     * @param length samples
     * @param talk what others say, at 16 kHz; needed for babble and television alone
     */
    abstract double[] sound(int length, List<short[]> talk, Random chance);

    /** Give the name in a scenario and in a table: {@code pink}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Find one by its name.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Background named(String wireName) {
        return Stream.of(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no noise " + wireName + "; there are "
                        + Stream.of(values()).map(Background::wireName).toList()));
    }

    /** Give the mean of the squares' root. */
    static double loudness(double[] sound) {
        double sum = 0;
        for (double sample : sound) {
            sum += sample * sample;
        }
        return Math.sqrt(sum / Math.max(1, sound.length));
    }

    private static double tone(double hertz, int at) {
        return Math.sin(2 * Math.PI * hertz * at / RATE);
    }

    private static double[] fill(int length, IntToDoubleFunction sample) {
        return IntStream.range(0, length).mapToDouble(sample).toArray();
    }

    /** Sum white noises that are renewed half as often each (Voss and McCartney). */
    private static double[] pink(int length, Random chance) {
        double[] rows = new double[14];
        return fill(length, i -> {
            int row = Math.min(Integer.numberOfTrailingZeros(i + 1), rows.length - 1);
            rows[row] = chance.nextGaussian();
            double sum = chance.nextGaussian();
            for (double each : rows) {
                sum += each;
            }
            return sum;
        });
    }

    private static double[] talk(int length, List<short[]> talk, int voices, Random chance) {
        double[] sound = new double[length];
        for (int voice = 0; voice < voices && !talk.isEmpty(); voice++) {
            int at = 0;
            while (at < length) {
                short[] said = talk.get(chance.nextInt(talk.size()));
                // In the middle of a sentence as a rule: nobody begins to talk because somebody else does.
                for (int i = chance.nextInt(said.length / 2 + 1); i < said.length && at < length; i++) {
                    sound[at++] += said[i];
                }
                at++;
            }
        }
        return sound;
    }
}
