package dev.aizuchi.testkit;

import dev.aizuchi.core.Agent;
import dev.aizuchi.core.Journal;
import dev.aizuchi.event.DialogueEvent;
import java.time.Duration;
import java.util.function.Consumer;

/** Break what the runtime of a stage stands on, and make it good: link, recogniser, disk and clock. */
public final class Outages {
    private final Stage stage;
    private final Agent agent;
    private final SteppedLanes lanes;
    private final TetheredRobot tether;
    private final Ears ears;
    private final SetClock clock;
    private final JournalDisk disk = new JournalDisk();
    /** The event from which on there is a journal; -1 for none. */
    private int journalFrom = -1;

    Outages(Stage stage, Agent agent, SteppedLanes lanes, TetheredRobot tether, Ears ears, SetClock clock) {
        this.stage = stage;
        this.agent = agent;
        this.lanes = lanes;
        this.tether = tether;
        this.ears = ears;
        this.clock = clock;
    }

    /** Cut the link between runtime and robot, or mend it. */
    public void link(boolean up) {
        if (up) {
            tether.mend();
        } else {
            tether.cut();
        }
        lanes.run();
    }

    /** Lose the messages by which the robot tells how acts ended, or no more. */
    public void losesOutcomes(boolean loses) {
        tether.losesOutcomes(loses);
    }

    /** Let the recogniser take so long for a sentence. */
    public void recogniserTakes(Duration time) {
        ears.takes(time);
    }

    /** End the recogniser, or begin it anew. */
    public void recogniser(boolean lives) {
        if (lives) {
            ears.revive();
        } else {
            ears.die();
        }
        lanes.run();
    }

    /**
     * Let the disk of the runtime's journal take nothing more, or take lines again; the journal is kept from the first
     * time on.
     */
    public void diskFull(boolean full) {
        disk.full(full);
        if (journalFrom < 0) {
            journalFrom = events();
            keepJournal();
        }
        lanes.run();
    }

    private void keepJournal() {
        Consumer<DialogueEvent> journal =
                Journal.keep(Journal.SpeechTexts.MASKED, disk, lanes, message -> agent.fault("journal", message));
        stage.watch(new Stage.Watch() {
            @Override
            public void happened(DialogueEvent event) {
                journal.accept(event);
            }
        });
    }

    /** Tell whether the journal lacks what a disk with room should have by now. */
    public boolean lacksJournal() {
        return journalFrom >= 0 && !disk.isFull() && disk.lines() < events() - journalFrom;
    }

    /** Set the runtime's clock, by so much from what it shows; delays go on as they were. */
    public void setClock(Duration by) {
        clock.set(by);
        lanes.run();
    }

    private int events() {
        return stage.transcript().events().size();
    }
}
