package dev.aizuchi.mqtt;

import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.robot.Robot;

/** Open a robot over MQTT: {@code use: mqtt}. */
public final class MqttRobotProvider implements AdapterProvider<Robot, MqttSettings> {
    @Override
    public String name() {
        return "mqtt";
    }

    @Override
    public Class<Robot> provides() {
        return Robot.class;
    }

    @Override
    public Class<MqttSettings> settings() {
        return MqttSettings.class;
    }

    @Override
    public Robot open(MqttSettings settings) {
        return MqttRobot.open(settings);
    }
}
