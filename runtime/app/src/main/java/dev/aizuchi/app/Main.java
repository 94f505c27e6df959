package dev.aizuchi.app;

import dev.aizuchi.app.site.SitePackException;
import dev.aizuchi.cluster.ClusterException;
import dev.aizuchi.models.ModelException;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.testkit.evaluation.EvaluationException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    /** By name: to read it in each annotation takes a tenth of a start. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("demo", DemoCommand.class);
        COMMANDS.put("chat", ChatCommand.class);
        COMMANDS.put("hear", HearCommand.class);
        COMMANDS.put("speak", SpeakCommand.class);
        COMMANDS.put("understand", UnderstandCommand.class);
        COMMANDS.put("converse", ConverseCommand.class);
        COMMANDS.put("explain", ExplainCommand.class);
        COMMANDS.put("values", ValuesCommand.class);
        COMMANDS.put("read", ReadCommand.class);
        COMMANDS.put("politeness", PolitenessCommand.class);
        COMMANDS.put("plain", PlainCommand.class);
        COMMANDS.put("easy", EasyCommand.class);
        COMMANDS.put("mask", MaskCommand.class);
        COMMANDS.put("generate", GenerateCommand.class);
        COMMANDS.put("alert", AlertCommand.class);
        COMMANDS.put("report", ReportCommand.class);
        COMMANDS.put("recording", RecordingCommand.class);
        COMMANDS.put("skill", SkillCommand.class);
        COMMANDS.put("scenario", ScenarioCommand.class);
        COMMANDS.put("site", SiteCommand.class);
        COMMANDS.put("run", RunCommand.class);
        COMMANDS.put("simulate", SimulateCommand.class);
        COMMANDS.put("studio", StudioCommand.class);
        COMMANDS.put("robot", RobotCommand.class);
        COMMANDS.put("top", TopCommand.class);
        COMMANDS.put("doctor", DoctorCommand.class);
        COMMANDS.put("models", ModelsCommand.class);
        COMMANDS.put("people", PeopleCommand.class);
        COMMANDS.put("bench", BenchCommand.class);
        COMMANDS.put("eval", EvalCommand.class);
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    /** Run the command and end the JVM with its exit code. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("run")) {
            // Before the line is read: that takes a tenth of a start, and a core is idle meanwhile.
            Ahead.begin();
        }
        // Native libraries leave threads behind that would keep the JVM up.
        System.exit(commandLine(args).execute(args));
    }

    /** Know all commands, or the one alone that a line begins with: reading what each takes is a third of a start. */
    static CommandLine commandLine(String... args) {
        CommandLine line = new CommandLine(new Main());
        Class<?> named = args.length == 0 ? null : COMMANDS.get(args[0]);
        (named == null ? COMMANDS.values() : List.of(named)).forEach(line::addSubcommand);
        return line.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(Main::explain);
    }

    static Map<String, Class<?>> commands() {
        return Collections.unmodifiableMap(COMMANDS);
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
