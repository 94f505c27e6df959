package dev.aizuchi.app.site;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aizuchi.app.site.SiteFile.Role;
import dev.aizuchi.app.site.SiteFile.SitePlace;
import dev.aizuchi.core.Agent;
import dev.aizuchi.core.Site;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.kana.LexiconEntry;
import dev.aizuchi.language.Retriever;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.testkit.Wiring;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adapt an agent to a site, as its pack says. Open until what its archive holds is needed no more. */
public final class SitePack implements AutoCloseable {
    /** The file of {@code texts/} that changes what the engine itself says. */
    static final String ENGINE = "engine";
    /** The role of those whom people are told to ask. */
    static final String STAFF = "staff";
    /** What the robot calls itself. */
    static final String ROBOT = "robot";

    private static final Texts TEXTS = Texts.beside(SitePack.class, "site.properties");

    private final Pack pack;
    private final @Nullable PackFolder folder;

    private SitePack(Pack pack, @Nullable PackFolder folder) {
        this.pack = pack;
        this.folder = folder;
    }

    /** Give the pack of a site that changes nothing. */
    public static SitePack none() {
        return new SitePack(Pack.EMPTY, null);
    }

    /**
     * Open a pack, a folder or a .jar or .zip of one.
     *
     * @param known all skills that there are, loaded or not
     * @throws SitePackException when it cannot be read, or names what none of them has; tells every fault
     */
    public static SitePack open(Path path, List<? extends Skill> known) {
        PackFolder folder = PackFolder.open(path);
        List<Fault> faults = new ArrayList<>();
        Pack pack = Pack.read(folder, faults::add);
        new SiteFit(known, faults::add).check(pack);
        if (!faults.isEmpty()) {
            folder.close();
            throw new SitePackException(faults);
        }
        return new SitePack(pack, folder);
    }

    /** Give what {@code agent.yaml} holds where it says nothing itself, as that file has it. */
    public ObjectNode defaults() {
        ObjectNode defaults = JsonNodeFactory.instance.objectNode();
        if (folder == null) {
            return defaults;
        }
        ObjectNode site = defaults.putObject("site");
        askWhom().ifPresent(whom -> site.put("ask-whom", whom));
        robotNames().forEach(site.withArray("robot-names")::add);
        facts().forEach(defaults.putArray("facts")::add);
        pack.lexiconFile().ifPresent(file -> defaults.put("lexicon", absolute(file)));
        pack.documents().ifPresent(documents -> defaults.put("documents", absolute(documents)));
        return defaults;
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().toString();
    }

    /** Describe the site for somebody who speaks from a place. */
    public Site site(Place speaker) {
        Site usual = Site.at(speaker);
        return new Site(
                speaker,
                usual.zone(),
                askWhom().orElse(usual.askWhom()),
                folder == null ? usual.robotNames() : robotNames(),
                usual.bargeIn());
    }

    /**
     * Give skills the pack's phrases, sentences and roles.
     *
     * @param whom people are told to ask
     */
    public List<Skill> skills(List<? extends Skill> skills, String whom) {
        SiteSkills adapted = new SiteSkills(pack, whom);
        return skills.stream().map(adapted::of).toList();
    }

    /** Give what the engine says in the pack's words, by key. */
    public Map<String, String> sentences() {
        return SiteSkills.texts(pack, ENGINE);
    }

    /** Give the site's words: its places with their other names, and a lexicon behind them. */
    public Lexicon lexicon(Lexicon words) {
        Morphology morphology = new Morphology();
        return new Lexicon(Stream.concat(
                        pack.places().stream().map(place -> entry(place, morphology)), words.entries().stream())
                .toList());
    }

    /** Name the places, by all their names. */
    public List<String> placeNames() {
        return pack.places().stream().flatMap(SitePlace::names).toList();
    }

    /** Give the folder with the site's documents. */
    public Optional<Path> documents() {
        return pack.documents();
    }

    /** Answer also where the pack's places are; empty where there is nothing to answer from. */
    public Optional<Retriever> answering(@Nullable Retriever documents) {
        List<SiteWays.Way> ways = pack.places().stream()
                .flatMap(place -> SiteWays.Way.to(place).stream())
                .toList();
        if (ways.isEmpty()) {
            return Optional.ofNullable(documents);
        }
        return Optional.of(
                new SiteWays(filled("ways.source", "name", pack.site().name()), ways, documents));
    }

    /**
     * Wire agents on a simulated floor with all of the pack but its skills; the documents stay the caller's to close.
     */
    public Wiring wiring(@Nullable Retriever documents) {
        Optional<Retriever> answering = answering(documents);
        Lexicon lexicon = lexicon(pack.lexicon());
        return (robot, speaker) -> {
            Agent.Builder builder =
                    Agent.builder(robot, site(speaker)).sentences(sentences()).lexicon(lexicon);
            answering.ifPresent(builder::documents);
            return builder;
        };
    }

    private Optional<String> askWhom() {
        return Optional.ofNullable(pack.site().roles().get(STAFF)).map(Role::spoken);
    }

    private List<String> robotNames() {
        List<String> named = pack.site().robotNames();
        return Stream.concat(
                        pack.site().persona().given().stream(),
                        named.isEmpty() ? Stream.of(TEXTS.say("robot")) : named.stream())
                .distinct()
                .toList();
    }

    private List<String> facts() {
        List<String> facts =
                new ArrayList<>(List.of(filled("fact.site", "name", pack.site().name())));
        pack.site().persona().given().ifPresent(name -> facts.add(filled("fact.name", "name", name)));
        facts.addAll(pack.site().persona().facts());
        return facts;
    }

    private static LexiconEntry entry(SitePlace place, Morphology morphology) {
        String reading = Objects.requireNonNullElseGet(place.reading(), () -> morphology.reading(place.name()));
        return new LexiconEntry(place.name(), reading, -1, "place", "", place.otherNames());
    }

    static String filled(String key, String hole, String value) {
        return TEXTS.say(key, Map.of(hole, value));
    }

    static Texts texts() {
        return TEXTS;
    }

    @Override
    public void close() {
        if (folder != null) {
            folder.close();
        }
    }
}
