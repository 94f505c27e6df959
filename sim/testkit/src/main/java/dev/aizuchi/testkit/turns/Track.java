package dev.aizuchi.testkit.turns;

import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.testkit.turns.Mark.Kind;
import dev.aizuchi.testkit.turns.SpokenClip.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/** Lay recordings of a person and of a robot on two channels, and mark what lies where. */
final class Track {
    private static final int PER_MS = AudioFrame.SAMPLE_RATE / 1_000;
    /** A quiet room: −62 dB below full scale. */
    private static final double ROOM_TONE = 32_768 * Math.pow(10, -62 / 20.0);

    private final short[] person;
    private final short[] robot;
    private final List<Mark> marks = new ArrayList<>();

    Track(int lengthMs, SplittableRandom random) {
        person = new short[lengthMs * PER_MS];
        robot = new short[lengthMs * PER_MS];
        // Twelve even numbers make a normal one.
        for (int i = 0; i < person.length; i++) {
            double sum = -6;
            for (int n = 0; n < 12; n++) {
                sum += random.nextDouble();
            }
            person[i] = (short) Math.round(sum * ROOM_TONE);
        }
    }

    /** Let the person say something from a moment on, its pauses made as long as told; gives where it ends. */
    int say(Kind kind, SpokenClip clip, int atMs, IntSupplier pauses) {
        int from = 0;
        int at = atMs;
        for (Gap gap : clip.gaps()) {
            int middle = (gap.fromMs() + gap.toMs()) / 2;
            int begins = at + gap.fromMs() - from;
            int ends = begins + pauses.getAsInt();
            add(person, clip.sound().samples(), from, middle, at);
            marks.add(new Mark(gap.spot() ? Kind.SPOT : Kind.PAUSE, begins, ends, ""));
            from = middle;
            at = ends - (gap.toMs() - middle);
        }
        add(person, clip.sound().samples(), from, (int) clip.sound().duration().toMillis(), at);
        int end = at + clip.endMs() - from;
        marks.add(new Mark(kind, atMs, end, clip.words()));
        return end;
    }

    /** Let the robot say something; gives where it ends. */
    int robot(Kind kind, SpokenClip clip, int atMs) {
        add(robot, clip.sound().samples(), 0, clip.endMs(), atMs);
        marks.add(new Mark(kind, atMs, atMs + clip.endMs(), clip.words()));
        return atMs + clip.endMs();
    }

    private static void add(short[] to, short[] samples, int fromMs, int toMs, int atMs) {
        int length = Math.min(samples.length, toMs * PER_MS) - fromMs * PER_MS;
        for (int i = 0; i < length; i++) {
            int sum = to[atMs * PER_MS + i] + samples[fromMs * PER_MS + i];
            to[atMs * PER_MS + i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum));
        }
    }

    short[] person() {
        return person.clone();
    }

    short[] robot() {
        return robot.clone();
    }

    List<Mark> marks() {
        return marks.stream().sorted(Comparator.comparingInt(Mark::fromMs)).toList();
    }
}
