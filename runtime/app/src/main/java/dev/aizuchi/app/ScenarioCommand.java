package dev.aizuchi.app;

import dev.aizuchi.testkit.scenario.Scenario;
import dev.aizuchi.testkit.scenario.ScenarioException;
import dev.aizuchi.testkit.scenario.Scenarios;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Check scenarios, and play them. */
@Command(
        name = "scenario",
        mixinStandardHelpOptions = true,
        description = "Check scenarios, and play them on a simulated floor.",
        subcommands = {
            ScenarioRunCommand.class,
            ScenarioWorkerCommand.class,
            ScenarioFromCommand.class,
            ScenarioReplayCommand.class,
            ScenarioUsersCommand.class
        })
final class ScenarioCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new MissingSubcommandException(spec, "name what to do");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Read scenarios and tell all that is wrong, a line each: FILE:LINE:COLUMN: what, and the cure.",
                "Exit code 1 when there is a fault."
            })
    int check(
            @Parameters(paramLabel = "PATH", arity = "1..*", description = "files, and folders of *.yaml")
                    List<Path> paths) {
        PrintWriter out = spec.commandLine().getOut();
        List<String> faults = new ArrayList<>();
        List<Scenario> read = read(paths, faults);
        Map<String, String> sources = new HashMap<>();
        for (Scenario scenario : read) {
            String other = sources.putIfAbsent(scenario.name(), scenario.source());
            if (other != null) {
                faults.add(scenario.source() + ":1:1: has the name of " + other + ": " + scenario.name());
            }
        }
        faults.forEach(out::println);
        out.println(read.size() + " scenarios read, " + faults.size() + " faults");
        return faults.isEmpty() ? 0 : 1;
    }

    @Command(
            name = "schema",
            mixinStandardHelpOptions = true,
            description = "Print the JSON Schema of a scenario, by which editors complete and check what is written.")
    int schema() {
        spec.commandLine().getOut().println(Scenarios.schema());
        return 0;
    }

    /** Read all that can be read, and add what is wrong with the rest. */
    static List<Scenario> read(List<Path> paths, List<String> faults) {
        List<Scenario> read = new ArrayList<>();
        for (Path file : files(paths)) {
            try {
                read.addAll(Scenarios.read(file));
            } catch (ScenarioException e) {
                faults.addAll(String.valueOf(e.getMessage()).lines().toList());
            }
        }
        return read;
    }

    private static List<Path> files(List<Path> paths) {
        try {
            return paths.stream()
                    .flatMap(path -> Scenarios.files(path).stream())
                    .distinct()
                    .toList();
        } catch (ScenarioException e) {
            throw new ConfigException(String.valueOf(e.getMessage()));
        }
    }
}
