package dev.aizuchi.mqtt.vda5050;

import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.robot.Robot;

/** Drive a vehicle by VDA 5050: {@code use: vda5050}. */
public final class VdaRobotProvider implements AdapterProvider<Robot, VdaSettings> {
    @Override
    public String name() {
        return "vda5050";
    }

    @Override
    public Class<Robot> provides() {
        return Robot.class;
    }

    @Override
    public Class<VdaSettings> settings() {
        return VdaSettings.class;
    }

    @Override
    public Robot open(VdaSettings settings) {
        return VdaRobot.open(settings);
    }
}
