package dev.aizuchi.app;

import dev.aizuchi.app.SkillJars.Jar;
import dev.aizuchi.skill.Skill;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Follow the jars of a folder while the robot runs: what is put there is loaded, what is exchanged is loaded anew, what
 * is taken away is unloaded.
 */
final class SkillWatch implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Path folder;
    private final List<Skill> others;
    private final Predicate<String> wanted;
    private final Consumer<List<Skill>> exchange;
    private final Consumer<String> tell;
    private final Map<Path, Jar> loaded = new HashMap<>();
    private Map<Path, String> known;
    private Map<Path, String> last;
    private final Rounds rounds = new Rounds("skills.d");

    /**
     * Begin with what is loaded.
     *
     * @param others the skills that come from elsewhere and stay
     * @param wanted whether a skill of that name shall be loaded
     * @param exchange loads exactly these skills, or throws an {@link IllegalArgumentException} and leaves all as it is
     * @param tell told what was left out, and why
     */
    SkillWatch(
            Path folder,
            SkillJars now,
            List<Skill> others,
            Predicate<String> wanted,
            Consumer<List<Skill>> exchange,
            Consumer<String> tell) {
        this.folder = folder;
        this.others = List.copyOf(others);
        this.wanted = wanted;
        this.exchange = exchange;
        this.tell = tell;
        now.jars().forEach(jar -> loaded.put(jar.file(), jar));
        known = SkillJars.stamps(folder);
        last = known;
    }

    /** Look every two seconds, on a thread of its own. */
    SkillWatch start() {
        rounds.every(EVERY, EVERY, this::look);
        return this;
    }

    /** Look once; a change counts when it is the same at the next look, since a jar is not copied in an instant. */
    void look() {
        try {
            Map<Path, String> now = SkillJars.stamps(folder);
            boolean settled = now.equals(last);
            last = now;
            if (settled && !now.equals(known)) {
                follow(now);
                known = now;
            }
        } catch (RuntimeException e) {
            tell.accept(folder + ": cannot be followed: " + e);
        }
    }

    private void follow(Map<Path, String> now) {
        Map<Path, Jar> next = new TreeMap<>();
        now.forEach((file, stamp) -> {
            Jar jar = loaded.get(file);
            if (jar != null && stamp.equals(known.get(file))) {
                next.put(file, jar);
            } else {
                load(file, next);
            }
        });
        try {
            exchange.accept(all(next));
        } catch (IllegalArgumentException e) {
            tell.accept(e.getMessage() + "; the skills stay as they were");
            next.values().stream().filter(jar -> !loaded.containsValue(jar)).forEach(Jar::close);
            return;
        }
        loaded.values().stream().filter(jar -> !next.containsValue(jar)).forEach(Jar::close);
        loaded.clear();
        loaded.putAll(next);
    }

    private void load(Path file, Map<Path, Jar> next) {
        try {
            next.put(file, SkillJars.load(file));
        } catch (ConfigException e) {
            tell.accept(String.valueOf(e.getMessage()));
        }
    }

    private List<Skill> all(Map<Path, Jar> jars) {
        List<Skill> all = new ArrayList<>(others);
        Set<String> names = new HashSet<>();
        others.forEach(skill -> names.add(skill.spec().name()));
        jars.values().stream().flatMap(jar -> jar.skills().stream()).forEach(skill -> {
            String name = skill.spec().name();
            if (!wanted.test(name)) {
                tell.accept("skill " + name + " is not named under skills: in the configuration and left out");
            } else if (!names.add(name)) {
                tell.accept("two skills are called " + name + "; the one in " + folder + " is left out");
            } else {
                all.add(skill);
            }
        });
        return all;
    }

    @Override
    public void close() {
        rounds.close();
    }
}
