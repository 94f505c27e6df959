package dev.aizuchi.app;

import dev.aizuchi.disaster.Announcements;
import dev.aizuchi.disaster.alert.Alert;
import dev.aizuchi.disaster.alert.AlertException;
import dev.aizuchi.disaster.alert.AlertFeed;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Read alerts from files and print what would be said of them. */
@Command(
        name = "alert",
        mixinStandardHelpOptions = true,
        description = {
            "Read alerts in CAP 1.2 or in the JMA's disaster XML (気象庁防災情報XML) and print what the robot would say.",
            "Of what it would not say, standard error tells why. Exit code 1 when a file is no alert."
        })
final class AlertCommand implements Callable<Integer> {
    private final Announcements announcements = Announcements.standard();

    /** The languages that are announced; the name of each is its key in lower case, but for easy Japanese. */
    enum Language {
        JA("ja"),
        EASY("ja_easy"),
        EN("en"),
        ZH("zh"),
        KO("ko");

        private final String key;

        Language(String key) {
            this.key = key;
        }
    }

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "XML files, each with one alert")
    private List<Path> files = List.of();

    @Option(
            names = "--lang",
            split = ",",
            paramLabel = "LANG",
            description = "ja, easy (やさしい日本語), en, zh, ko; several by commas (default: ja)")
    private List<Language> languages = List.of(Language.JA);

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "judge what is out of date at a time, such as 2026-04-01T10:00+09:00 (default: now)")
    private @Nullable OffsetDateTime at;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        boolean allWell = true;
        for (Path file : files) {
            try {
                tell(file, AlertFeed.read(file));
            } catch (AlertException e) {
                error(String.valueOf(e.getMessage()));
                allWell = false;
            }
        }
        spec.commandLine().getOut().flush();
        return allWell ? 0 : 1;
    }

    private void tell(Path file, Alert alert) {
        OffsetDateTime now = at == null ? OffsetDateTime.now(ZoneId.systemDefault()) : at;
        if (!alert.isForPublic()) {
            error(file + ": not said: a test, or not for the public");
        } else if (!alert.end().isAfter(now)) {
            error(file + ": not said: out of date since " + alert.end() + "; see it by --at " + alert.sent());
        } else {
            PrintWriter out = spec.commandLine().getOut();
            languages.forEach(language -> out.println(announcements.said(alert).getOrDefault(language.key, "")));
        }
    }

    private void error(String message) {
        spec.commandLine().getErr().println("aizuchi: " + message);
    }
}
