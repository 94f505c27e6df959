package dev.aizuchi.japanese;

/** What a sentence does. A phrase that does something else cannot be meant, however alike the words are. */
enum SpeechAct {
    /** Asks for an act or wishes one: 〜て, 〜てください, 〜たい, 〜てもいいですか. */
    ASKS,
    /** Names a thing and leaves the rest unsaid: お水…, トイレです. */
    NAMES,
    /** Says how things are: 暗い, 電気がついているね. */
    STATES,
    /** Says what has happened: 転んだ, 水を飲みました. */
    TELLS,
    /** Speaks of long ago, or of what somebody said: 昔は水を汲みに行った, 田中さんが痛いって言ってた. */
    RECALLS,
    /** Wants to know something: 看護師さんは何人いるの. */
    INQUIRES;

    /** Tell whether a person who does this can mean a phrase that does that. */
    boolean mayMean(SpeechAct phrase) {
        // Whoever asks or only names may put it in any words; a remark is no request, and a question no remark.
        return switch (this) {
            case ASKS, NAMES -> true;
            case STATES, TELLS -> phrase == STATES || phrase == TELLS;
            case INQUIRES, RECALLS -> phrase == this;
        };
    }
}
