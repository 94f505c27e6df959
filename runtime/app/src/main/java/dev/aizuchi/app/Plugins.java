package dev.aizuchi.app;

import dev.aizuchi.app.AgentConfig.Use;
import dev.aizuchi.models.Suggestion;
import dev.aizuchi.plugin.AdapterProvider;
import dev.aizuchi.skill.Skill;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Find the adapters and skills, on the class path and as jars in {@code skills.d}; two of one name fail at start. */
final class Plugins {
    private static final String CARE = "care";
    /** A robot has one trade; these are loaded when they are named. */
    private static final Set<String> OTHER_TRADES = Set.of("reception", "disaster");

    private final Map<String, AdapterProvider<?, ?>> adapters = new HashMap<>();
    private final CompletableFuture<Found> found;

    /** All skills by name, and the jars that some of them come from. */
    private record Found(Map<String, Skill> skills, SkillJars jars) {}

    @SuppressWarnings("rawtypes")
    Plugins() {
        for (AdapterProvider provider : ServiceLoader.load(AdapterProvider.class)) {
            add(provider);
        }
        Path folder = folder();
        // Beside what the adapters open: skills read their phrases first.
        found = Beside.run("find skills", () -> find(folder));
    }

    private static Found find(Path folder) {
        Map<String, Skill> skills = new LinkedHashMap<>();
        ServiceLoader.load(Skill.class).forEach(skill -> add(skills, skill));
        SkillJars jars = SkillJars.in(folder);
        jars.skills().forEach(skill -> add(skills, skill));
        return new Found(skills, jars);
    }

    private Found found() {
        return Beside.join(found);
    }

    /** Where skills are put that do not come with the runtime. */
    static Path folder() {
        return Home.here().directory().resolve("skills.d");
    }

    /** Give what that folder held at start. */
    SkillJars jars() {
        return found().jars;
    }

    /** Tell which jars in {@code skills.d} were left out, and why. */
    List<String> problems() {
        return found().jars.problems();
    }

    private static void add(Map<String, Skill> skills, Skill skill) {
        Skill other = skills.putIfAbsent(skill.spec().name(), skill);
        if (other != null) {
            throw new ConfigException("two skills are called " + skill.spec().name() + ": " + where(other) + " and "
                    + where(skill) + "; remove one");
        }
    }

    private void add(AdapterProvider<?, ?> provider) {
        AdapterProvider<?, ?> other = adapters.putIfAbsent(key(provider.provides(), provider.name()), provider);
        if (other != null) {
            throw new ConfigException("two adapters for " + provider.provides().getSimpleName() + " are called "
                    + provider.name() + ": " + where(other) + " and " + where(provider)
                    + "; remove one from the class path");
        }
    }

    /** Open the adapter that a configuration picks; {@code path} is where it stands in the file, such as /robot. */
    <T> T open(ConfigFile file, Use use, String path, Class<T> port) {
        return opening(file, use, path, port).get();
    }

    /** Prepare to open it: what is wrong in the file is told now. */
    <T> Supplier<T> opening(ConfigFile file, Use use, String path, Class<T> port) {
        AdapterProvider<?, ?> provider = adapters.get(key(port, use.use()));
        if (provider == null) {
            throw file.error(
                    path + "/use",
                    "no adapter " + use.use() + " for " + port.getSimpleName()
                            + Suggestion.hint(use.use(), names(port)));
        }
        Supplier<?> opening = opening(file, use, path, provider);
        return () -> port.cast(opening.get());
    }

    private static <C extends Record> Supplier<?> opening(
            ConfigFile file, Use use, String path, AdapterProvider<?, C> provider) {
        C settings = file.settings(use, path, provider.settings());
        return () -> provider.open(settings);
    }

    /** Name the adapters for a port. */
    List<String> names(Class<?> port) {
        return adapters.values().stream()
                .filter(provider -> provider.provides() == port)
                .map(AdapterProvider::name)
                .sorted()
                .toList();
    }

    /** Give all skills that are found, those of every trade. */
    List<Skill> skills() {
        return List.copyOf(found().skills.values());
    }

    /** Give the skills of a care robot: all but those of other trades, whose phrases would get in its way. */
    List<Skill> usual() {
        return found().skills.values().stream()
                .filter(skill -> !OTHER_TRADES.contains(skill.spec().name()))
                .toList();
    }

    /** Give what a skill is loaded beside: all but the other trades', or the usual when it is of no trade. */
    List<Skill> beside(Skill skill) {
        String name = skill.spec().name();
        boolean trade = name.equals(CARE) || OTHER_TRADES.contains(name);
        return usual().stream()
                .filter(other -> !other.spec().name().equals(name))
                .filter(other -> !(trade && other.spec().name().equals(CARE)))
                .toList();
    }

    /** Give the named skills, or the usual when none is named. */
    List<Skill> skills(ConfigFile file, List<String> names) {
        Map<String, Skill> skills = found().skills;
        List<Skill> chosen = new ArrayList<>();
        for (String name : names) {
            Skill skill = skills.get(name);
            if (skill == null) {
                throw file.error("/skills", "no skill " + name + Suggestion.hint(name, skills.keySet()));
            }
            chosen.add(skill);
        }
        return names.isEmpty() ? usual() : chosen;
    }

    private static String key(Class<?> port, String name) {
        return port.getName() + "/" + name;
    }

    private static String where(Object plugin) {
        return plugin.getClass().getName() + " in "
                + plugin.getClass().getProtectionDomain().getCodeSource().getLocation();
    }
}
