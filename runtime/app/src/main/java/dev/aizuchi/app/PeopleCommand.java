package dev.aizuchi.app;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.aizuchi.people.H2People;
import dev.aizuchi.people.PeopleSettings;
import dev.aizuchi.person.People;
import dev.aizuchi.person.Person;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Look after the people whom the robot knows. */
@Command(
        name = "people",
        mixinStandardHelpOptions = true,
        description = "Look after the people whom the robot knows, also while it runs. Nobody is kept without consent.")
final class PeopleCommand implements Runnable {
    @Option(
            names = "--config",
            paramLabel = "agent.yaml",
            scope = ScopeType.INHERIT,
            description = "the configuration whose people these are")
    private Path config = Path.of("agent.yaml");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Tell of a person in a file, or by options. */
    static final class Source {
        @Option(
                names = "--from",
                required = true,
                paramLabel = "FILE",
                description = "a YAML or JSON file, as show prints it")
        private @Nullable Path file;

        @ArgGroup(exclusive = false)
        private @Nullable PersonOptions options;
    }

    @Override
    public void run() {
        throw new MissingSubcommandException(spec, "name what to do");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List who is known.")
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        ZoneId zone = zone();
        for (Person person : people().all()) {
            out.println(person.id() + "  " + person.call() + "  last seen "
                    + LocalDate.ofInstant(person.lastSeen(), zone) + ", consent of "
                    + person.consent().given() + " by " + person.consent().by());
        }
        out.flush();
        return ExitCode.OK;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Print all that is kept about a person, as a file that add takes.")
    int show(@Parameters(paramLabel = "ID") String id) throws IOException {
        Optional<Person> person = people().find(id);
        if (person.isEmpty()) {
            return unknown(id);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(yaml().writeValueAsString(PersonEntry.of(person.get())));
        out.flush();
        return ExitCode.OK;
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Keep a person who has consented, or for whom somebody did who may.")
    int add(
            @ArgGroup(multiplicity = "1") Source source,
            @Option(names = "--replace", description = "in the place of who has the same id") boolean replace) {
        Instant now = Instant.now();
        Person person = person(source, now);
        People people = people();
        if (!replace && people.find(person.id()).isPresent()) {
            throw new ConfigException(person.id() + " is known already; add --replace to change what is kept");
        }
        people.save(person);
        return ExitCode.OK;
    }

    @Command(
            name = "forget",
            mixinStandardHelpOptions = true,
            description = "Remove all that is kept about a person, so that nobody can bring it back.")
    int forget(@Parameters(paramLabel = "ID") String id) {
        return people().forget(id) ? ExitCode.OK : unknown(id);
    }

    @Command(
            name = "wipe",
            mixinStandardHelpOptions = true,
            description = "Overwrite and delete all people and their key, also where they cannot be read any more.")
    int wipe(@Option(names = "--yes", description = "do it") boolean yes) {
        PeopleSettings settings = settings();
        if (!yes) {
            throw new ParameterException(
                    spec.commandLine(),
                    "this deletes everybody in " + settings.directory() + " and the key " + settings.key()
                            + " for good; if that is meant, add --yes");
        }
        H2People.wipe(settings);
        return ExitCode.OK;
    }

    private Person person(Source source, Instant now) {
        Path file = source.file;
        PersonOptions options = source.options;
        if (file != null && !Files.exists(file)) {
            throw new ConfigException(file + ": no such file; write one such as ./aizuchi people show prints");
        }
        try {
            PersonEntry entry = options != null
                    ? options.entry(LocalDate.ofInstant(now, zone()))
                    : ConfigFile.read(file == null ? Path.of("") : file, Path::of)
                            .whole(PersonEntry.class, "a person is a map of id, call, consent, …");
            return entry.person(now);
        } catch (IllegalArgumentException e) {
            throw new ConfigException((file == null ? "" : file + ": ") + e.getMessage(), e);
        }
    }

    private int unknown(String id) {
        spec.commandLine()
                .getErr()
                .println("aizuchi: nobody is known as " + id + "; ./aizuchi people list shows who is");
        return ExitCode.SOFTWARE;
    }

    private People people() {
        return H2People.open(settings());
    }

    private PeopleSettings settings() {
        ConfigFile file = file();
        AgentConfig.PeopleConfig people = file.agent().people();
        if (people == null) {
            throw file.error(
                    "", "people is missing: add people: { directory: people, key: people.key, retention-days: 90 }");
        }
        return people.settings();
    }

    private ZoneId zone() {
        return ZoneId.of(file().agent().site().zone());
    }

    private ConfigFile file() {
        return ConfigFile.read(config, Home.here().paths(config.toAbsolutePath().resolveSibling("")));
    }

    private static YAMLMapper yaml() {
        return YAMLMapper.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .addModule(new JavaTimeModule())
                .build();
    }
}
