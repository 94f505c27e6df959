package dev.aizuchi.app;

import dev.aizuchi.core.Agent;
import dev.aizuchi.core.Site;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.robot.Place;
import dev.aizuchi.sim.FloorPlan;
import dev.aizuchi.sim.RealTime;
import dev.aizuchi.sim.World;
import dev.aizuchi.skill.Skill;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Talk to the simulated robot by typing. */
@Command(
        name = "chat",
        mixinStandardHelpOptions = true,
        description = {
            "Type to the simulated care robot instead of speaking.",
            "Tab completes the skills' phrases. Ctrl-C stops the robot; Ctrl-D ends."
        })
final class ChatCommand implements Callable<Integer> {
    @Option(names = "--speed", defaultValue = "1", description = "how fast the simulated floor runs (default: 1)")
    private double speed = 1;

    @Option(names = "--speaker", defaultValue = "101号室", description = "where you are (default: ${DEFAULT-VALUE})")
    private String speaker = "101号室";

    @Mixin
    private final RecordOption record = new RecordOption();

    @Override
    public Integer call() throws IOException {
        List<Skill> skills = new Plugins().usual();
        try (Closer closer = new Closer()) {
            org.jline.terminal.Terminal screen = closer.keep(
                    TerminalBuilder.builder().system(true).dumb(true).build());
            LineReader reader = reader(screen, skills);
            World world = new World(FloorPlan.care(), Instant.now(), 1);
            closer.keep(RealTime.run(world, speed));
            Site site = Site.at(new Place(speaker));
            TextEncoder encoder = closer.keep(Home.here().encoder());
            Terminal above = new Terminal(new PrintWriter(new AboveThePrompt(reader), true), Terminal.wantsColour());
            Consumer<DialogueEvent> recorder = closer.keep(record).begin("chat", above::line);
            record.follow(world.robot()::state);
            Agent agent = closer.keep(Agent.builder(world.robot(), site)
                    .skills(skills)
                    .observer(new Timeline(above, Instant.now()))
                    .observer(recorder)
                    .start(intents -> Home.learn(intents, encoder)));
            converse(reader, agent);
        }
        return 0;
    }

    private static void converse(LineReader reader, Agent agent) {
        while (true) {
            try {
                String line = reader.readLine("> ").strip();
                if (!line.isEmpty()) {
                    agent.hear(line);
                }
            } catch (UserInterruptException e) {
                agent.stop("key");
            } catch (EndOfFileException e) {
                return;
            }
        }
    }

    private static LineReader reader(org.jline.terminal.Terminal screen, List<Skill> skills) {
        return LineReaderBuilder.builder()
                .terminal(screen)
                .appName("aizuchi")
                .completer(new StringsCompleter(SkillPhrases.of(skills)))
                .variable(LineReader.HISTORY_FILE, history())
                .build();
    }

    private static Path history() {
        String state = System.getenv("XDG_STATE_HOME");
        Path base = state == null || state.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return base.resolve("aizuchi").resolve("chat-history");
    }
}
