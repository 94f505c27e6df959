package dev.aizuchi.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.speech.AudioClip;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One scene of the demo.
 *
 * @param name what {@code --scene} picks
 * @param title what it shows
 * @param lines what the person says, in order
 */
record Scene(String name, String title, List<Line> lines) {
    Scene {
        lines = List.copyOf(lines);
    }

    /**
     * One sentence of a person.
     *
     * @param wav the recording: a file beside the scenes
     * @param caption what is shown
     * @param after time to wait before it, while the robot is still busy; absent waits until it is done
     * @param expect the intent that must be understood, or "stopped", "resumed", "not-understood", "refused"; "" for
     *     any
     * @param ends part of a sentence that the robot must have said before it is done; absent for any end
     */
    record Line(
            String wav,
            String caption,
            @Nullable Duration after,
            String expect,
            @Nullable String ends) {

        AudioClip clip() {
            Path own = Path.of(wav);
            return own.isAbsolute() ? Home.wav(own) : Home.wavResource("demo/" + wav);
        }

        boolean isExpected(DialogueEvent event) {
            return switch (expect) {
                case "" -> event instanceof DialogueEvent.Heard || event instanceof DialogueEvent.NotHeard;
                case "stopped" -> event instanceof DialogueEvent.Stopped;
                case "resumed" -> event instanceof DialogueEvent.Resumed;
                case "refused" -> event instanceof DialogueEvent.Refused;
                case "not-understood" -> event instanceof DialogueEvent.NotUnderstood;
                default ->
                    event instanceof DialogueEvent.Understood understood
                            && understood.intent().equals(expect);
            };
        }
    }

    /** Read the demo's scenes. */
    static List<Scene> all() {
        try {
            return YAMLMapper.builder()
                    .addModule(new JavaTimeModule())
                    .build()
                    .readValue(SpokenLoop.resource("demo/scenes.yaml"), new TypeReference<List<Scene>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the demo's scenes are broken", e);
        }
    }

    /** Make a scene of somebody's own recording. */
    static Scene of(Path wav) {
        return new Scene(
                "own",
                "your own recording",
                List.of(new Line(wav.toAbsolutePath().toString(), wav.toString(), null, "", null)));
    }
}
