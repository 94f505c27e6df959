package dev.aizuchi.sim;

import dev.aizuchi.event.Percept;
import dev.aizuchi.robot.Place;

/** Do to one robot what its makers hope nobody does; callable from any thread. */
public final class Disturbance {
    private final Object lock;
    private final FloorPlan plan;
    private final Unit unit;

    Disturbance(Object lock, FloorPlan plan, Unit unit) {
        this.lock = lock;
        this.plan = plan;
        this.unit = unit;
    }

    /** Break something. */
    public void fault(Fault fault) {
        synchronized (lock) {
            unit.set(fault, true);
        }
    }

    /** Make a fault good. */
    public void repair(Fault fault) {
        synchronized (lock) {
            unit.set(fault, false);
        }
    }

    /** Press the emergency stop: the robot stops, latches, and takes no resume until the button is released. */
    public void pressEmergencyStop() {
        synchronized (lock) {
            unit.robot().pressEmergencyStop(true);
        }
    }

    /** Release the emergency stop; the robot stays latched until it is resumed. */
    public void releaseEmergencyStop() {
        synchronized (lock) {
            unit.robot().pressEmergencyStop(false);
        }
    }

    /** Set the charge, from 0 to 1. */
    public void setBattery(double charge) {
        if (!(charge >= 0 && charge <= 1)) {
            throw new IllegalArgumentException("charge must be from 0 to 1, but is " + charge);
        }
        synchronized (lock) {
            unit.body().setBattery(charge);
        }
    }

    /** Set how warm the drive motors are; from 80 °C on they switch off, below 60 °C on again. */
    public void setMotorTemperature(double celsius) {
        synchronized (lock) {
            unit.body().motors().setTemperature(celsius);
        }
    }

    /** Let a sensor tell something, true or not. */
    public void sense(Percept percept) {
        synchronized (lock) {
            unit.senses().tell(percept);
        }
    }

    /** Mend what water, fire or rubble ruined. */
    public void mend() {
        synchronized (lock) {
            unit.robot().mend();
        }
    }

    /** Set the robot onto a place; for the beginning of a scenario. */
    public void move(Place place) {
        FloorPlan.Spot spot = plan.need(place);
        synchronized (lock) {
            unit.body().place(spot);
        }
    }
}
