package dev.aizuchi.app;

import dev.aizuchi.robotprofile.Fault;
import dev.aizuchi.robotprofile.Guard;
import dev.aizuchi.robotprofile.RobotFileException;
import dev.aizuchi.robotprofile.RobotFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Help to connect a robot by its file. */
@Command(
        name = "robot",
        mixinStandardHelpOptions = true,
        description = "Connect a robot by a YAML file: begin with a ready one, and check it.")
final class RobotCommand implements Runnable {
    private static final String UNSEEN = "; fields and types of messages are checked by --connect";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new MissingSubcommandException(spec, "name what to do");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the ready robot files.")
    int list() {
        for (String name : RobotFiles.ready()) {
            String first = RobotFiles.text(name).lines().findFirst().orElse("");
            print(String.format("%-10s %s", name, first.replaceFirst("^# *", "")));
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Print a ready robot file, to begin with: ./aizuchi robot show nav2 > robot.yaml")
    int show(@Parameters(paramLabel = "NAME", description = "one of: ./aizuchi robot list") String name) {
        try {
            print(RobotFiles.text(name).stripTrailing());
            return CommandLine.ExitCode.OK;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "List all that is wrong with robot files, a line each, with the cure. Exit code 1 when there is anything.",
                "Fields and types of messages are checked where their definitions are at hand: --connect."
            })
    int check(
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "a robot file") List<Path> files,
            @Option(
                            names = "--connect",
                            description = "open the file's buses, to check against the robot's own message definitions")
                    boolean connect) {
        int wrong = 0;
        for (Path file : files) {
            List<Fault> faults = connect ? RobotFiles.checkConnected(file) : RobotFiles.check(file);
            faults.forEach(fault -> print(fault.toString()));
            print(file + ": " + sum(faults.size()) + (connect ? "" : UNSEEN));
            wrong += faults.size();
        }
        return wrong == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static String sum(int faults) {
        return faults == 0 ? "no faults" : faults == 1 ? "1 fault" : faults + " faults";
    }

    @Command(
            name = "schema",
            mixinStandardHelpOptions = true,
            description = "Print the JSON Schema of robot files, for editors.")
    int schema() {
        print(RobotFiles.schema().stripTrailing());
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "guard",
            mixinStandardHelpOptions = true,
            description = {
                "Stand next to the wheels: let velocities pass while heartbeats come, and send zero otherwise.",
                "Runs until Ctrl-C, which sends zero. No safety-rated stop: the wheels need a dead-man of their own."
            })
    int guard(@Parameters(paramLabel = "FILE", description = "a robot file with heartbeat and guard") Path file) {
        try (StopFirst stopFirst = new StopFirst();
                Guard guard = Guard.open(file, this::tell)) {
            stopFirst.watch(guard::halt);
            print("guards " + file + "; nothing passes before heartbeats come");
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            print("ended; zero is sent");
        } catch (RobotFileException e) {
            e.faults().forEach(fault -> print(fault.toString()));
            return CommandLine.ExitCode.USAGE;
        }
        return CommandLine.ExitCode.OK;
    }

    private void tell(boolean passing) {
        print(passing ? "heartbeats come; velocities pass" : "no heartbeat; zero is sent");
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
