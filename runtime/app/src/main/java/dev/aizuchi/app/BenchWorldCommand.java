package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.testkit.evaluation.FleetBench;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measure how fast the simulated world runs with many robots in it. */
@Command(
        name = "world",
        mixinStandardHelpOptions = true,
        description = {
            "Measure how much faster than real time a hall with many robots runs on one core: half of them drive to and",
            "fro between the others, all of them look, keep clear of each other and use their batteries, 50 times a second."
        })
final class BenchWorldCommand implements Callable<Integer> {
    @Option(names = "--robots", paramLabel = "N", description = "so many robots (default: ${DEFAULT-VALUE})")
    private int robots = 100;

    @Option(names = "--moving", paramLabel = "N", description = "so many of them drive (default: half of them)")
    private int moving = -1;

    @Option(names = "--seconds", paramLabel = "S", description = "so many simulated (default: ${DEFAULT-VALUE})")
    private int seconds = 300;

    @Option(names = "--json", description = "write one JSON object")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        int driving = moving < 0 ? robots / 2 : moving;
        if (robots < 1 || robots > 1000 || driving > robots || seconds < 1) {
            throw new ConfigException("--robots must be from 1 to 1000, --moving no more, and --seconds 1 or more");
        }
        FleetBench.Figures figures =
                FleetBench.run(robots, driving, Duration.ofSeconds(seconds), Duration.ofSeconds(seconds));
        ObjectNode report = Json.MAPPER.createObjectNode();
        report.put("java", Runtime.version().toString())
                .put("robots", figures.robots())
                .put("moving", figures.moving())
                .put("simulated_s", figures.simulated().toSeconds())
                .put("wall_s", Json.rounded(figures.wallSeconds()))
                .put("cpu_s", Json.rounded(figures.cpuSeconds()))
                .put("times_real_time", Json.rounded(figures.factor()))
                .put("arrivals", figures.arrivals())
                .put("failures", figures.failures());
        Json.print(report, spec.commandLine().getOut(), json);
        return 0;
    }
}
