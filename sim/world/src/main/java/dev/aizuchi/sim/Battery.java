package dev.aizuchi.sim;

/** A robot's charge, from 0 to 1: it lasts for hours or for kilometres; guarded by the world's lock. */
final class Battery {
    private static final double IDLE_HOURS = 10;
    private static final double METRES_A_CHARGE = 14_400;
    private static final double CHARGING_HOURS = 1.5;
    private static final double HOURS_A_TICK = Ticks.SECONDS / 3600;

    private double charge = 1;

    double charge() {
        return charge;
    }

    void set(double newCharge) {
        charge = newCharge;
    }

    /** Use or fill it for one tick, in which so many metres were driven. */
    void tick(double metres, boolean docked) {
        double used = HOURS_A_TICK / IDLE_HOURS + metres / METRES_A_CHARGE;
        charge = Math.max(0, Math.min(1, charge + (docked ? HOURS_A_TICK / CHARGING_HOURS : -used)));
    }
}
