package dev.aizuchi.disaster.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlertFeedTest {
    private static final Instant TEN = Instant.parse("2026-04-01T01:00:00Z");

    @TempDir
    private Path directory;

    private Instant now = TEN;
    private final List<String> problems = new ArrayList<>();

    @Test
    void each_alert_is_told_once_and_the_oldest_first() throws IOException {
        AlertFeed feed = feed();
        put("b.xml", Sample.of("vxse51.xml"));
        put("a.xml", Sample.of("vtse41.xml"));
        assertThat(events(feed)).containsExactly("震度５強、震度４", "津波警報");
        assertThat(events(feed)).isEmpty();
        put("c.xml", Sample.of("cap.xml"));
        assertThat(events(feed)).containsExactly("避難指示");
        assertThat(problems).isEmpty();
    }

    @Test
    void the_same_message_in_another_file_is_not_told_again() throws IOException {
        AlertFeed feed = feed();
        put("a.xml", Sample.of("cap.xml"));
        put("b.xml", Sample.of("cap.xml"));
        assertThat(events(feed)).hasSize(1);
        put("c.xml", Sample.of("cap.xml"));
        assertThat(events(feed)).isEmpty();
    }

    @Test
    void what_is_out_of_date_is_passed_over() throws IOException {
        AlertFeed feed = feed();
        now = Instant.parse("2026-04-01T12:00:00Z");
        put("a.xml", Sample.of("cap.xml"));
        put("b.xml", Sample.of("vxse51.xml"));
        assertThat(events(feed)).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void a_test_between_systems_is_not_told_and_a_drill_is_told_as_one() throws IOException {
        AlertFeed feed = feed();
        put("a.xml", Sample.of("vtse41.xml").with("<Status>通常", "<Status>試験"));
        put("b.xml", Sample.of("cap.xml").with("<status>Actual", "<status>Test"));
        assertThat(events(feed)).isEmpty();
        put("c.xml", Sample.of("vxse51.xml").with("<Status>通常", "<Status>訓練"));
        assertThat(feed.poll()).singleElement().matches(Alert::isExercise);
    }

    @Test
    void an_update_is_told_instead_of_what_it_replaces() throws IOException {
        AlertFeed feed = feed();
        put("b-update.xml", Sample.of("cap-update.xml"));
        put("c-first.xml", Sample.of("cap.xml"));
        assertThat(feed.poll()).extracting(Alert::headline).containsExactly("避難指示の範囲を広げました。");
    }

    @Test
    void an_update_is_told_after_what_it_replaces_and_what_comes_late_is_not() throws IOException {
        AlertFeed feed = feed();
        put("a.xml", Sample.of("cap.xml"));
        assertThat(feed.poll()).hasSize(1);
        put("b.xml", Sample.of("cap-update.xml"));
        assertThat(feed.poll()).hasSize(1);
        put("d.xml", Sample.of("vtse41.xml"));
        assertThat(feed.poll()).hasSize(1);
        put("e.xml", Sample.of("vtse41.xml").with("09:53:00", "09:52:00"));
        assertThat(feed.poll()).isEmpty();
    }

    @Test
    void what_was_told_is_taken_back_aloud() throws IOException {
        AlertFeed feed = feed();
        put("a.xml", Sample.of("vtse41.xml"));
        put("b.xml", Sample.of("cap.xml"));
        assertThat(feed.poll()).hasSize(2);
        put("c.xml", cancelled());
        put("d.xml", Sample.of("cap-cancel.xml"));
        assertThat(feed.poll())
                .extracting(Alert::phase)
                .containsOnly(Alert.Phase.CANCELLED)
                .hasSize(2);
    }

    @Test
    void what_was_never_told_is_not_taken_back() throws IOException {
        AlertFeed feed = feed();
        put("a.xml", Sample.of("vtse41.xml"));
        put("b.xml", cancelled());
        put("c.xml", Sample.of("cap.xml"));
        put("d.xml", Sample.of("cap-cancel.xml"));
        assertThat(feed.poll()).isEmpty();
    }

    /** After a restart nobody knows what was told before. */
    @Test
    void what_is_not_known_is_taken_back_aloud() throws IOException {
        put("a.xml", Sample.of("cap-cancel.xml"));
        assertThat(feed().poll()).hasSize(1);
    }

    /** Otherwise the drill's message would silence the real one. */
    @Test
    void a_drill_replaces_nothing_that_is_meant() throws IOException {
        AlertFeed feed = feed();
        put("a.xml", Sample.of("vtse41.xml"));
        put("b.xml", Sample.of("vtse41.xml").with("<Status>通常", "<Status>訓練").with("09:53:00", "09:54:00"));
        put("c.xml", Sample.of("cap.xml"));
        put("d.xml", Sample.of("cap-update.xml").with("Actual", "Exercise"));
        assertThat(feed.poll()).filteredOn(alert -> !alert.isExercise()).hasSize(2);
    }

    @Test
    void a_half_written_file_is_taken_up_once_it_is_whole() throws IOException {
        AlertFeed feed = feed();
        Sample whole = Sample.of("vtse41.xml");
        put("a.xml", new Sample("a", whole.text().substring(0, whole.text().length() / 2)));
        assertThat(feed.poll()).isEmpty();
        put("a.xml", whole);
        assertThat(events(feed)).containsExactly("津波警報");
        assertThat(problems).isEmpty();
    }

    @Test
    void a_file_that_stays_broken_is_told_of_once_and_the_others_are_read() throws IOException {
        AlertFeed feed = feed();
        put("a.xml", new Sample("a", "<alert"));
        put("b.xml", Sample.of("cap.xml"));
        put("notes.txt", new Sample("notes", "no alert"));
        Files.createDirectory(directory.resolve("folder.xml"));
        assertThat(feed.poll()).hasSize(1);
        feed.poll();
        feed.poll();
        assertThat(problems).singleElement().asString().startsWith("a.xml: ");
    }

    @Test
    void a_file_of_twenty_megabytes_is_refused_unread() throws IOException {
        Path file = Files.write(directory.resolve("big.xml"), new byte[20_000_000]);
        assertThatThrownBy(() -> AlertFeed.read(file))
                .isInstanceOf(AlertException.class)
                .hasMessageContaining("big.xml: more than the 2000000 bytes");
        AlertFeed feed = feed();
        feed.poll();
        assertThat(feed.poll()).isEmpty();
        assertThat(problems).hasSize(1);
    }

    @Test
    void a_missing_directory_is_told_of_once_and_read_when_it_comes() throws IOException {
        Path later = directory.resolve("later");
        AlertFeed feed = new AlertFeed(later, () -> now, problems::add);
        feed.poll();
        feed.poll();
        assertThat(problems).singleElement().asString().contains(later.toString(), "alerts.directory");
        Files.createDirectory(later);
        Files.writeString(later.resolve("a.xml"), Sample.of("cap.xml").text());
        assertThat(feed.poll()).hasSize(1);
    }

    @Test
    void a_missing_file_is_an_error_that_names_it() {
        assertThatThrownBy(() -> AlertFeed.read(directory.resolve("none.xml")))
                .isInstanceOf(AlertException.class)
                .hasMessageContaining("none.xml");
    }

    private static Sample cancelled() {
        return Sample.of("vtse41.xml").with(">発表<", ">取消<").with("09:53:00", "09:59:00");
    }

    private AlertFeed feed() {
        return new AlertFeed(directory, () -> now, problems::add);
    }

    private static List<String> events(AlertFeed feed) {
        return feed.poll().stream().map(Alert::event).toList();
    }

    private void put(String name, Sample sample) throws IOException {
        Files.writeString(directory.resolve(name), sample.text());
    }
}
