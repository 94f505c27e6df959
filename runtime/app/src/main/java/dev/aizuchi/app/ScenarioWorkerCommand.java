package dev.aizuchi.app;

import dev.aizuchi.cluster.Machine;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lend this machine to whoever plays a suite. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description = {
            "Lend this machine's threads to every scenario run --cluster that knows the same secret, until Ctrl-C.",
            "It needs no scenarios of its own. Members trust each other: keep them in a network of their own."
        })
final class ScenarioWorkerCommand implements Callable<Integer> {
    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--jobs", paramLabel = "N", description = "threads (default: one a processor)")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--no-encoder", description = "match by words alone, as the run that it plays for")
    private boolean noEncoder;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        if (jobs < 1) {
            throw new ConfigException("--jobs must be 1 or more");
        }
        Machine machine =
                Machine.join(cluster.settings(jobs, noEncoder), () -> new Floors(noEncoder, new RecordedRuns(null)));
        Runtime.getRuntime().addShutdownHook(new Thread(machine::close, "leave-the-cluster"));
        PrintWriter out = spec.commandLine().getOut();
        out.println("lends " + jobs + " threads at " + machine.address() + ", with " + (machine.machines() - 1)
                + " other machines; Ctrl-C ends");
        out.flush();
        new CountDownLatch(1).await();
        return 0;
    }
}
