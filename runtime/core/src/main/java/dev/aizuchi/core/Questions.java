package dev.aizuchi.core;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Hold the one open question; lives on the dialogue thread. */
final class Questions {
    private static final Pattern ASKS = Pattern.compile("(?:か|[?？])[。]?$");

    private final Speech speech;
    private final Lanes lanes;
    /** Written on the dialogue thread; the one that listens looks. */
    private volatile @Nullable Question open;
    /** What was asked before a digression that asks something itself. */
    private @Nullable Question aside;

    /** Counts how often was asked: only the last time begins the wait for an answer. */
    private long asked;

    /** What follows when nobody answers the open question; null lets it lapse. */
    private @Nullable Runnable unanswered;

    Questions(Speech speech, Lanes lanes) {
        this.speech = speech;
        this.lanes = lanes;
    }

    /** Ask; a question that was still open is dropped. */
    void ask(Question question) {
        expect(question);
        speech.ask(question, question.text());
    }

    /**
     * Ask what must not stay without an answer: other talk, a stop and another question do not end it quietly.
     *
     * @param silence what follows when nobody has answered after so long
     */
    void insist(Question question, Duration after, Runnable silence) {
        ask(question);
        unanswered = silence;
        lanes.after(after, () -> {
            if (open == question) {
                giveUp();
            }
        });
    }

    /** Tell whether the open question is one that must not stay without an answer. */
    boolean insists() {
        return unanswered != null;
    }

    /** Do what was to follow when nobody answers. */
    void giveUp() {
        Runnable silence = unanswered;
        close();
        if (silence != null) {
            silence.run();
        }
    }

    /** Await the answer to a question that has been spoken already. */
    void expect(Question question) {
        giveUpOrDrop();
        open = question;
        await(question);
    }

    private void await(Question question) {
        long mine = ++asked;
        lanes.after(Agent.QUESTION_LAPSES_AFTER, () -> {
            if (open == question && asked == mine && !insists()) {
                drop();
            }
        });
    }

    /** Give the open question where it was put as one: to a mere announcement nobody owes an answer. */
    Optional<Question> asked() {
        return open().filter(question -> ASKS.matcher(question.text()).find());
    }

    Optional<Question> open() {
        return Optional.ofNullable(open);
    }

    /** Take the question as answered. */
    void close() {
        unanswered = null;
        open = null;
    }

    /** Answer the open question, if it is one for yes or no whose answer can be read; tells whether it was. */
    boolean settle(Function<Question.YesNo, Optional<Boolean>> reading) {
        if (!(open instanceof Question.YesNo question)) {
            return false;
        }
        Optional<Boolean> agreed = reading.apply(question);
        agreed.ifPresent(answer -> {
            close();
            question.answer(answer);
        });
        return agreed.isPresent();
    }

    /**
     * Ask the open question once more.
     *
     * @param lead what is said before it
     */
    void again(String lead) {
        asked().ifPresent(question -> {
            speech.ask(question, lead + question.text());
            await(question);
        });
    }

    /**
     * Return to the open question after something else, unless that was the question itself: 「何ですって」.
     *
     * @param lead what is said before it
     */
    void comeBack(String lead) {
        if (asked().filter(question -> !question.text().equals(speech.lastSaid()))
                .isPresent()) {
            again(lead);
        }
    }

    /** Put the open question aside, so that another may be asked before it is returned to. */
    void putAside() {
        aside = open;
        open = null;
    }

    /**
     * Return to the question that was put aside, unless another is open.
     *
     * @param lead what is said before it
     */
    void takeUp(String lead) {
        if (open == null && aside != null) {
            open = aside;
            aside = null;
            again(lead);
        }
    }

    /** Let a question lapse, whether it is open or put aside. */
    void withdraw(Question question) {
        if (question == open) {
            drop();
        } else if (question == aside) {
            aside = null;
            question.dropped().run();
        }
    }

    private void giveUpOrDrop() {
        if (insists()) {
            giveUp();
        } else {
            drop();
        }
    }

    /** Let the open question lapse, unless it must be answered. */
    void drop() {
        if (insists()) {
            return;
        }
        Question question = open;
        open = null;
        if (question != null) {
            aside = null;
            question.dropped().run();
        }
    }
}
