package dev.aizuchi.recording;

import dev.aizuchi.event.DialogueEvent;

/** Name what a recording has channels for, and what describes their messages. */
enum Topic {
    /** What was heard, understood and said. */
    DIALOGUE("/dialogue", "aizuchi.DialogueEvent", true),
    /** Acts, from their order to their end, and stops. */
    COMMANDS("/commands", "aizuchi.CommandEvent", true),
    /** What sensors said. */
    PERCEPTS("/percepts", "aizuchi.PerceptEvent", true),
    /** What failed. */
    FAULTS("/faults", "aizuchi.FaultEvent", true),
    /** What the safety gate made of acts. */
    GATE("/gate", "aizuchi.GateVerdict", false),
    /** What the robot told of itself. */
    STATE("/robot/state", "aizuchi.RobotState", false),
    /** Where it is, for a map. */
    POSE("/robot/pose", "foxglove.PoseInFrame", false),
    /** Where its frame is, for what hangs on it. */
    TRANSFORM("/tf", "foxglove.FrameTransform", false),
    /** A line for each event. */
    LOG("/log", "foxglove.Log", false),
    /** What the microphone heard of people who agreed. */
    AUDIO("/audio", "foxglove.RawAudio", false);

    /** Key in a channel's metadata of what is a line of the journal. */
    static final String JOURNAL = "journal";

    private final String wireName;
    private final String schema;
    private final boolean journal;

    Topic(String wireName, String schema, boolean journal) {
        this.wireName = wireName;
        this.schema = schema;
        this.journal = journal;
    }

    String wireName() {
        return wireName;
    }

    String schema() {
        return schema;
    }

    boolean isJournal() {
        return journal;
    }

    /** Give the channel to which an event belongs; each belongs to one. */
    static Topic of(DialogueEvent event) {
        if (event instanceof DialogueEvent.Perceived) {
            return PERCEPTS;
        }
        if (event instanceof DialogueEvent.Faulted) {
            return FAULTS;
        }
        boolean command = event instanceof DialogueEvent.Deferred
                || event instanceof DialogueEvent.Commanded
                || event instanceof DialogueEvent.Refused
                || event instanceof DialogueEvent.Progressed
                || event instanceof DialogueEvent.Completed
                || event instanceof DialogueEvent.Failed
                || event instanceof DialogueEvent.Stopped
                || event instanceof DialogueEvent.Resumed;
        return command ? COMMANDS : DIALOGUE;
    }
}
