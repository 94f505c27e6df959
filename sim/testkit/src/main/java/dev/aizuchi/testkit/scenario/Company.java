package dev.aizuchi.testkit.scenario;

import dev.aizuchi.core.Agent;
import dev.aizuchi.core.Chatter;
import dev.aizuchi.japanese.fence.Fence;
import dev.aizuchi.person.Person;
import dev.aizuchi.person.Person.Consent;
import dev.aizuchi.person.Person.Hearing;
import dev.aizuchi.person.Person.Pace;
import dev.aizuchi.testkit.PeopleInMemory;
import dev.aizuchi.testkit.Setup.Presence;
import dev.aizuchi.testkit.Stage;
import dev.aizuchi.testkit.Wiring;
import dev.aizuchi.testkit.document.Part;
import dev.aizuchi.testkit.live.SpeakingTime;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Say who is there and whom the robot knows, and what its language model writes.
 *
 * @param present who is elsewhere than the plan says
 * @param known whom the robot knows, and how they want to be spoken to
 * @param answers what the language model writes, one after the other; empty for no model
 */
record Company(List<Presence> present, List<Person> known, List<String> answers) {
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final List<String> ACQUAINTED = List.of("call", "hearing", "pace", "dialect", "language", "avoid");

    Company {
        present = List.copyOf(present);
        known = List.copyOf(known);
        answers = List.copyOf(answers);
    }

    /** Read what {@code people} and {@code language-model} say; what is wrong with them is noted. */
    static Company read(Part root, FloorNames floor) {
        List<Presence> present = new ArrayList<>();
        List<Person> known = new ArrayList<>();
        root.at("people").entries().forEach((name, person) -> {
            boolean onTheFloor = person.has("place") || person.has("fallen");
            if (onTheFloor && floor.person(person, name).isPresent()) {
                String place = person.has("place")
                        ? floor.place(person.at("place"))
                                .map(spot -> spot.name())
                                .orElse("")
                        : "";
                present.add(new Presence(name, place, person.flag("fallen", false)));
            }
            if (ACQUAINTED.stream().anyMatch(person::has)) {
                acquaintance(name, person).ifPresent(known::add);
            }
        });
        return new Company(present, known, root.at("language-model").texts("writes"));
    }

    private static Optional<Person> acquaintance(String name, Part person) {
        try {
            LocalDate today = LocalDate.ofInstant(Stage.START, ZoneOffset.UTC);
            return Optional.of(new Person(
                    name,
                    person.text("call", name + "さん"),
                    Hearing.valueOf(person.text("hearing", "normal").toUpperCase(Locale.ROOT)),
                    Pace.valueOf(person.text("pace", "normal").toUpperCase(Locale.ROOT)),
                    person.text("dialect", ""),
                    Locale.forLanguageTag(person.text("language", "ja")),
                    person.texts("avoid"),
                    new Consent(today, name, "scenario"),
                    Stage.START));
        } catch (IllegalArgumentException e) {
            person.wrong(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Wire an agent to all that. */
    Wiring around(Wiring wiring, ScriptedModel model, boolean live) {
        return wiring.with(begun -> {
            Agent.Builder builder = begun.reading(Runnable::run);
            if (live) {
                builder.paced(new SpeakingTime()::of);
            }
            if (!known.isEmpty()) {
                PeopleInMemory people = new PeopleInMemory();
                known.forEach(people::save);
                builder.people(people, KEPT);
            }
            return answers.isEmpty()
                    ? builder
                    : builder.chatter(new Chatter(model, Fence.standard(), List.of(), PATIENCE));
        });
    }
}
