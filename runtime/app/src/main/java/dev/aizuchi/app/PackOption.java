package dev.aizuchi.app;

import dev.aizuchi.app.site.SitePack;
import dev.aizuchi.documents.LuceneRetriever;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.testkit.Wiring;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Hold the option that tries a site pack on the simulated floor. */
final class PackOption {
    private static final Place ANYWHERE = new Place("-");

    @Option(
            names = "--site-pack",
            paramLabel = "PACK",
            description = "speak and understand as this site pack says; see ./aizuchi site new")
    private @Nullable Path path;

    /** Open the pack that is named, or none. */
    SitePack open(Closer closer) {
        return closer.keep(path == null ? SitePack.none() : SitePack.open(path, new Plugins().skills()));
    }

    List<Skill> skills(SitePack pack, List<Skill> skills) {
        return path == null ? skills : pack.skills(skills, pack.site(ANYWHERE).askWhom());
    }

    /** Wire agents on the simulated floor as the pack says. */
    Wiring wiring(SitePack pack, @Nullable TextEncoder encoder, Closer closer) {
        return pack.wiring(pack.documents()
                .map(folder -> closer.keep(LuceneRetriever.open(folder, encoder)))
                .orElse(null));
    }
}
