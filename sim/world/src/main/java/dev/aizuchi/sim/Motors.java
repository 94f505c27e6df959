package dev.aizuchi.sim;

/**
 * How warm a robot's drive motors are: a thermal model of first order, as motor makers give it (one time constant, heat
 * with the square of the load); guarded by the world's lock.
 */
final class Motors {
    /** Degrees Celsius from which the drive switches off. */
    static final double HOT = 80;

    private static final double COOL = 60;
    private static final double ROOM = 22;
    private static final double TIME_CONSTANT = 600;
    /** Kelvin above the air after hours at full speed. */
    private static final double RISE = 35;

    private static final double NO_FAN = 6;
    /** What a wheel that is held asks of its motor, full speed being 1. */
    private static final double STALL = 2.5;

    private double temperature = ROOM;
    private double air = ROOM;
    private boolean unventilated;
    private boolean off;

    double temperature() {
        return temperature;
    }

    void setTemperature(double celsius) {
        temperature = celsius;
        judge();
    }

    /** Take how warm the air around is. */
    void setAir(double celsius) {
        air = celsius;
    }

    void setUnventilated(boolean isUnventilated) {
        unventilated = isUnventilated;
    }

    /** Tell whether the drive has switched itself off until the motors are cool again. */
    boolean areOff() {
        return off;
    }

    /** Warm up or cool down for one tick. */
    void tick(double speed, boolean stalled) {
        double load = stalled ? STALL : Math.abs(speed) / Body.MAX_SPEED;
        double settled = air + RISE * (unventilated ? NO_FAN : 1) * load * load;
        temperature += (settled - temperature) * Ticks.SECONDS / TIME_CONSTANT;
        judge();
    }

    private void judge() {
        off = temperature >= HOT || (off && temperature > COOL);
    }
}
