package dev.aizuchi.app;

import dev.aizuchi.onnx.SileroVoiceDetector;
import dev.aizuchi.testkit.live.Acoustics;
import dev.aizuchi.testkit.live.KeptSessions;
import dev.aizuchi.testkit.live.SpokenAcoustics;
import dev.aizuchi.testkit.noise.Background;
import dev.aizuchi.testkit.noise.Circumstance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Choose by options how the lines of scenarios sound, and what hears them. */
final class SoundOptions {
    @Option(
            names = "--spoken",
            description = "have people speak aloud: a voice, a room and noise, heard by a real recogniser")
    private boolean spoken;

    @Option(
            names = "--voice",
            paramLabel = "ID",
            defaultValue = "mei",
            description =
                    "who speaks where a line does not say: mei, mei+3 (semitones higher), mei-4, an .htsvoice file"
                            + " (default: ${DEFAULT-VALUE})")
    private String voice = "mei";

    @Option(
            names = "--noise",
            paramLabel = "KIND:DB",
            description =
                    "in what, where a line does not say: pink, babble, television, alarm, rain; such as babble:10")
    private @Nullable String noise;

    @Option(
            names = "--room",
            paramLabel = "SECONDS",
            defaultValue = "0.3",
            description = "how long the room echoes, from 0 to 2 (default: ${DEFAULT-VALUE})")
    private double room = 0.3;

    @Option(
            names = "--recogniser",
            paramLabel = "ID|DIR",
            defaultValue = "starter-ja",
            description = "what hears them, a Vosk model by id or directory (default: ${DEFAULT-VALUE})")
    private String recogniser = "starter-ja";

    boolean isSpoken() {
        return spoken;
    }

    /** Open all that it takes, for one thread; empty where lines are typed. */
    Optional<Acoustics.Maker> open(Closer closer) {
        if (!spoken) {
            return Optional.empty();
        }
        if (!(room >= 0 && room <= 2)) {
            throw new ConfigException("--room must be from 0 to 2 seconds, but is " + room);
        }
        Optional<Circumstance> everywhere = Optional.ofNullable(noise).map(SoundOptions::circumstance);
        Home home = Home.here();
        LineVoices voices = closer.keep(new LineVoices(voice));
        SpokenAcoustics.Equipment equipment = SpokenAcoustics.Equipment.of(
                voices,
                closer.keep(new KeptSessions(home.recognizer(recogniser))),
                closer.keep(SileroVoiceDetector.open(
                        home.models().path("silero-vad").resolve("silero_vad.onnx"))));
        return Optional.of(
                (own, cut, seed) -> new SpokenAcoustics(equipment, room, everywhere.or(() -> own), cut, seed));
    }

    /** Read a noise and how far speech stands out from it. */
    static Circumstance circumstance(String written) {
        String[] parts = written.split(":", -1);
        try {
            return new Circumstance(Background.named(parts[0]), parts.length == 2 ? Double.parseDouble(parts[1]) : 0);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("--noise " + written + ": write KIND:DB, such as pink:10; " + e.getMessage(), e);
        }
    }
}
