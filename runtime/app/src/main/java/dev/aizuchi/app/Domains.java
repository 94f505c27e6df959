package dev.aizuchi.app;

import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.language.Interpreter;
import dev.aizuchi.language.TextEncoder;
import dev.aizuchi.sim.FloorPlanException;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.testkit.LearntOnce;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.TestAgent;
import dev.aizuchi.testkit.Wiring;
import dev.aizuchi.testkit.evaluation.Circumstances;
import dev.aizuchi.testkit.evaluation.Trial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Give each domain its skills, what understands them, and its floor; phrases are learnt once. Not for several threads.
 */
final class Domains {
    /** Loaded everywhere: what everybody talks about, and what no robot may do. */
    private static final Set<String> EVERYWHERE = Set.of("conversation", "policy");
    /** The floors that come with the simulator, by the domain that is at home there; its usual one first. */
    private static final Map<String, List<String>> FLOORS =
            Map.of("reception", List.of("reception", "clinic"), "disaster", List.of("rescue"));

    private final List<Skill> skills;
    private final @Nullable TextEncoder encoder;
    private final @Nullable String site;
    private final Wiring wiring;
    private final List<Skill> besides;
    private final Map<String, Domain> known = new HashMap<>();

    /** What a line is judged by; the phrases are learnt with the first line. */
    record Domain(List<Skill> skills, Setup setup, LearntOnce learner, Wiring wiring) {
        Domain {
            skills = List.copyOf(skills);
        }

        /** Give what makes sense of its sentences. */
        Interpreter interpreter() {
            return learner.apply(skills.stream()
                    .flatMap(skill -> skill.spec().examples().stream())
                    .toList());
        }

        /** Open an agent on a floor; "" and a site that the simulator does not know give the domain's own. */
        TestAgent agent(String site) {
            return TestAgent.on(on(site), skills, learner, "", wiring);
        }

        /** Say a sentence in a dialogue of its own. */
        Trial trial(Circumstances.Told context, String utterance) {
            return Trial.of(setup, skills, learner, context, utterance, wiring);
        }

        private Setup on(String site) {
            try {
                return site.isEmpty() ? setup : Setup.on(site);
            } catch (FloorPlanException e) {
                return setup;
            }
        }
    }

    /**
     * Take the skills to choose from.
     *
     * @param site the floor for every domain; null for the domain's own
     */
    Domains(List<Skill> skills, @Nullable TextEncoder encoder, @Nullable String site) {
        this(skills, encoder, site, Wiring.usual());
    }

    /** Take the skills to choose from, at a site of one's own. */
    Domains(List<Skill> skills, @Nullable TextEncoder encoder, @Nullable String site, Wiring wiring) {
        this(skills, encoder, site, wiring, List.of());
    }

    private Domains(
            List<Skill> skills,
            @Nullable TextEncoder encoder,
            @Nullable String site,
            Wiring wiring,
            List<Skill> besides) {
        this.wiring = wiring;
        this.skills = List.copyOf(skills);
        this.encoder = encoder;
        this.site = site;
        this.besides = List.copyOf(besides);
    }

    /** Give the same domains, each with more skills. */
    Domains with(List<Skill> more) {
        return new Domains(skills, encoder, site, wiring, more);
    }

    /** Give a domain; one of which no skill has the name has all skills. */
    Domain of(String domain) {
        return known.computeIfAbsent(domain, this::domain);
    }

    /** Name the domain that is at home on a floor. */
    static String at(String floor) {
        return FLOORS.entrySet().stream()
                .filter(home -> home.getValue().contains(floor))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(floor);
    }

    private Domain domain(String domain) {
        boolean own = skills.stream().anyMatch(skill -> skill.spec().name().equals(domain));
        Stream<Skill> fitting = skills.stream()
                .filter(skill -> !own
                        || skill.spec().name().equals(domain)
                        || EVERYWHERE.contains(skill.spec().name()));
        List<Skill> chosen = Stream.concat(fitting, besides.stream()).toList();
        return new Domain(distinct(chosen), setup(domain), new LearntOnce(this::learn), wiring);
    }

    private Setup setup(String domain) {
        if (site != null) {
            return Setup.on(site);
        }
        List<String> floors = FLOORS.get(domain);
        return floors == null ? Setup.usual() : Setup.on(floors.get(0));
    }

    private Interpreter learn(List<Interpreter.Intent> intents) {
        return encoder == null ? PhraseInterpreter.of(intents) : Home.learn(intents, encoder);
    }

    /**
     * Where all skills are loaded, an intent that several have belongs to the first. What each declares is read once
     * for all of their agents.
     */
    private static List<Skill> distinct(List<Skill> skills) {
        Set<String> taken = new HashSet<>();
        List<Skill> distinct = new ArrayList<>();
        for (Skill skill : skills) {
            SkillSpec spec = skill.spec();
            List<SkillSpec.Intent> own = spec.intents().stream()
                    .filter(intent -> taken.add(intent.name()))
                    .toList();
            SkillSpec rest = new SkillSpec(spec.name(), spec.needs(), own, spec.senses());
            distinct.add(() -> rest);
        }
        return distinct;
    }
}
