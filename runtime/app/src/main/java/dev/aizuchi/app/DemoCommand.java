package dev.aizuchi.app;

import dev.aizuchi.app.Scene.Line;
import dev.aizuchi.app.Terminal.Tone;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.models.Suggestion;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.testkit.evaluation.Percentiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Show the main job: recorded people speak, the simulated robot hears, answers and moves. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Show the main job: recorded speech moves a simulated care robot.",
            "It is heard by Vosk, understood, answered by a skill, judged by the gate and sent over MQTT through a",
            "broker in this process. Ends by itself with a summary."
        })
final class DemoCommand implements Callable<Integer> {
    private static final Duration LONGEST_SCENE_PART = Duration.ofMinutes(3);
    private static final Duration LONGEST_HEARING = Duration.ofSeconds(15);

    @Option(names = "--mute", description = "do not speak aloud")
    private boolean mute;

    @Option(names = "--scene", paramLabel = "NAME", description = "play one scene only")
    private @Nullable String scene;

    @Option(names = "--wav", paramLabel = "FILE", description = "speak your own file to the robot")
    private @Nullable Path wav;

    @Option(names = "--speed", defaultValue = "2", description = "how fast the simulated floor runs (default: 2)")
    private double speed = 2;

    @Mixin
    private final RecordOption record = new RecordOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final BlockingQueue<DialogueEvent> events = new LinkedBlockingQueue<>();
    private final List<Double> hearing = new ArrayList<>();
    private final List<Double> understanding = new ArrayList<>();

    @Override
    public Integer call() {
        List<Scene> scenes = scenes();
        Terminal terminal = new Terminal(spec.commandLine().getOut(), Terminal.wantsColour());
        terminal.line("A care floor, simulated; the broker, the ears and the gate are the real ones.");
        List<String> failures = new ArrayList<>();
        try (StopFirst stopFirst = new StopFirst();
                RecordOption recorded = record;
                SpokenLoop loop = new SpokenLoop(
                        speed,
                        mute ? SpokenLoop.Mouth.NONE : SpokenLoop.Mouth.LOUDSPEAKER,
                        UnaryOperator.identity(),
                        List.of(
                                new Timeline(terminal, Instant.now()),
                                this::note,
                                recorded.begin("demo", terminal::line)))) {
            recorded.follow(loop.world().robot()::state);
            stopFirst.watch(() -> loop.runtime().agent().stop("key"));
            for (Scene each : scenes) {
                terminal.line("");
                terminal.line(terminal.paint(Tone.WARNING, "── " + each.name() + ": " + each.title()));
                failures.addAll(play(loop, terminal, each));
            }
        } catch (InterruptedException e) {
            failures.add("ended by Ctrl-C; the robot was stopped first");
        }
        summarise(terminal, scenes.size(), failures);
        return failures.isEmpty() ? 0 : 1;
    }

    private List<Scene> scenes() {
        if (wav != null) {
            return List.of(Scene.of(wav));
        }
        List<Scene> all = Scene.all();
        String chosen = scene;
        if (chosen == null) {
            return all;
        }
        return all.stream()
                .filter(each -> each.name().equals(chosen))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> new ConfigException("no scene " + chosen
                        + Suggestion.hint(chosen, all.stream().map(Scene::name).toList())));
    }

    /** Play a scene; give what did not come as expected. */
    private List<String> play(SpokenLoop loop, Terminal terminal, Scene played) throws InterruptedException {
        List<String> failures = new ArrayList<>();
        List<Line> lines = played.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.after() != null) {
                TimeUnit.MILLISECONDS.sleep((long) (line.after().toMillis() / speed));
            }
            events.clear();
            terminal.line(terminal.paint(Tone.PERSON, "         person     " + line.caption()));
            AudioClip clip = line.clip();
            loop.play(clip.samples(), () -> {});
            if (!awaitExpected(line, clip.duration())) {
                failures.add(played.name() + ": " + line.caption() + " did not lead to " + line.expect());
            }
            boolean nextCutsIn = i + 1 < lines.size() && lines.get(i + 1).after() != null;
            if (!nextCutsIn && !loop.awaitQuiet(LONGEST_SCENE_PART)) {
                failures.add(
                        played.name() + ": the robot was not done after " + LONGEST_SCENE_PART.toMinutes() + " min");
            }
            String ends = line.ends();
            if (ends != null && events.stream().noneMatch(event -> says(event, ends))) {
                failures.add(played.name() + ": " + line.caption() + " did not end in 「" + ends + "」");
            }
        }
        return failures;
    }

    private static boolean says(DialogueEvent event, String part) {
        return event instanceof DialogueEvent.Said said && said.text().contains(part);
    }

    private boolean awaitExpected(Line line, Duration clip) throws InterruptedException {
        Instant end = Instant.now().plus(clip).plus(LONGEST_HEARING);
        while (true) {
            long left = Duration.between(Instant.now(), end).toMillis();
            DialogueEvent event = events.poll(Math.max(0, left), TimeUnit.MILLISECONDS);
            if (event == null) {
                return false;
            }
            if (line.isExpected(event)) {
                return true;
            }
        }
    }

    private void note(DialogueEvent event) {
        events.add(event);
        if (event instanceof DialogueEvent.Heard heard) {
            hearing.add(heard.took().toNanos() / 1e6);
        } else if (event instanceof DialogueEvent.Understood understood) {
            understanding.add(understood.took().toNanos() / 1e6);
        }
    }

    private void summarise(Terminal terminal, int played, List<String> failures) {
        Percentiles heard = Percentiles.of(hearing.stream().mapToDouble(Double::doubleValue));
        Percentiles understood = Percentiles.of(understanding.stream().mapToDouble(Double::doubleValue));
        terminal.line("");
        terminal.line(String.format(
                Locale.ROOT,
                "%d scenes, %d sentences heard; end of voice to text p50 %.0f ms (the wait for the end of the turn "
                        + "included), understanding p50 %.1f ms",
                played,
                heard.n(),
                heard.p50(),
                understood.p50()));
        failures.forEach(failure -> terminal.line(terminal.paint(Tone.ERROR, "✗ " + failure)));
        if (failures.isEmpty()) {
            terminal.line(terminal.paint(Tone.ROBOT, "✓ all went as written"));
        }
    }
}
