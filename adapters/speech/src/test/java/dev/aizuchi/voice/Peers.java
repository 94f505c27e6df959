package dev.aizuchi.voice;

import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.accent.AccentReader;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.reading.SpeechReader;
import dev.aizuchi.speech.AudioClip;
import dev.aizuchi.speech.AudioStream;
import dev.aizuchi.speech.SpeakingStyle;
import dev.aizuchi.voice.hmm.HmmVoice;
import dev.aizuchi.voice.hmm.PeerEngine;
import dev.aizuchi.voice.label.LabelWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compare the voice in Java with hts_engine on the labels of open_jtalk, and its accent phrases with those labels. */
final class Peers {
    private static final String DICTIONARY = "/var/lib/mecab/dic/open-jtalk/naist-jdic";
    private static final Pattern LABEL = Pattern.compile("^\\d+ \\d+ (\\S+/A:\\S+)$", Pattern.MULTILINE);
    private static final Pattern PLACE =
            Pattern.compile("-(\\w+)\\+.*/F:(\\d+)_(\\d+)#\\d_xx@(\\d+)_\\d+\\|.*/I:([^/]+)/");

    /** Sum what differs over all sentences. */
    record Figures(
            int sentences,
            int frames,
            int otherDurations,
            int otherVoicing,
            double spectralDistance,
            double pitchDistance,
            int phrases,
            int samePhrases) {
        static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0);

        double phraseAgreement() {
            return (double) samePhrases / Math.max(1, phrases);
        }
    }

    private Peers() {}

    /** Give 1,000 sentences of the training part of the project's corpus. */
    static List<String> sentences() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(Peers.class.getResourceAsStream("sentences.txt"), "sentences.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    static Figures compare(List<String> sentences) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("aizuchi-peers");
        Path voice = folder.resolve("mei.htsvoice");
        try (InputStream in = Objects.requireNonNull(HmmSynthesizer.class.getResourceAsStream("mei_normal.htsvoice"))) {
            Files.copy(in, voice);
        }
        HmmVoice hmm = HmmVoice.read(Files.readAllBytes(voice), "mei");
        PeerEngine engine = new PeerEngine(hmm, voice, folder);
        Morphology morphology = new Morphology();
        AccentReader reader = new AccentReader(new SpeechReader(morphology, new Lexicon(List.of())), morphology);
        int phrases = 0;
        int same = 0;
        for (String sentence : sentences) {
            List<String> theirs = labels(sentence, voice, folder);
            engine.add(theirs);
            List<String> ours = new LabelWriter()
                    .of(reader.read(sentence)).stream()
                            .map(LabelWriter.Line::context)
                            .toList();
            List<String> wanted = phrases(theirs);
            phrases += wanted.size();
            same += common(wanted, phrases(ours));
        }
        return new Figures(
                sentences.size(),
                engine.frames(),
                engine.otherDurations(),
                engine.otherVoicing(),
                engine.spectralDistance(),
                engine.pitchDistance(),
                phrases,
                same);
    }

    private static List<String> labels(String sentence, Path voice, Path folder)
            throws IOException, InterruptedException {
        Path trace = folder.resolve("trace.txt");
        Process process = new ProcessBuilder(
                        "open_jtalk",
                        "-x",
                        DICTIONARY,
                        "-m",
                        voice.toString(),
                        "-ow",
                        "/dev/null",
                        "-ot",
                        trace.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().write((sentence + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        process.waitFor();
        String text = new String(Files.readAllBytes(trace), StandardCharsets.UTF_8);
        Matcher label = LABEL.matcher(text.substring(text.indexOf("[Output label]")));
        List<String> labels = new ArrayList<>();
        while (label.find()) {
            labels.add(label.group(1));
        }
        return labels;
    }

    /** Give each accent phrase as its phonemes, morae and nucleus; whether a vowel has its voice does not count. */
    private static List<String> phrases(List<String> labels) {
        List<String> phrases = new ArrayList<>();
        String last = "";
        StringBuilder sounds = new StringBuilder();
        for (String label : labels) {
            Matcher place = PLACE.matcher(label);
            String phrase = place.find()
                    ? place.group(2) + "_" + place.group(3) + "@" + place.group(4) + " " + place.group(5)
                    : "";
            if (!phrase.equals(last)) {
                if (!last.isEmpty()) {
                    phrases.add(sounds + last.replaceAll("@.*", ""));
                }
                sounds.setLength(0);
            }
            if (!phrase.isEmpty()) {
                sounds.append(
                                place.group(1).matches("[AIUEO]")
                                        ? place.group(1).toLowerCase(Locale.ROOT)
                                        : place.group(1))
                        .append(' ');
            }
            last = phrase;
        }
        return phrases;
    }

    /** Count the longest common subsequence. */
    private static int common(List<String> a, List<String> b) {
        int[][] best = new int[a.size() + 1][b.size() + 1];
        for (int i = 1; i <= a.size(); i++) {
            for (int j = 1; j <= b.size(); j++) {
                best[i][j] = a.get(i - 1).equals(b.get(j - 1))
                        ? best[i - 1][j - 1] + 1
                        : Math.max(best[i - 1][j], best[i][j - 1]);
            }
        }
        return best[a.size()][b.size()];
    }

    /** Tell how fast the voice is, once it has run warm. */
    static String speed(List<String> sentences) {
        try (HmmSynthesizer voice = HmmSynthesizer.open(HmmProvider.Settings.defaults())) {
            for (int i = 0; i < 300; i++) {
                voice.synthesize(sentences.get(i % sentences.size()));
            }
            List<Double> first = new ArrayList<>();
            double work = 0;
            double sound = 0;
            for (String sentence : sentences) {
                long begun = System.nanoTime();
                long[] heard = {0, 0};
                AudioStream blocks = voice.speak(sentence, SpeakingStyle.NORMAL).sound();
                for (Optional<AudioClip> block = blocks.next(); block.isPresent(); block = blocks.next()) {
                    heard[0] = heard[0] == 0 ? System.nanoTime() - begun : heard[0];
                    heard[1] += block.get().samples().length;
                }
                work += (System.nanoTime() - begun) / 1e9;
                sound += (double) heard[1] / voice.rate();
                first.add(heard[0] / 1e6);
            }
            first.sort(null);
            return String.format(
                    Locale.ROOT,
                    "%.0f s of sound, real-time factor %.4f, first 100 ms after p50 %.1f ms, p95 %.1f ms",
                    sound,
                    work / sound,
                    first.get(first.size() / 2),
                    first.get(first.size() * 95 / 100));
        }
    }
}
