package dev.aizuchi.voice.hmm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hold one stream of a voice's parameters.
 *
 * @param length how many parameters a frame has
 * @param windows the static window and those of its changes
 * @param voicedOnly whether it is there in voiced frames alone
 * @param states distributions of each state
 * @param globalVariance distribution of the variance over an utterance; absent where it is left alone
 */
record StreamModel(
        int length,
        List<double[]> windows,
        boolean voicedOnly,
        Distributions states,
        @Nullable Distributions globalVariance) {

    static StreamModel read(VoiceFile file, String name, Questions questions) {
        int length = file.number("VECTOR_LENGTH[" + name + "]");
        boolean voicedOnly = file.flag("IS_MSD[" + name + "]");
        List<double[]> windows = file.windows(name);
        Distributions states = Distributions.parse(
                file.sectionText("STREAM_TREE[" + name + "]"),
                file.section("STREAM_PDF[" + name + "]"),
                length * windows.size(),
                voicedOnly,
                questions);
        Distributions variance = file.flag("USE_GV[" + name + "]")
                ? Distributions.parse(
                        file.sectionText("GV_TREE[" + name + "]"),
                        file.section("GV_PDF[" + name + "]"),
                        length,
                        false,
                        questions)
                : null;
        return new StreamModel(length, windows, voicedOnly, states, variance);
    }
}
