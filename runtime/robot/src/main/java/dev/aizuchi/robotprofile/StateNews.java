package dev.aizuchi.robotprofile;

import dev.aizuchi.event.Percept;
import java.util.ArrayList;
import java.util.List;

/** Find what in the robot's state is worth telling: an emergency stop, and a charge that crosses a threshold. */
final class StateNews {
    private static final double[] BATTERY_THRESHOLDS = {0.05, 0.1, 0.2};

    private boolean toldEmergencyStop;
    private double toldBattery = 1;

    /** Give what is new since the last look. */
    synchronized List<Percept> since(StateView view) {
        List<Percept> news = new ArrayList<>();
        boolean pressed = view.emergencyStop();
        if (toldEmergencyStop != pressed) {
            news.add(new Percept.EmergencyStop(pressed));
        }
        toldEmergencyStop = pressed;
        double charge = view.battery().orElse(1.0);
        for (double threshold : BATTERY_THRESHOLDS) {
            if (toldBattery > threshold != charge > threshold) {
                news.add(new Percept.Battery(charge));
                break;
            }
        }
        toldBattery = charge;
        return news;
    }
}
