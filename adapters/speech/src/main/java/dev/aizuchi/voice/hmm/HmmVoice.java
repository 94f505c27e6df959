package dev.aizuchi.voice.hmm;

import dev.aizuchi.plugin.AdapterException;
import java.nio.BufferUnderflowException;
import java.util.List;

/** Hold a voice: how long its states last, and what spectrum, pitch and voicing they have. */
public final class HmmVoice {
    private static final int SPECTRUM = 0;
    private static final int PITCH = 1;
    private static final int VOICING = 2;

    private final Questions questions = new Questions();
    private final int rate;
    private final int framePeriod;
    private final int states;
    private final double warping;
    private final Distributions durations;
    private final List<StreamModel> streams;
    private final List<ContextPattern> unvariedContexts;

    private HmmVoice(VoiceFile file) {
        rate = file.number("SAMPLING_FREQUENCY");
        framePeriod = file.number("FRAME_PERIOD");
        states = file.number("NUM_STATES");
        List<String> names = List.of(file.text("STREAM_TYPE").split(",", -1));
        if (names.size() != 3 || rate <= 0 || framePeriod <= 0 || states <= 0) {
            throw new IllegalArgumentException("it must have the streams MCP, LF0 and LPF, but has " + names);
        }
        if (file.option(names.get(SPECTRUM), "GAMMA") > 0) {
            throw new IllegalArgumentException("its spectra are line spectral pairs; give one with mel-cepstra");
        }
        warping = file.option(names.get(SPECTRUM), "ALPHA");
        durations = Distributions.parse(
                file.sectionText("DURATION_TREE"), file.section("DURATION_PDF"), states, false, questions);
        streams = names.stream()
                .map(name -> StreamModel.read(file, name, questions))
                .toList();
        unvariedContexts = List.of(file.text("GV_OFF_CONTEXT").split(",", -1)).stream()
                .map(pattern -> new ContextPattern(pattern.replace("\"", "")))
                .toList();
    }

    /**
     * Read a voice.
     *
     * @param file the whole of an {@code .htsvoice} file
     * @param name what to call it in an error
     * @throws AdapterException when it is no such file, or one of another make
     */
    public static HmmVoice read(byte[] file, String name) {
        try {
            return new HmmVoice(new VoiceFile(file));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException e) {
            throw new AdapterException(
                    "the voice " + name + " cannot be used (" + e.getMessage()
                            + "); give an .htsvoice file for Open JTalk, or leave voice out",
                    e);
        }
    }

    /** Give the samples a second. */
    public int rate() {
        return rate;
    }

    /** Give the samples of a frame. */
    public int framePeriod() {
        return framePeriod;
    }

    int states() {
        return states;
    }

    /** How the frequency axis of the spectra is warped, 0 for not at all. */
    double warping() {
        return warping;
    }

    Questions.Answers about(String label) {
        return questions.about(label);
    }

    Distributions durations() {
        return durations;
    }

    StreamModel spectrum() {
        return streams.get(SPECTRUM);
    }

    StreamModel pitch() {
        return streams.get(PITCH);
    }

    StreamModel voicing() {
        return streams.get(VOICING);
    }

    /** Tell whether a label counts for the global variance: silences do not. */
    boolean varies(String label) {
        return unvariedContexts.stream().noneMatch(pattern -> pattern.matches(label));
    }
}
