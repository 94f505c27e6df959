package dev.aizuchi.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.person.People;
import dev.aizuchi.person.Person;
import dev.aizuchi.plugin.AdapterException;
import dev.aizuchi.testkit.PeopleContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.h2.tools.ChangeFileEncryption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2PeopleTest extends PeopleContract {
    private static final long SEED = 20_261_125;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private PeopleSettings settings;

    @SuppressWarnings("NullAway.Init")
    private People people;

    @BeforeEach
    void open() {
        settings = new PeopleSettings(folder.resolve("people"), folder.resolve("people.key"));
        people = H2People.open(settings);
    }

    @Override
    protected People people() {
        return people;
    }

    @Test
    void still_knows_them_when_opened_again() {
        people.save(person("p-1", "鈴木さん"));
        assertThat(H2People.open(settings).all()).containsExactly(person("p-1", "鈴木さん"));
    }

    @Test
    void makes_the_key_with_the_first_person_for_its_owner_alone() throws IOException {
        assertThat(settings.key()).doesNotExist();
        people.save(person("p-1", "鈴木さん"));
        assertThat(settings.key()).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.key())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.directory())))
                .isEqualTo("rwx------");
    }

    @Test
    void holds_nobody_in_the_clear() throws Exception {
        people.save(person("p-1", "鈴木さん"));
        assertThat(holding("鈴木さん", folder)).isEmpty();
        assertThat(holding("鈴木さん", decrypted()))
                .as("the search finds what is there")
                .isNotEmpty();
    }

    @Test
    void nothing_of_who_was_forgotten_is_left_not_even_for_who_has_the_key() throws Exception {
        people.save(person("p-1", "鈴木さん"));
        people.save(person("p-2", "田中さん"));
        people.forget("p-1");
        people.save(person("p-3", "佐藤さん"));
        people.forgetUnseenSince(person("p-4", "高橋さん").lastSeen().minusNanos(1));
        assertThat(holding("鈴木さん", folder)).isEmpty();
        assertThat(holding("鈴木さん", decrypted())).isEmpty();
        assertThat(holding("田中さん", decrypted())).isNotEmpty();
    }

    @Test
    void nothing_is_left_of_a_name_that_was_changed() throws Exception {
        people.save(person("p-1", "鈴木さん"));
        people.save(person("p-1", "鈴木先生"));
        assertThat(holding("鈴木さん", decrypted())).isEmpty();
    }

    @Test
    void a_missing_key_is_told_and_no_new_one_is_made() throws IOException {
        people.save(person("p-1", "鈴木さん"));
        Files.delete(settings.key());
        refuses_and_changes_nothing("people.key to ", "is missing; bring it back, or ./aizuchi people wipe");
        assertThat(settings.key()).doesNotExist();
    }

    @Test
    void a_wrong_key_is_told() throws IOException {
        people.save(person("p-1", "鈴木さん"));
        Files.write(settings.key(), new byte[32]);
        refuses_and_changes_nothing("people.mv.db is damaged, or ", "people.key is not its key", "left as it is");
        Files.write(settings.key(), new byte[5]);
        refuses_and_changes_nothing("people.key has 5 bytes instead of 32");
    }

    @Test
    void a_key_that_others_can_read_is_refused() throws IOException {
        people.save(person("p-1", "鈴木さん"));
        Files.setPosixFilePermissions(settings.key(), PosixFilePermissions.fromString("rw-r-----"));
        refuses_and_changes_nothing("chmod 600 ");
    }

    /** Wherever a file is damaged, it is told of, or the damage is to no purpose: bytes that nobody reads. */
    @Test
    void a_damaged_file_is_told_of_and_never_read_as_other_people() throws IOException {
        for (int i = 0; i < 20; i++) {
            people.save(person("p-" + i, "鈴木さん"));
        }
        List<Person> all = people.all();
        Path file = Database.fileOf(settings.directory().resolve("people"));
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(SEED);
        int told = 0;
        for (int round = 0; round < 150; round++) {
            byte[] bad = round % 3 == 0 ? truncated(good, random) : flipped(good, random);
            Files.write(file, bad);
            try {
                assertThat(people.all()).as("round %d", round).isEqualTo(all);
            } catch (AdapterException e) {
                assertThat(e).hasMessageContaining("people.mv.db is damaged").hasMessageNotContaining("鈴木");
                refuses_and_changes_nothing("is damaged");
                told++;
            }
            assertThat(Files.readAllBytes(file)).as("round %d", round).isEqualTo(bad);
        }
        assertThat(told).isGreaterThan(50);
    }

    @Test
    void what_a_killed_process_left_half_written_is_taken_away() throws IOException {
        people.save(person("p-1", "鈴木さん"));
        Path half = Database.fileOf(settings.directory().resolve("people-next"));
        Files.write(half, new byte[] {1, 2, 3});
        people.save(person("p-2", "田中さん"));
        assertThat(half).doesNotExist();
        assertThat(people.all()).hasSize(2);
    }

    @Test
    void wiping_takes_the_people_and_the_key_even_when_they_cannot_be_read() throws IOException {
        people.save(person("p-1", "鈴木さん"));
        Files.write(settings.key(), new byte[5]);
        H2People.wipe(settings);
        assertThat(settings.key()).doesNotExist();
        try (Stream<Path> files = Files.list(settings.directory())) {
            assertThat(files).as("all but the lock").hasSize(1);
        }
        assertThat(people.all()).isEmpty();
        people.save(person("p-2", "田中さん"));
        assertThat(H2People.open(settings).all()).hasSize(1);
    }

    @Test
    void a_place_where_nothing_can_be_written_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        PeopleSettings under = new PeopleSettings(file.resolve("people"), settings.key());
        assertThatThrownBy(() -> H2People.open(under)).hasMessageContaining("file/people cannot be reached");
        assertThatThrownBy(() -> new PeopleSettings(Path.of("a;b"), settings.key()))
                .hasMessageContaining("name another folder");
    }

    private void refuses_and_changes_nothing(String... parts) throws IOException {
        List<byte[]> before = contents();
        assertThatThrownBy(() -> H2People.open(settings))
                .isInstanceOf(AdapterException.class)
                .hasMessageContainingAll(parts);
        assertThatThrownBy(() -> people.save(person("p-9", "佐藤さん"))).isInstanceOf(AdapterException.class);
        assertThatThrownBy(() -> people.forget("p-1")).isInstanceOf(AdapterException.class);
        List<byte[]> after = contents();
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < after.size(); i++) {
            assertThat(after.get(i)).isEqualTo(before.get(i));
        }
    }

    private List<byte[]> contents() throws IOException {
        List<byte[]> contents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                contents.add(Files.readAllBytes(file));
            }
        }
        return contents;
    }

    private static byte[] flipped(byte[] good, Random random) {
        byte[] bad = good.clone();
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bad;
    }

    private static byte[] truncated(byte[] good, Random random) {
        return Arrays.copyOf(good, random.nextInt(good.length));
    }

    /** Take the encryption off a copy, by H2's own tool. */
    private Path decrypted() throws Exception {
        Path copy = Files.createTempDirectory(folder, "plain");
        Path file = Database.fileOf(settings.directory().resolve("people"));
        Files.copy(file, copy.resolve(file.getFileName()));
        char[] password =
                HexFormat.of().formatHex(Files.readAllBytes(settings.key())).toCharArray();
        ChangeFileEncryption.execute(copy.toString(), "people", "AES", password, null, true);
        return copy;
    }

    /** Search all files for a text, as H2 writes it and as others would. */
    private static List<Path> holding(String text, Path where) throws IOException {
        List<String> written = List.of(
                asH2Writes(text),
                latin(text.getBytes(StandardCharsets.UTF_8)),
                latin(text.getBytes(StandardCharsets.UTF_16BE)),
                latin(text.getBytes(StandardCharsets.UTF_16LE)));
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(where)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = latin(Files.readAllBytes(file));
                if (written.stream().anyMatch(bytes::contains)) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Three bytes a character, like UTF-8 but without the mark of a following byte (its DataUtils.writeStringData). */
    private static String asH2Writes(String text) {
        StringBuilder bytes = new StringBuilder();
        text.chars()
                .forEach(c -> bytes.append((char) (0xe0 | (c >> 12)))
                        .append((char) ((c >> 6) & 0x3f))
                        .append((char) (c & 0x3f)));
        return bytes.toString();
    }
}
