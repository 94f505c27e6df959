package dev.aizuchi.voice;

import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.accent.AccentReader;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.reading.SpeechReader;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.speech.AudioStream;
import dev.aizuchi.speech.SpeakingStyle;
import dev.aizuchi.speech.SpeechSynthesizer;
import dev.aizuchi.speech.SpokenSound;
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
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Speak in Java alone: words to accent phrases, these to labels, and labels to sound with a voice of hidden Markov
 * models.
 *
 * <p>A sentence of three seconds takes about 0.1 s of one desktop core. {@link #speak} gives the sound in blocks of a
 * tenth of a second, each made as it is asked for.
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
    private final SpeakingStyle usual;
    /** What the site has set, on top of any style. */
    private final Prosody site;

    private volatile boolean closed;

    private HmmSynthesizer(HmmVoice voice, AccentReader reader, SpeakingStyle usual, Prosody site) {
        this.engine = new HmmEngine(voice);
        this.reader = reader;
        this.usual = usual;
        this.site = site;
    }

    /**
     * Load the voice and what it reads with.
     *
     * @throws AdapterException when the voice or the lexicon cannot be read
     */
    public static HmmSynthesizer open(HmmProvider.Settings settings) {
        Prosody site = new Prosody(
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
                Objects.requireNonNullElse(settings.style(), SpeakingStyle.NORMAL),
                site);
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
        return stream(script, usual).rest();
    }

    /** A style that is asked for takes the place of the site's. */
    @Override
    public SpokenSound speak(String text, SpeakingStyle style) {
        return new SpokenSound(style, stream(Script.of(text), style == SpeakingStyle.NORMAL ? usual : style));
    }

    private AudioStream stream(Script script, SpeakingStyle style) {
        List<List<Phrased.Spoken>> sentences = new Phrased(reader).of(script);
        if (sentences.isEmpty()) {
            throw new AudioException("there is nothing to pronounce in this text; write words in kana or kanji");
        }
        return new Blocks(sentences, Voicing.of(style).with(site));
    }

    /** Makes the sound as it is asked for, a block at a time. */
    private final class Blocks implements AudioStream {
        private final int frames = Math.max(1, rate() * BLOCK_MILLIS / 1000 / engine.framePeriod());
        private final Iterator<List<Phrased.Spoken>> sentences;
        private final Voicing voicing;
        private Utterance utterance;

        Blocks(List<List<Phrased.Spoken>> sentences, Voicing voicing) {
            this.sentences = sentences.iterator();
            this.voicing = voicing;
            this.utterance = nextSentence();
        }

        private Utterance nextSentence() {
            List<Phrased.Spoken> sentence = sentences.next();
            return engine.utter(sounds(sentence, !sentences.hasNext(), voicing));
        }

        @Override
        public Optional<AudioClip> next() {
            short[] block = utterance.next(frames);
            while (block.length == 0 && sentences.hasNext()) {
                utterance = nextSentence();
                block = utterance.next(frames);
            }
            if (closed) {
                throw new AudioException("the voice is closed");
            }
            return block.length == 0 ? Optional.empty() : Optional.of(new AudioClip(block, rate()));
        }
    }

    private List<Label> sounds(List<Phrased.Spoken> sentence, boolean last, Voicing voicing) {
        List<LabelWriter.Line> lines =
                labels.of(sentence.stream().map(Phrased.Spoken::phrase).toList());
        List<Label> sounds = new ArrayList<>();
        for (LabelWriter.Line line : lines) {
            boolean first = line.phrase() < 0;
            Phrased.Spoken spoken = sentence.get(Math.max(0, line.phrase()));
            Prosody manner = first ? voicing.prosody() : voicing.prosody().with(spoken.prosody());
            boolean ends = sounds.size() == lines.size() - 1;
            if (!line.isSilence()) {
                sounds.add(new Label(line.context(), manner, 0));
            } else if (first || ends) {
                int rest = first ? LEAD_MILLIS : rest(spoken.pauseMillis(), last, voicing);
                sounds.add(new Label(line.context(), manner, rest));
            } else {
                sounds.add(new Label(line.context(), voicing.pausing(manner), spoken.pauseMillis()));
            }
        }
        return sounds;
    }

    /** The voice begins and ends with a quarter of a second of silence, which would delay every answer. */
    private static int rest(int wanted, boolean last, Voicing voicing) {
        double usual =
                SENTENCE_PAUSE_MILLIS * voicing.pauses() / voicing.prosody().rate();
        return Math.max(wanted, last ? LEAD_MILLIS : (int) usual);
    }

    @Override
    public void close() {
        closed = true;
    }
}
