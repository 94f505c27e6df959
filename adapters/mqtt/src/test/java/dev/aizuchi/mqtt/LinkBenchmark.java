package dev.aizuchi.mqtt;

import dev.aizuchi.event.Percept;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A broker, a cable from it to the robot's end, and who stands for the robot: what is measured, is measured on these.
 */
abstract class LinkBenchmark {
    final FakeRobot real = new FakeRobot();
    final BlockingQueue<Percept> percepts = new LinkedBlockingQueue<>();
    TestBroker broker;
    Cable robotCable;

    @BeforeEach
    void open() throws Exception {
        broker = TestBroker.measured();
        robotCable = new Cable(broker.uri());
    }

    @AfterEach
    void close() throws Exception {
        robotCable.close();
        broker.close();
    }
}
