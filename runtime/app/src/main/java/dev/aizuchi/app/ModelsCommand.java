package dev.aizuchi.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.models.FetchOptions;
import dev.aizuchi.models.ModelCatalogue;
import dev.aizuchi.models.ModelPack;
import dev.aizuchi.models.ModelStatus;
import dev.aizuchi.models.ModelStore;
import dev.aizuchi.models.Offer;
import dev.aizuchi.models.Verification;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** List, fetch and check models. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "List, fetch and check models. Nothing is fetched without being named.")
final class ModelsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new MissingSubcommandException(spec, "name what to do");
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "List the models that are known.")
    int list(@Option(names = "--json", description = "one JSON object a line") boolean json) {
        PrintWriter out = spec.commandLine().getOut();
        ModelStore store = Home.here().models();
        for (ModelStatus status : store.list()) {
            Offer offer = store.offer(status.entry().id());
            String state = status.state().name().toLowerCase(Locale.ROOT);
            if (json) {
                ObjectNode line = Json.MAPPER.createObjectNode();
                line.put("id", offer.id());
                line.put("title", offer.title());
                line.put("state", state);
                line.put("licence", offer.licence());
                line.put("bytes", offer.bytes());
                line.put("path", status.folder().toString());
                out.println(line);
            } else {
                out.println(String.format(
                        Locale.ROOT,
                        "%-14s %-8s %7s  %-12s %s",
                        offer.id(),
                        state,
                        megabytes(offer.bytes()),
                        offer.licence(),
                        offer.title()));
            }
        }
        out.flush();
        return 0;
    }

    @Command(
            name = "fetch",
            mixinStandardHelpOptions = true,
            description = {
                "Fetch a model.",
                "Licence and size are shown first, a broken download goes on where it ended, the hash is checked, and",
                "pinned where the catalogue has none."
            })
    int fetch(
            @Parameters(paramLabel = "ID") String id,
            @Option(names = "--from", paramLabel = "FILE", description = "take it from a file or folder instead")
                    @Nullable
                    Path from,
            @Option(names = "--catalogue", paramLabel = "FILE", description = "know further models") @Nullable
                    Path catalogue) {
        PrintWriter out = spec.commandLine().getOut();
        ModelStore store = store(catalogue);
        Offer offer = store.offer(id);
        out.println(offer.title());
        out.println("  licence  " + offer.licence() + "  " + offer.licenceUrl());
        out.println("  credit   " + offer.credit());
        out.println("  size     " + megabytes(offer.bytes()));
        offer.sources().forEach(source -> out.println("  from     " + source));
        out.flush();
        Path path;
        try (FetchProgress progress = new FetchProgress(spec.commandLine().getErr(), Terminal.wantsColour())) {
            path = from == null
                    ? store.fetch(id, FetchOptions.standard(), progress)
                    : store.fetchFrom(id, from, FetchOptions.standard(), progress);
        }
        out.println(path);
        return 0;
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Hash every file of models, or of a pack that somebody handed over.")
    int verify(
            @Parameters(paramLabel = "ID", arity = "0..*", description = "all that are there when none is named")
                    @Nullable
                    List<String> ids,
            @Option(names = "--pack", paramLabel = "FOLDER", description = "check this folder instead") @Nullable
                    Path pack,
            @Option(
                            names = "--signed-by",
                            paramLabel = "KEY",
                            description = "and that its sums are signed by this Ed25519 key (PEM)")
                    @Nullable
                    Path key) {
        if (pack == null) {
            if (key != null) {
                throw new CommandLine.ParameterException(spec.commandLine(), "--signed-by goes with --pack");
            }
            return verifyStored(ids);
        }
        ModelPack handed = new ModelPack(pack.toAbsolutePath().normalize());
        boolean intact = isIntact(key == null ? handed.verify() : handed.verify(key));
        spec.commandLine().getOut().flush();
        return intact ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private int verifyStored(@Nullable List<String> ids) {
        PrintWriter out = spec.commandLine().getOut();
        ModelStore store = Home.here().models();
        List<String> checked = ids != null && !ids.isEmpty()
                ? ids
                : store.list().stream()
                        .filter(status -> status.state() != ModelStatus.State.MISSING)
                        .map(status -> status.entry().id())
                        .toList();
        boolean intact = true;
        for (String id : checked) {
            Verification result = store.verify(id);
            intact &= isIntact(result);
            if (result.files().isEmpty()) {
                out.println("    not there; ./aizuchi models fetch " + id);
            }
        }
        out.flush();
        return intact ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private boolean isIntact(Verification result) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(String.format(Locale.ROOT, "%-14s %s", result.id(), result.intact() ? "intact" : "NOT INTACT"));
        result.broken().forEach(file -> out.println("    " + file.finding() + " " + file.file()));
        return result.intact();
    }

    @Command(name = "path", mixinStandardHelpOptions = true, description = "Print the folder of a model.")
    int path(@Parameters(paramLabel = "ID") String id) {
        spec.commandLine().getOut().println(Home.here().models().path(id));
        return 0;
    }

    private static ModelStore store(@Nullable Path catalogue) {
        Home home = Home.here();
        return catalogue == null
                ? home.models()
                : home.models(ModelCatalogue.bundled().with(catalogue));
    }

    private static String megabytes(long bytes) {
        return bytes == 0 ? "?" : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
