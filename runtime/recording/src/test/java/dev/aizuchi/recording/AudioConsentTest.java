package dev.aizuchi.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.core.Journal.SpeechTexts;
import dev.aizuchi.event.DialogueEvent;
import dev.aizuchi.event.Percept;
import dev.aizuchi.mcap.Compression;
import dev.aizuchi.mcap.McapFile;
import dev.aizuchi.mcap.Selection;
import dev.aizuchi.person.Person;
import dev.aizuchi.speech.AudioFrame;
import dev.aizuchi.speech.AudioSource;
import dev.aizuchi.testkit.PeopleInMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AudioConsentTest {
    private static final Instant NOW = RunFileTest.START;

    @TempDir
    private Path folder;

    private final PeopleInMemory people = new PeopleInMemory();
    private final AudioConsent consent = new AudioConsent(people);

    @BeforeEach
    void know() {
        people.save(person("p-1", "名前で呼ぶためと録音のため"));
        people.save(person("p-2", "名前で呼ぶため"));
    }

    private static Person person(String id, String purpose) {
        return new Person(
                id,
                "鈴木さん",
                Person.Hearing.NORMAL,
                Person.Pace.NORMAL,
                "",
                Locale.JAPANESE,
                List.of(),
                new Person.Consent(LocalDate.of(2026, 4, 1), "本人", purpose),
                NOW);
    }

    private static DialogueEvent sensed(Percept percept) {
        return new DialogueEvent.Perceived(0, NOW, percept);
    }

    private boolean after(Percept... percepts) {
        Stream.of(percepts).map(AudioConsentTest::sensed).forEach(consent::take);
        return consent.isGiven(NOW);
    }

    @Test
    void nobody_is_recorded_unless_somebody_who_agreed_is_known_to_be_there() {
        assertThat(after()).isFalse();
        assertThat(after(new Percept.PersonArrived("p-1"))).isTrue();
        assertThat(after(new Percept.PersonLeft("p-1"))).isFalse();
    }

    @Test
    void one_who_did_not_agree_or_is_unknown_ends_it_for_all_while_they_are_there() {
        assertThat(after(new Percept.PersonArrived("p-1"), new Percept.PersonArrived("p-2")))
                .isFalse();
        assertThat(after(new Percept.PersonLeft("p-2"))).isTrue();
        assertThat(after(new Percept.PersonArrived("stranger"))).isFalse();
        assertThat(after(new Percept.PersonLeft("stranger"))).isTrue();
        assertThat(after(new Percept.Speaker("", ""))).isFalse();
        assertThat(after(new Percept.Speaker("p-1", ""))).isTrue();
        assertThat(after(new Percept.Battery(0.5))).isTrue();
    }

    @Test
    void a_consent_that_was_taken_back_ends_it_soon() {
        assertThat(after(new Percept.PersonArrived("p-1"))).isTrue();
        people.forget("p-1");
        assertThat(consent.isGiven(NOW.plus(AudioConsent.LOOK_AGAIN))).isFalse();
    }

    @Test
    void when_events_were_lost_nobody_is_known_to_be_there() {
        assertThat(after(new Percept.PersonArrived("p-1"))).isTrue();
        consent.forget();
        assertThat(consent.isGiven(NOW)).isFalse();
    }

    @Test
    void a_recorder_keeps_the_sound_between_a_persons_coming_and_a_strangers() throws IOException {
        RecordingSettings settings = new RecordingSettings(
                folder, 1 << 20, 3, Compression.LZ4, SpeechTexts.NONE, Optional.empty(), Map.of());
        short[] loud = new short[AudioFrame.SAMPLES];
        loud[7] = 1_234;
        AudioFrame frame = AudioFrame.copyOf(loud, 0);
        try (Recorder recorder = Recorder.open(settings, () -> NOW, fault -> {});
                AudioSource source = recorder.tap(new Endless(frame))) {
            assertThat(source.read()).contains(frame);
            recorder.askFirst(people);
            assertThat(source.isLive()).isTrue();
            assertThat(source.read()).contains(frame);
            recorder.accept(sensed(new Percept.PersonArrived("p-1")));
            for (int i = 0; i < 5; i++) {
                assertThat(source.read()).contains(frame);
            }
            recorder.accept(sensed(new Percept.PersonArrived("stranger")));
            assertThat(source.read()).contains(frame);
        }
        List<String> sound = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder);
                McapFile file = McapFile.open(files.findFirst().orElseThrow())) {
            file.forEach(
                    Selection.of("/audio"),
                    (channel, message) -> sound.add(message.data().utf8()));
        }
        assertThat(sound)
                .hasSize(5)
                .allMatch(json -> json.contains("\"format\":\"pcm-s16\"") && json.contains("ADSBA"));
    }

    private record Endless(AudioFrame frame) implements AudioSource {
        @Override
        public Optional<AudioFrame> read() {
            return Optional.of(frame);
        }

        @Override
        public void close() {}
    }
}
