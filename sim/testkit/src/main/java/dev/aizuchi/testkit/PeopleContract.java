package dev.aizuchi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.person.People;
import dev.aizuchi.person.Person;
import dev.aizuchi.person.Person.Consent;
import dev.aizuchi.person.Person.Hearing;
import dev.aizuchi.person.Person.Pace;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Hold an implementation of {@link People} to what the port promises. Extend it, and give an empty one for each test.
 */
public abstract class PeopleContract {
    private static final Instant SPRING = Instant.parse("2026-04-01T01:00:00.123456789Z");
    private static final Consent CONSENT = new Consent(LocalDate.of(2026, 3, 31), "本人", "名前で呼ぶため");

    /** Give the people of this test, the same ones each time within it. */
    protected abstract People people();

    @Test
    void knows_nobody_at_first() {
        assertThat(people().all()).isEmpty();
        assertThat(people().find("p-1")).isEmpty();
        assertThat(people().forget("p-1")).isFalse();
        assertThat(people().seen("p-1", SPRING)).isFalse();
        assertThat(people().forgetUnseenSince(SPRING)).isZero();
    }

    @Test
    void gives_back_all_that_was_kept() {
        Person suzuki = new Person(
                "p-1",
                "鈴木さん",
                Hearing.HARD,
                Pace.SLOW,
                "kansai",
                Locale.forLanguageTag("ja-JP"),
                List.of("戦争", "奥様"),
                CONSENT,
                SPRING);
        people().save(suzuki);
        assertThat(people().find("p-1")).contains(suzuki);
        assertThat(people().all()).containsExactly(suzuki);
    }

    @Test
    void takes_names_of_any_script_and_quotes() {
        List<Person> odd = IntStream.range(0, 5)
                .mapToObj(i -> person(
                        "';DROP TABLE person;--" + i,
                        List.of("𠮷田さん", "\"O'Neill\"", "가", "é\u0301", "😀").get(i)))
                .toList();
        odd.forEach(people()::save);
        assertThat(people().all()).isEqualTo(odd);
    }

    @Test
    void keeps_one_of_each_id_and_lists_them_in_order() {
        people().save(person("p-2", "田中さん"));
        people().save(person("p-1", "鈴木さん"));
        people().save(person("p-2", "田中先生"));
        assertThat(people().all()).extracting(Person::call).containsExactly("鈴木さん", "田中先生");
    }

    @Test
    void notes_when_a_known_person_was_seen_and_never_earlier() {
        people().save(person("p-1", "鈴木さん"));
        Instant later = SPRING.plus(Duration.ofDays(1));
        assertThat(people().seen("p-1", later)).isTrue();
        assertThat(people().seen("p-1", SPRING)).isTrue();
        assertThat(people().find("p-1")).contains(person("p-1", "鈴木さん").seenAt(later));
    }

    @Test
    void forgets_one_and_no_other() {
        people().save(person("p-1", "鈴木さん"));
        people().save(person("p-2", "田中さん"));
        assertThat(people().forget("p-1")).isTrue();
        assertThat(people().forget("p-1")).isFalse();
        assertThat(people().seen("p-1", SPRING)).as("is not brought back").isFalse();
        assertThat(people().all()).extracting(Person::id).containsExactly("p-2");
    }

    @Test
    void forgets_who_was_not_seen_since() {
        people().save(person("p-1", "鈴木さん"));
        people().save(person("p-2", "田中さん").seenAt(SPRING.plusNanos(1)));
        assertThat(people().forgetUnseenSince(SPRING)).isZero();
        assertThat(people().forgetUnseenSince(SPRING.plusNanos(1))).isEqualTo(1);
        assertThat(people().all()).extracting(Person::id).containsExactly("p-2");
    }

    @Test
    void hands_out_lists_that_do_not_change() {
        people().save(person("p-1", "鈴木さん"));
        List<Person> all = people().all();
        people().forget("p-1");
        assertThat(all).hasSize(1);
    }

    @Test
    void loses_nothing_when_several_threads_write() {
        List<CompletableFuture<Void>> writing = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int mine = thread;
            writing.add(CompletableFuture.runAsync(() ->
                    IntStream.range(0, 5).forEach(i -> people().save(person("p-" + mine + "-" + i, "田中さん")))));
        }
        writing.forEach(CompletableFuture::join);
        assertThat(people().all()).hasSize(20);
    }

    /** {@link Person} itself holds this, so that no implementation can be handed one without. */
    @Test
    @SuppressWarnings("NullAway")
    void nothing_is_kept_without_consent() {
        assertThatThrownBy(() -> new Person(
                        "p-1", "鈴木さん", Hearing.NORMAL, Pace.NORMAL, "", Locale.JAPANESE, List.of(), null, SPRING))
                .hasMessageContaining("without consent: record when it was given, by whom and what for");
        assertThatThrownBy(() -> new Consent(LocalDate.of(2026, 3, 31), " ", "名前で呼ぶため"))
                .hasMessageContaining("who consented");
        assertThat(people().all()).isEmpty();
    }

    /** Make a usual person, seen in spring. */
    protected static Person person(String id, String call) {
        return new Person(id, call, Hearing.NORMAL, Pace.NORMAL, "", Locale.JAPANESE, List.of(), CONSENT, SPRING);
    }
}
