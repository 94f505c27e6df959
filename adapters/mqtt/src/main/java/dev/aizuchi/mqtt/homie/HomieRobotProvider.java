package dev.aizuchi.mqtt.homie;

import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.robot.Robot;

/** Offer the Homie 5 devices of a house as acts: {@code use: homie}. */
public final class HomieRobotProvider implements AdapterProvider<Robot, HomieSettings> {
    @Override
    public String name() {
        return "homie";
    }

    @Override
    public Class<Robot> provides() {
        return Robot.class;
    }

    @Override
    public Class<HomieSettings> settings() {
        return HomieSettings.class;
    }

    @Override
    public Robot open(HomieSettings settings) {
        return HomieRobot.open(settings);
    }
}
