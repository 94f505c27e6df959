package dev.aizuchi.app;

import dev.aizuchi.app.site.SitePackException;
import dev.aizuchi.cluster.ClusterException;
import dev.aizuchi.models.ModelException;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.testkit.evaluation.EvaluationException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** Begin here: parse the command line and run a command. */
@Command(
        name = "aizuchi",
        description = "A dialogue-agent runtime for robots that speak Japanese. Nothing leaves the device.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it was tried and did not succeed; the message says why",
            "2:the command line or the configuration is wrong; the message says where"
        })
public final class Main implements Runnable {
    private static final List<Class<?>> COMMANDS = List.of(
            DemoCommand.class,
            ChatCommand.class,
            HearCommand.class,
            SpeakCommand.class,
            UnderstandCommand.class,
            ConverseCommand.class,
            ExplainCommand.class,
            ValuesCommand.class,
            ReadCommand.class,
            PolitenessCommand.class,
            PlainCommand.class,
            EasyCommand.class,
            MaskCommand.class,
            GenerateCommand.class,
            AlertCommand.class,
            ReportCommand.class,
            RecordingCommand.class,
            SkillCommand.class,
            ScenarioCommand.class,
            SiteCommand.class,
            RunCommand.class,
            SimulateCommand.class,
            StudioCommand.class,
            RobotCommand.class,
            TopCommand.class,
            DoctorCommand.class,
            ModelsCommand.class,
            PeopleCommand.class,
            BenchCommand.class,
            EvalCommand.class);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** Run the command and end the JVM with its exit code. */
    public static void main(String[] args) {
        // Native libraries leave threads behind that would keep the JVM up.
        System.exit(commandLine(args).execute(args));
    }

    /** Know all commands, or the one alone that a line begins with: reading what each takes is a third of a start. */
    static CommandLine commandLine(String... args) {
        CommandLine line = new CommandLine(new Main());
        List<Class<?>> named = COMMANDS.stream()
                .filter(command -> args.length > 0 && name(command).equals(args[0]))
                .toList();
        (named.isEmpty() ? COMMANDS : named).forEach(line::addSubcommand);
        return line.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(Main::explain);
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command");
    }

    /** An expected failure is told in its own words; anything else is a bug and shows where. */
    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult result) {
        boolean wrongInput =
                e instanceof ConfigException || e instanceof SitePackException || e instanceof EvaluationException;
        if (wrongInput
                || e instanceof ClusterException
                || e instanceof ModelException
                || e instanceof AdapterException
                || e instanceof AudioException) {
            command.getErr().println("aizuchi: " + e.getMessage());
            return wrongInput ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
        }
        command.getErr().println("aizuchi: a bug; please report it with what follows");
        e.printStackTrace(command.getErr());
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Read the version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"aizuchi " + (version == null ? "(not packaged)" : version)};
        }
    }
}
