package dev.aizuchi.voice.hmm;

/**
 * Name one phoneme in all its surroundings.
 *
 * @param context a full-context label as Open JTalk writes it
 * @param prosody how it is spoken
 * @param millis how long it lasts; 0 leaves that to the voice
 */
public record Label(String context, Prosody prosody, int millis) {
    /** Check the length. */
    public Label {
        if (millis < 0) {
            throw new IllegalArgumentException("a phoneme cannot last " + millis + " ms");
        }
    }

    /** Leave prosody and length to the voice. */
    public static Label of(String context) {
        return new Label(context, Prosody.PLAIN, 0);
    }
}
