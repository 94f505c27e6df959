package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.testkit.conformance.Finding;
import dev.aizuchi.testkit.conformance.Finding.Severity;
import dev.aizuchi.testkit.conformance.SkillConformance;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begin a skill, and check one. */
@Command(name = "skill", mixinStandardHelpOptions = true, description = "Begin a skill of one's own, and check it.")
final class SkillCommand implements Runnable {
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
                "Write a skill that builds: code, phrases, texts, manifest, tests, a scenario and CI.",
                "Then: cd NAME && mvn verify, and put target/NAME-0.1.0.jar into skills.d."
            })
    int begin(
            @Parameters(paramLabel = "NAME", description = "in snake case, such as fetch_tea") String name,
            @Option(names = "--package", description = "Java package (default: com.example and the name)") @Nullable
                    String javaPackage,
            @Option(names = "--into", paramLabel = "DIR", defaultValue = ".", description = "folder to write into")
                    Path into) {
        SkillTemplate template;
        try {
            template = SkillTemplate.of(name, javaPackage);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        Path folder = into.resolve(template.folder());
        NewFolder.write(folder, template::write);
        PrintWriter out = spec.commandLine().getOut();
        out.println(folder + " is written. Next:");
        out.println("  (cd " + Home.here().directory()
                + " && mvn -q install -DskipTests)   once, so that Maven finds the API");
        out.println("  (cd " + folder + " && mvn verify)");
        out.println("  ./aizuchi skill check " + folder.resolve("target/" + template.folder() + "-0.1.0.jar"));
        out.flush();
        return 0;
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Hold a skill to the rules: declared acts, stop within 300 ms, no claim before the outcome, polite texts,",
                "every phrase reaches its own intent beside the other skills. Exit code 1 when there is an error."
            })
    int check(
            @Parameters(paramLabel = "JAR|NAME", description = "a skill's jar, or the name of one that is loaded")
                    String which,
            @Option(names = "--no-encoder", description = "match by words alone, without the encoder model")
                    boolean noEncoder,
            @Option(names = "--json", description = "one JSON object a line") boolean json) {
        Plugins plugins = new Plugins();
        List<Skill> loaded = plugins.skills();
        List<Skill> checked = which.endsWith(".jar")
                ? SkillJars.load(Path.of(which)).skills()
                : loaded.stream()
                        .filter(skill -> skill.spec().name().equals(which))
                        .toList();
        if (checked.isEmpty()) {
            throw new ConfigException("no skill " + which + " is loaded; there are "
                    + String.join(
                            ", ",
                            loaded.stream().map(skill -> skill.spec().name()).toList()));
        }
        PrintWriter out = spec.commandLine().getOut();
        boolean passed = true;
        try (Closer closer = new Closer()) {
            TextEncoder encoder = noEncoder ? null : closer.keep(Home.here().encoder());
            Function<List<Interpreter.Intent>, Interpreter> interpreters =
                    intents -> encoder == null ? PhraseInterpreter.of(intents) : Home.learn(intents, encoder);
            for (Skill skill : checked) {
                String name = skill.spec().name();
                List<Skill> others = plugins.beside(skill);
                List<Finding> findings = SkillConformance.check(skill, others, interpreters);
                findings.forEach(
                        finding -> out.println(json ? line(name, finding).toString() : finding.toString()));
                long errors = findings.stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .count();
                passed &= errors == 0;
                if (!json) {
                    out.println(name + ": " + errors + " errors, " + (findings.size() - errors) + " warnings");
                }
            }
        }
        out.flush();
        return passed ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static ObjectNode line(String skill, Finding finding) {
        return Json.MAPPER
                .createObjectNode()
                .put("skill", skill)
                .put("severity", finding.severity().wireName())
                .put("rule", finding.rule())
                .put("where", finding.where())
                .put("message", finding.message());
    }
}
