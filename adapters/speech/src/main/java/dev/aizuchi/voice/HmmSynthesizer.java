package dev.aizuchi.voice;

import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.accent.AccentReader;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.reading.SpeechReader;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.SpeechSynthesizer;
import dev.aizuchi.voice.hmm.HmmEngine;
import dev.aizuchi.voice.hmm.HmmVoice;
import dev.aizuchi.voice.hmm.Label;
import dev.aizuchi.voice.hmm.Prosody;
import dev.aizuchi.voice.hmm.Utterance;
import dev.aizuchi.voice.label.LabelWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Speak in Java alone: words to accent phrases, these to labels, and labels to sound with a voice of hidden Markov
 * models.
 *
 * <p>A sentence of three seconds takes about 0.1 s of one desktop core. {@link #speak} gives the sound block by block,
 * so that it can be heard while the rest is made.
 */
public final class HmmSynthesizer implements SpeechSynthesizer {
    private static final String MEI = "mei_normal.htsvoice";
    /** So much is made at once: short enough to be heard soon. */
    private static final int BLOCK_MILLIS = 100;

    private static final int LEAD_MILLIS = 40;
    private static final int SENTENCE_PAUSE_MILLIS = 300;

    private final HmmEngine engine;
    private final AccentReader reader;
    private final LabelWriter labels = new LabelWriter();
    private final Prosody prosody;
    private final double pauses;
    private volatile boolean closed;

    private HmmSynthesizer(HmmVoice voice, AccentReader reader, Prosody prosody, double pauses) {
        this.engine = new HmmEngine(voice);
        this.reader = reader;
        this.prosody = prosody;
        this.pauses = pauses;
    }

    /**
     * Load the voice and what it reads with.
     *
     * @throws AdapterException when the voice or the lexicon cannot be read
     */
    public static HmmSynthesizer open(HmmProvider.Settings settings) {
        Style style = Objects.requireNonNullElse(settings.style(), Style.NORMAL);
        Prosody own = new Prosody(
                Objects.requireNonNullElse(settings.speed(), 1.0),
                Objects.requireNonNullElse(settings.pitch(), 0.0),
                1,
                Objects.requireNonNullElse(settings.volume(), 0.0),
                0);
        Path lexicon = settings.lexicon();
        Lexicon words = lexicon == null ? new Lexicon(List.of()) : Pls.read(lexicon);
        Morphology morphology = new Morphology();
        return new HmmSynthesizer(
                voice(settings.voice()),
                new AccentReader(new SpeechReader(morphology, words), morphology),
                style.prosody().with(own),
                style.pauses());
    }

    private static HmmVoice voice(@Nullable Path file) {
        if (file == null) {
            try (InputStream in =
                    Objects.requireNonNull(HmmSynthesizer.class.getResourceAsStream(MEI), "the jar lacks " + MEI)) {
                return HmmVoice.read(in.readAllBytes(), MEI);
            } catch (IOException e) {
                throw new AdapterException("the voice Mei cannot be read; install the program again", e);
            }
        }
        try {
            return HmmVoice.read(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new AdapterException("no voice file " + file + "; give an .htsvoice file or leave voice out", e);
        }
    }

    /** Give the samples a second of all that it says. */
    public int rate() {
        return engine.rate();
    }

    @Override
    public AudioClip synthesize(String text) {
        return synthesize(Script.of(text));
    }

    /** Say a script in one clip. */
    public AudioClip synthesize(Script script) {
        short[][] samples = {new short[0]};
        speak(script, block -> {
            int length = samples[0].length;
            samples[0] = Arrays.copyOf(samples[0], length + block.length);
            System.arraycopy(block, 0, samples[0], length, block.length);
        });
        return new AudioClip(samples[0], rate());
    }

    /**
     * Say a script block by block, on the caller's thread.
     *
     * @param sink gets signed 16 bit samples, mono
     * @throws AudioException when there is nothing to pronounce, or the voice is closed meanwhile
     */
    public void speak(Script script, Consumer<short[]> sink) {
        List<List<Phrased.Spoken>> sentences = new Phrased(reader).of(script);
        if (sentences.isEmpty()) {
            throw new AudioException("there is nothing to pronounce in this text; write words in kana or kanji");
        }
        int frames = Math.max(1, rate() * BLOCK_MILLIS / 1000 / engine.framePeriod());
        for (int i = 0; i < sentences.size(); i++) {
            Utterance utterance = engine.utter(labels(sentences.get(i), i == sentences.size() - 1));
            for (short[] block = utterance.next(frames); block.length > 0; block = utterance.next(frames)) {
                if (closed) {
                    throw new AudioException("the voice is closed");
                }
                sink.accept(block);
            }
        }
    }

    private List<Label> labels(List<Phrased.Spoken> sentence, boolean last) {
        List<LabelWriter.Line> lines =
                labels.of(sentence.stream().map(Phrased.Spoken::phrase).toList());
        List<Label> sounds = new ArrayList<>();
        for (LabelWriter.Line line : lines) {
            boolean first = line.phrase() < 0;
            Phrased.Spoken spoken = sentence.get(Math.max(0, line.phrase()));
            Prosody manner = first ? prosody : prosody.with(spoken.prosody());
            boolean ends = sounds.size() == lines.size() - 1;
            if (!line.isSilence()) {
                sounds.add(new Label(line.context(), manner, 0));
            } else if (first || ends) {
                sounds.add(new Label(line.context(), manner, first ? LEAD_MILLIS : rest(spoken.pauseMillis(), last)));
            } else {
                sounds.add(new Label(line.context(), pausing(manner), spoken.pauseMillis()));
            }
        }
        return sounds;
    }

    /** The voice begins and ends with a quarter of a second of silence, which would delay every answer. */
    private int rest(int wanted, boolean last) {
        int usual = last ? LEAD_MILLIS : (int) (SENTENCE_PAUSE_MILLIS * pauses / prosody.rate());
        return Math.max(wanted, usual);
    }

    private Prosody pausing(Prosody manner) {
        return manner.with(new Prosody(1 / pauses, 0, 1, 0, 0));
    }

    @Override
    public void close() {
        closed = true;
    }
}
