package dev.aizuchi.app;

import dev.aizuchi.audio.Clips;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.testkit.live.Voices;
import dev.aizuchi.voice.HmmProvider;
import dev.aizuchi.voice.HmmSynthesizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Speak lines of scenarios: by the voice Mei, which comes along, higher or lower, or by a voice file. What was said
 * once is kept. Not for several threads.
 */
final class LineVoices implements Voices, AutoCloseable {
    private static final Pattern MEI = Pattern.compile("mei([+-]\\d{1,2})?");
    private static final AudioClip NOTHING =
            new AudioClip(new short[AudioFrame.SAMPLE_RATE / 5], AudioFrame.SAMPLE_RATE);

    private final String usual;
    private final Closer closer = new Closer();
    private final Map<String, HmmSynthesizer> voices = new HashMap<>();
    private final Map<String, AudioClip> said = new HashMap<>();

    /** Speak by the voice of a name where a line has none of its own. */
    LineVoices(String usual) {
        this.usual = usual;
    }

    @Override
    public AudioClip speak(String text, String voice, double rate) {
        String who = (voice.isEmpty() ? usual : voice) + " " + rate;
        HmmSynthesizer speaker =
                voices.computeIfAbsent(who, none -> closer.keep(open(voice.isEmpty() ? usual : voice, rate)));
        return said.computeIfAbsent(who + " " + text, none -> spoken(speaker, text));
    }

    /** Of what cannot be pronounced, nothing is heard. */
    private static AudioClip spoken(HmmSynthesizer speaker, String text) {
        try {
            return Clips.at(speaker.synthesize(text), AudioFrame.SAMPLE_RATE);
        } catch (AudioException e) {
            return NOTHING;
        }
    }

    private static HmmSynthesizer open(String voice, double rate) {
        Matcher mei = MEI.matcher(voice);
        try {
            if (mei.matches()) {
                String pitch = mei.group(1);
                return open(null, rate, pitch == null ? 0 : Integer.parseInt(pitch));
            }
            if (Files.isRegularFile(Path.of(voice))) {
                return open(Path.of(voice), rate, 0);
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigException("the voice " + voice + ": " + e.getMessage(), e);
        }
        throw new ConfigException("there is no voice " + voice
                + ": write mei, mei+3 (semitones higher), mei-4 (lower), or name an .htsvoice file");
    }

    private static HmmSynthesizer open(@Nullable Path file, double rate, double semitones) {
        return HmmSynthesizer.open(new HmmProvider.Settings(file, null, rate, semitones, null, null));
    }

    @Override
    public void close() {
        closer.close();
    }
}
