package dev.aizuchi.app;

import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.robot.Robot;
import dev.aizuchi.skill.Skill;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Run the agent of a configuration file until it is ended by Ctrl-C, which stops the robot first. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Run an agent as its configuration file says.",
            "Ctrl-C stops the robot at once and ends the runtime."
        })
final class RunCommand implements Callable<Integer> {
    @Option(names = "--config", required = true, paramLabel = "agent.yaml", description = "the configuration")
    private Path config = Path.of("agent.yaml");

    @Option(names = "--check", description = "open every part, report, and end")
    private boolean check;

    @Option(names = "--quiet", description = "show no timeline")
    private boolean quiet;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Terminal terminal = new Terminal(out, Terminal.wantsColour());
        Plugins plugins = new Plugins();
        ConfigFile file = ConfigFile.read(
                config, Home.here().paths(config.toAbsolutePath().resolveSibling("")));
        List<Consumer<DialogueEvent>> observers = quiet ? List.of() : List.of(new Timeline(terminal, Instant.now()));
        ServiceNotice service = ServiceNotice.of(System.getenv());
        try (StopFirst stopFirst = new StopFirst();
                AgentRuntime runtime = AgentRuntime.open(file, plugins, false, observers, service::alive)) {
            stopFirst.watch(() -> {
                runtime.stop("key");
                service.stopping();
            });
            terminal.line("skills    "
                    + plugins.skills(file, file.agent().skills()).stream()
                            .map(RunCommand::describe)
                            .collect(Collectors.joining(", ")));
            plugins.problems().forEach(problem -> terminal.line("left out  " + problem));
            terminal.line("robots    " + String.join(", ", plugins.names(Robot.class)));
            if (check) {
                runtime.check();
            } else {
                runtime.watchSkills(terminal::line);
                serve(runtime, terminal, service);
            }
        } catch (InterruptedException e) {
            terminal.line("ended; the robot is stopped");
        }
        return 0;
    }

    private void serve(AgentRuntime runtime, Terminal terminal, ServiceNotice service) throws InterruptedException {
        if (runtime.hasEars()) {
            Consumer<Boolean> ready = missing -> {
                terminal.line(
                        (missing ? "started, but deaf" : "listening") + took() + "; Ctrl-C stops the robot and ends");
                service.ready(missing ? "deaf: the microphone is missing" : "listening");
            };
            listen(runtime, ready, message -> {
                // The timeline shows it otherwise.
                if (quiet) {
                    terminal.line("hearing   " + message);
                }
                service.status(message);
            });
        } else {
            runtime.agent();
            terminal.line("no ears are configured; only the robot's percepts and other programs are followed");
            service.ready("following percepts");
            new CountDownLatch(1).await();
        }
    }

    /** Tell how long the start took since the process began, where the system knows. */
    private static String took() {
        ProcessHandle.Info process = ProcessHandle.current().info();
        return ProcessAge.now()
                .map(age -> seconds(" after %.2f s", age))
                .map(wall -> wall
                        + process.totalCpuDuration()
                                .map(busy -> seconds(" (%.2f s of processor time)", busy))
                                .orElse(""))
                .orElse("");
    }

    private static String seconds(String format, Duration duration) {
        return String.format(Locale.ROOT, format, duration.toMillis() / 1_000.0);
    }

    private static void listen(AgentRuntime runtime, Consumer<Boolean> ready, Consumer<String> told)
            throws InterruptedException {
        runtime.listen(ready, told);
        if (Thread.interrupted()) {
            throw new InterruptedException("ended by Ctrl-C");
        }
        // The sound has ended: a file was heard out. Let what it set going come to its end.
        CountDownLatch idle = new CountDownLatch(1);
        runtime.agent().whenIdle(idle::countDown);
        idle.await();
    }

    private static String describe(Skill skill) {
        return skill.spec().name() + " (" + skill.spec().intents().size() + " intents)";
    }
}
