package dev.aizuchi.app;

import dev.aizuchi.app.site.Fault;
import dev.aizuchi.app.site.SiteCheck;
import dev.aizuchi.app.site.SiteTemplate;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.language.TextEncoder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begin a site pack, and check one. */
@Command(
        name = "site",
        mixinStandardHelpOptions = true,
        description = "Begin a site pack, which adapts the agent to a site without code, and check it.")
final class SiteCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new MissingSubcommandException(spec, "name what to do");
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = {
                "Write a site pack with an example of all that it can hold: names of places and roles, words, phrases,",
                "sentences, documents. Then change what differs, and: ./aizuchi site check NAME"
            })
    int begin(
            @Parameters(paramLabel = "NAME", description = "of the folder, such as my-site") String name,
            @Option(names = "--into", paramLabel = "DIR", defaultValue = ".", description = "folder to write into")
                    Path into) {
        SiteTemplate template;
        try {
            template = new SiteTemplate(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        Path folder = into.resolve(name);
        NewFolder.write(folder, template::write);
        PrintWriter out = spec.commandLine().getOut();
        out.println(folder + " is written. Change site.yaml first; then:");
        out.println("  ./aizuchi site check " + folder);
        out.println("  site-pack: " + folder.toAbsolutePath().normalize() + "   in agent.yaml");
        out.flush();
        return 0;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "List all that is wrong with a site pack, a line each, with the cure. Exit code 1 when there is anything.",
                "Sentences have to be as polite as the skill's own, phrases new and understood as their own intent."
            })
    int check(
            @Parameters(paramLabel = "PACK", description = "a folder, .jar or .zip") Path path,
            @Option(names = "--no-encoder", description = "match by words alone, without the encoder model")
                    boolean noEncoder) {
        Plugins plugins = new Plugins();
        PrintWriter out = spec.commandLine().getOut();
        try (Closer closer = new Closer()) {
            TextEncoder encoder = noEncoder ? null : closer.keep(Home.here().encoder());
            SiteCheck check = new SiteCheck(
                    plugins.skills(),
                    plugins::beside,
                    intents -> encoder == null ? PhraseInterpreter.of(intents) : Home.learn(intents, encoder));
            List<Fault> faults = check.check(path);
            faults.forEach(out::println);
            out.println(path + ": "
                    + (faults.isEmpty() ? "no faults" : faults.size() + (faults.size() == 1 ? " fault" : " faults")));
            out.flush();
            return faults.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }
}
