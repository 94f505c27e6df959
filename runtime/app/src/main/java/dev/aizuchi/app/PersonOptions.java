package dev.aizuchi.app;

import dev.aizuchi.app.PersonEntry.ConsentEntry;
import dev.aizuchi.person.Person.Hearing;
import dev.aizuchi.person.Person.Pace;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hold what is told of a person on the command line. */
final class PersonOptions {
    @Parameters(paramLabel = "ID", description = "by what the robot's sensors name the person")
    private String id = "";

    @Option(names = "--call", required = true, paramLabel = "鈴木さん", description = "how to call them")
    private String call = "";

    @Option(names = "--hearing", paramLabel = "normal|hard", description = "hard: is spoken to louder")
    private @Nullable Hearing hearing;

    @Option(names = "--pace", paramLabel = "slow|normal|fast", description = "how fast to speak to them")
    private @Nullable Pace pace;

    @Option(names = "--dialect", paramLabel = "kansai", description = "what they speak")
    private @Nullable String dialect;

    @Option(names = "--language", paramLabel = "TAG", description = "what to speak to them: ja, en")
    private @Nullable String language;

    @Option(names = "--forbid", split = ",", paramLabel = "TOPIC", description = "words that small talk leaves out")
    private @Nullable List<String> topics;

    @Option(names = "--consent-by", required = true, paramLabel = "WHO", description = "who consented")
    private String consentBy = "";

    @Option(names = "--consent-for", required = true, paramLabel = "WHAT", description = "what for")
    private String consentFor = "";

    @Option(names = "--consent-given", paramLabel = "2026-04-01", description = "when; today where it is left out")
    private @Nullable LocalDate consentGiven;

    PersonEntry entry(LocalDate today) {
        ConsentEntry consent = new ConsentEntry(consentGiven == null ? today : consentGiven, consentBy, consentFor);
        return new PersonEntry(id, call, hearing, pace, dialect, language, topics, consent, null);
    }
}
