package dev.aizuchi.sim;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Argument;
import dev.aizuchi.sim.hazard.Reading;
import java.util.List;

/**
 * What one robot's sensors for gas, heat, water and light tell: each time a level is passed; guarded by the world's
 * lock.
 */
final class Gauges {
    /** The usual alarms of gas detectors begin at a tenth and a quarter of the lower explosive limit. */
    private static final Gauge GAS = new Gauge("gas", "lel_percent", List.of(10.0, 25.0, 50.0));

    private static final Gauge TEMPERATURE = new Gauge("temperature", "temp_c", List.of(40.0, 50.0, 60.0, 80.0));
    private static final Gauge WATER = new Gauge("water_depth", "depth_cm", List.of(5.0, 10.0, 30.0, 50.0));
    private static final Gauge MOTORS = new Gauge("motor_temperature", "temp_c", List.of(70.0, Motors.HOT));
    private static final List<Gauge> ALL = List.of(GAS, TEMPERATURE, WATER, MOTORS);

    private record Gauge(String kind, String unit, List<Double> levels) {
        /** Count the levels that a value has reached. */
        int level(double value) {
            int reached = 0;
            for (double level : levels) {
                reached += value >= level ? 1 : 0;
            }
            return reached;
        }
    }

    private final Senses senses;
    private final int[] told = new int[ALL.size()];
    private boolean dark;

    Gauges(Senses senses) {
        this.senses = senses;
    }

    /** Take what there is around the robot, as its sensors have it. */
    void read(Reading reading, double motorCelsius, boolean isDark) {
        double[] values = {reading.lelPercent(), reading.celsius(), reading.depthCm(), motorCelsius};
        for (int i = 0; i < values.length; i++) {
            Gauge gauge = ALL.get(i);
            int level = gauge.level(values[i]);
            if (level != told[i]) {
                told[i] = level;
                double rounded = Math.round(values[i] * 10) / 10.0;
                senses.tell(new Percept.Own(gauge.kind, List.of(new Argument.Measure(gauge.unit, rounded))));
            }
        }
        if (isDark && !dark) {
            structure("dark");
        }
        dark = isDark;
    }

    /** Tell how it stands with the building around. */
    void structure(String state) {
        senses.tell(new Percept.Own("structure", List.of(new Argument.Text("state", state))));
    }
}
