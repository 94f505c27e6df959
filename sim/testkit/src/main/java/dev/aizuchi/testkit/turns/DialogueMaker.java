package dev.aizuchi.testkit.turns;

import dev.aizuchi.testkit.turns.Mark.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Put dialogues together from recordings: turns with pauses in them, answers to a yes-or-no question, listeners' sounds
 * and interruptions while the robot speaks, and a robot that nobody interrupts. The same seed makes the same.
 *
 * <p>The length of a pause is log-normal with a median of 700 ms, as of speakers who seek a word; none is cut to what a
 * detector waits.
 */
public final class DialogueMaker {
    private static final double MEDIAN_PAUSE_MS = 700;
    private static final double SPREAD = 0.5;
    private static final int SHORTEST_PAUSE_MS = 300;
    private static final int LONGEST_PAUSE_MS = 3_000;
    /** Longer than any detector waits. */
    private static final int TAIL_MS = 4_000;
    /** The least room for a turn and its pauses. */
    private static final int ROOM_MS = 12_000;

    private final List<SpokenClip> clips;
    private final SplittableRandom random;
    private final WaveWriter writer;
    private final List<String> lines = new ArrayList<>(List.of(String.join("\t", MarkedDialogue.COLUMNS)));
    private int number;

    /** Write a dialogue's file; the robot's channel is empty where it says nothing. */
    @FunctionalInterface
    public interface WaveWriter {
        /** Write 16 kHz samples, one channel or two. */
        void write(Path file, short[] person, short[] robot);
    }

    /** Make dialogues from these recordings. */
    public DialogueMaker(List<SpokenClip> clips, long seed, WaveWriter writer) {
        this.clips = List.copyOf(clips);
        this.random = new SplittableRandom(seed);
        this.writer = writer;
    }

    /**
     * Write a folder of dialogues and its marks.
     *
     * @param rounds how often each recording comes
     * @return how many dialogues there are
     */
    public int into(Path folder, int rounds) throws IOException {
        Files.createDirectories(folder);
        for (int round = 0; round < rounds; round++) {
            of("turn").forEach(clip -> turn(folder, clip));
            of("answer").forEach(clip -> answer(folder, clip));
            of("backchannel").forEach(clip -> during(folder, Kind.BACKCHANNEL, clip));
            of("interruption").forEach(clip -> during(folder, Kind.INTERRUPTION, clip));
            of("statement").forEach(clip -> alone(folder, clip));
        }
        Files.write(folder.resolve(MarkedDialogue.TABLE), lines);
        return number;
    }

    private List<SpokenClip> of(String kind) {
        return clips.stream().filter(clip -> clip.kind().equals(kind)).toList();
    }

    private SpokenClip any(String kind) {
        List<SpokenClip> all = of(kind);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("there is no recording of the kind " + kind);
        }
        return all.get(random.nextInt(all.size()));
    }

    private void turn(Path folder, SpokenClip clip) {
        Track track = new Track(length(clip) + ROOM_MS, random);
        int end = track.say(Kind.TURN, clip, random.nextInt(600, 1_200), this::pause);
        write(folder, track, clip, end, false);
    }

    private void answer(Path folder, SpokenClip clip) {
        SpokenClip question = any("question");
        Track track = new Track(length(question) + length(clip) + ROOM_MS, random);
        int asked = track.robot(Kind.QUESTION, question, random.nextInt(300, 600));
        int end = track.say(Kind.TURN, clip, asked + random.nextInt(250, 1_200), this::pause);
        write(folder, track, clip, end, true);
    }

    private void during(Path folder, Kind kind, SpokenClip clip) {
        SpokenClip statement = any("statement");
        Track track = new Track(length(statement) + length(clip) + ROOM_MS, random);
        int from = random.nextInt(300, 600);
        int to = track.robot(Kind.STATEMENT, statement, from);
        int at = from + (int) ((to - from) * random.nextDouble(0.25, 0.7));
        int end = track.say(kind, clip, at, this::pause);
        write(folder, track, clip, Math.max(end, to), true);
    }

    private void alone(Path folder, SpokenClip statement) {
        Track track = new Track(2 * length(statement) + ROOM_MS, random);
        int end = track.robot(Kind.STATEMENT, statement, random.nextInt(300, 600));
        end = track.robot(Kind.STATEMENT, any("statement"), end + random.nextInt(300, 500));
        write(folder, track, statement, end, true);
    }

    private int pause() {
        double normal = -6;
        for (int i = 0; i < 12; i++) {
            normal += random.nextDouble();
        }
        int length = (int) (MEDIAN_PAUSE_MS * Math.exp(SPREAD * normal));
        return Math.max(SHORTEST_PAUSE_MS, Math.min(LONGEST_PAUSE_MS, length));
    }

    private static int length(SpokenClip clip) {
        return (int) clip.sound().duration().toMillis();
    }

    private void write(Path folder, Track track, SpokenClip clip, int endMs, boolean robot) {
        Path file = folder.resolve(String.format(Locale.ROOT, "%03d-%s.wav", ++number, clip.kind()));
        int samples = (endMs + TAIL_MS) * 16;
        short[] person = Arrays.copyOf(track.person(), Math.min(samples, track.person().length));
        writer.write(file, person, robot ? Arrays.copyOf(track.robot(), person.length) : new short[0]);
        new MarkedDialogue(file, clip.voice(), track.marks()).lines().forEach(lines::add);
    }
}
