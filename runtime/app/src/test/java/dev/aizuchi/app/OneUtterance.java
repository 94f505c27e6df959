package dev.aizuchi.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.event.DialogueEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Start a runtime, say one thing to it, and close it. */
final class OneUtterance {
    private OneUtterance() {}

    /** Give what the robot says first. */
    static String answer(String config, Path folder, String heard) throws InterruptedException {
        BlockingQueue<DialogueEvent> events = new LinkedBlockingQueue<>();
        ConfigFile file = ConfigFile.of("agent.yaml", config, folder::resolve);
        try (AgentRuntime runtime = AgentRuntime.open(file, new Plugins(), true, List.of(events::add))) {
            runtime.agent().hear(heard);
            while (true) {
                DialogueEvent event = events.poll(30, TimeUnit.SECONDS);
                assertThat(event).as("nothing is said to %s", heard).isNotNull();
                if (event instanceof DialogueEvent.Said said) {
                    return said.text();
                }
            }
        }
    }
}
