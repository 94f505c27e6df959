package dev.aizuchi.whisper;

import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import org.jspecify.annotations.Nullable;

/**
 * Lay out {@code whisper_full_params} of whisper.cpp 1.7.1; public and with public fields, since JNA reads them by
 * reflection. A C bool is one byte.
 */
@FieldOrder({
    "strategy",
    "threads",
    "maxTextContext",
    "offsetMillis",
    "durationMillis",
    "translate",
    "noContext",
    "noTimestamps",
    "singleSegment",
    "printSpecial",
    "printProgress",
    "printRealtime",
    "printTimestamps",
    "tokenTimestamps",
    "timestampShare",
    "timestampShareSum",
    "maxLength",
    "splitOnWord",
    "maxTokens",
    "debugMode",
    "audioContext",
    "speakerTurns",
    "suppressPattern",
    "initialPrompt",
    "promptTokens",
    "promptLength",
    "language",
    "detectLanguage",
    "suppressBlank",
    "suppressNonSpeech",
    "temperature",
    "maxInitialTimestamp",
    "lengthPenalty",
    "temperatureStep",
    "entropyLimit",
    "logProbabilityLimit",
    "noSpeechLimit",
    "bestOf",
    "beamSize",
    "beamPatience",
    "onSegment",
    "onSegmentData",
    "onProgress",
    "onProgressData",
    "onEncoder",
    "onEncoderData",
    "onAbort",
    "onAbortData",
    "onLogits",
    "onLogitsData",
    "grammar",
    "grammarLength",
    "grammarStart",
    "grammarPenalty"
})
public class WhisperParams extends Structure {
    private static final float ENTROPY = 2.4f;
    private static final float PENALTY = 100;

    public int strategy;
    public int threads;
    public int maxTextContext;
    public int offsetMillis;
    public int durationMillis;
    public byte translate;
    public byte noContext;
    public byte noTimestamps;
    public byte singleSegment;
    public byte printSpecial;
    public byte printProgress;
    public byte printRealtime;
    public byte printTimestamps;
    public byte tokenTimestamps;
    public float timestampShare;
    public float timestampShareSum;
    public int maxLength;
    public byte splitOnWord;
    public int maxTokens;
    public byte debugMode;
    public int audioContext;
    public byte speakerTurns;
    public @Nullable Pointer suppressPattern;
    public @Nullable Pointer initialPrompt;
    public @Nullable Pointer promptTokens;
    public int promptLength;
    public @Nullable Pointer language;
    public byte detectLanguage;
    public byte suppressBlank;
    public byte suppressNonSpeech;
    public float temperature;
    public float maxInitialTimestamp;
    public float lengthPenalty;
    public float temperatureStep;
    public float entropyLimit;
    public float logProbabilityLimit;
    public float noSpeechLimit;
    public int bestOf;
    public int beamSize;
    public float beamPatience;
    public @Nullable Pointer onSegment;
    public @Nullable Pointer onSegmentData;
    public @Nullable Pointer onProgress;
    public @Nullable Pointer onProgressData;
    public @Nullable Pointer onEncoder;
    public @Nullable Pointer onEncoderData;
    public WhisperLibrary.@Nullable Abort onAbort;
    public @Nullable Pointer onAbortData;
    public @Nullable Pointer onLogits;
    public @Nullable Pointer onLogitsData;
    public @Nullable Pointer grammar;
    public long grammarLength;
    public long grammarStart;
    public float grammarPenalty;

    /** Tell whether the library's defaults stand where they should: another version lays them out differently. */
    boolean isKnownLayout() {
        return language != null
                && language.getString(0).equals("en")
                && entropyLimit == ENTROPY
                && grammarPenalty == PENALTY;
    }

    /** Is passed by value. */
    public static final class ByValue extends WhisperParams implements Structure.ByValue {}
}
