package dev.aizuchi.core;

import dev.aizuchi.event.DialogueEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Say sentences one after the other; lives on the dialogue thread. */
final class Speech {
    private static final long SILENT = -1;

    /**
     * A question is announced as such, so that displays and tests see that an answer is awaited. {@code told} learns
     * whether it was said to its end.
     */
    private record Sentence(String text, Kind kind, Consumer<Boolean> told) {
        Sentence(String text, Kind kind) {
            this(text, kind, said -> {});
        }
    }

    private enum Kind {
        STATEMENT,
        SMALL_TALK,
        YES_NO,
        OPEN_QUESTION
    }

    private final Voice voice;
    private final Lanes lanes;
    private final Turns turns;
    private final Addressee addressee;
    /** What is said in place of small talk that the person does not want to hear. */
    private final String otherwise;

    private final Deque<Sentence> queue = new ArrayDeque<>();
    /** What waits until all is said. */
    private final Queue<Runnable> afterwards = new ArrayDeque<>();

    private String lastSaid;
    /** What is being said. Written on the dialogue thread; the audio thread looks. */
    private volatile @Nullable Sentence current;
    /** Written on the dialogue thread; the audio thread looks. */
    private volatile boolean speaking;

    private long utterance;
    /** The turn of what sounds. */
    private long sounding = SILENT;

    Speech(Voice voice, Lanes lanes, Turns turns, String lastSaid, Addressee addressee, String otherwise) {
        this.voice = voice;
        this.lanes = lanes;
        this.turns = turns;
        this.lastSaid = lastSaid;
        this.addressee = addressee;
        this.otherwise = otherwise;
    }

    void say(String text) {
        add(new Sentence(text, Kind.STATEMENT));
    }

    /**
     * Say something, and tell whether it was said to its end.
     *
     * @return takes it back, said or not
     */
    Runnable say(String text, Consumer<Boolean> told) {
        Sentence sentence = new Sentence(text, Kind.STATEMENT, told);
        add(sentence);
        return () -> takeBack(sentence);
    }

    private void takeBack(Sentence sentence) {
        if (sentence.equals(current)) {
            voice.cut();
            breakOff().told.accept(false);
            speakNext();
            goOn();
        } else if (queue.remove(sentence)) {
            sentence.told.accept(false);
        }
    }

    void chat(String text) {
        add(new Sentence(mayChat(text) ? text : otherwise, Kind.SMALL_TALK));
    }

    /** Tell whether small talk may say this to the person who is there. */
    boolean mayChat(String text) {
        return addressee.likes(text);
    }

    /** Ask, in these words. */
    void ask(Question question, String text) {
        boolean yesNo = question instanceof Question.YesNo;
        add(new Sentence(text, yesNo ? Kind.YES_NO : Kind.OPEN_QUESTION));
    }

    /** Say a listener's small sound beside the person's words; nothing waits for it, and a sentence goes before it. */
    void nod(String sound) {
        if (!speaking) {
            turns.emit((turn, at) -> new DialogueEvent.Nodded(turn, at, sound));
            voice.speak(sound, addressee.manner().softly(), () -> {}, fault -> {});
        }
    }

    /** Say that the answer takes a moment; not while something else is said, and not twice in a row. */
    void askToWait(String sentence) {
        if (!speaking && !lastSaid.equals(sentence)) {
            add(new Sentence(sentence, Kind.SMALL_TALK));
        }
    }

    String lastSaid() {
        return lastSaid;
    }

    /** Tell whether what is still to be said, or being said, has this at its end. */
    boolean endsIn(String text) {
        Sentence last = queue.isEmpty() ? current : queue.getLast();
        return last != null && last.text.equals(text);
    }

    boolean isSpeaking() {
        return speaking;
    }

    /** Tell whether what is being said asks by yes or no. */
    boolean isAsking() {
        Sentence now = current;
        return now != null && now.kind == Kind.YES_NO;
    }

    /** Run something once all has been said, or cut short; at once when nothing is being said. */
    void afterwards(Runnable then) {
        afterwards.add(then);
        goOn();
    }

    /** Drop what is being said and what waits. */
    void cut() {
        List<Sentence> dropped = new ArrayList<>(queue);
        queue.clear();
        voice.cut();
        if (speaking) {
            dropped.add(0, breakOff());
        }
        dropped.forEach(each -> each.told.accept(false));
        goOn();
    }

    private void add(Sentence sentence) {
        queue.add(sentence);
        speakNext();
    }

    private void speakNext() {
        if (speaking || queue.isEmpty()) {
            return;
        }
        Sentence sentence = queue.remove();
        speaking = true;
        current = sentence;
        lastSaid = sentence.text;
        long mine = ++utterance;
        if (sentence.kind == Kind.YES_NO || sentence.kind == Kind.OPEN_QUESTION) {
            turns.emit((turn, at) -> new DialogueEvent.Asked(turn, at, sentence.text, sentence.kind == Kind.YES_NO));
        } else {
            turns.emit((turn, at) -> new DialogueEvent.Said(turn, at, sentence.text, sentence.kind == Kind.SMALL_TALK));
        }
        long turn = turns.current();
        long decided = lanes.nanoTime();
        voice.speak(
                sentence.text,
                addressee.manner(),
                () -> lanes.normal(begun(mine, turn, Duration.ofNanos(lanes.nanoTime() - decided))),
                fault -> lanes.normal(() -> ended(mine, fault)));
    }

    private Runnable begun(long which, long turn, Duration took) {
        return () -> {
            if (which == utterance) {
                sounding = turn;
                turns.emit(turn, (of, at) -> new DialogueEvent.Sounding(of, at, took));
            }
        };
    }

    private void ended(long which, String fault) {
        if (!fault.isEmpty()) {
            turns.fault("voice", fault);
        }
        if (which == utterance && speaking) {
            if (sounding != SILENT && fault.isEmpty()) {
                turns.emit(sounding, DialogueEvent.Spoken::new);
            }
            over().told.accept(fault.isEmpty());
            speakNext();
            goOn();
        }
    }

    private Sentence breakOff() {
        utterance++;
        turns.emit((turn, at) -> new DialogueEvent.SpeechCut(turn, at, voice.said()));
        return over();
    }

    private Sentence over() {
        Sentence said = Objects.requireNonNull(current);
        current = null;
        speaking = false;
        sounding = SILENT;
        return said;
    }

    private void goOn() {
        while (!speaking && !afterwards.isEmpty()) {
            afterwards.remove().run();
        }
    }
}
