package dev.aizuchi.testkit.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.language.Generation;
import dev.aizuchi.language.LanguageModel;
import dev.aizuchi.language.Prompt;
import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Action.Navigate;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.testkit.TestAgent;
import dev.aizuchi.testkit.noise.Background;
import dev.aizuchi.testkit.noise.Circumstance;
import dev.aizuchi.testkit.noise.Hearing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleTest {
    private static final Skill GO = () -> SkillSpec.named("go")
            .needs(Navigate.class)
            .on(
                    "go",
                    List.of("食堂に行って", "食堂へ行きなさい"),
                    turn -> Reply.say("行きます。")
                            .then(new Navigate(new Place("食堂")))
                            .thenSay("着きました。"));

    private static final String GUEST = """
            name: a guest
            wants: the robot in the dining hall
            goals: [{ done: navigate, with: { place: "{where}" } }]
            knows: { where: [食堂] }
            says:
              opening: "{where}に行って"
              again: "{where}へ行きなさい"
              thanks: ありがとう
              gives-up: もういいです
            """;

    @TempDir
    private Path folder;

    @Test
    void goes_on_until_all_that_was_wanted_is_done() throws IOException {
        Visit visit = visit(GUEST, 1);
        assertThat(visit.success()).isTrue();
        assertThat(visit.turns()).isOne();
        assertThat(visit.lines()).startsWith("> 食堂に行って").contains("< 行きます。").containsSubsequence("< 着きました。", "> ありがとう");
    }

    @Test
    void gives_up_when_nothing_helps_and_says_where() throws IOException {
        Visit visit =
                visit(GUEST.replace("opening: \"{where}に行って\"", "opening: ぽろろん") + "patience: { failures: 2 }\n", 1);
        assertThat(visit.success()).isTrue();
        Visit hopeless = visit(
                GUEST.replace("{where}に行って", "ぽろろん").replace("{where}へ行きなさい", "ぴろろん") + "patience: { failures: 2 }\n",
                1);
        assertThat(hopeless.success()).isFalse();
        assertThat(hopeless.turns()).isEqualTo(2);
        assertThat(hopeless.ending()).startsWith("not understood");
        assertThat(hopeless.lines()).contains("> もういいです");
    }

    @Test
    void the_same_seed_says_the_same_and_habits_show() throws IOException {
        String shy = GUEST + "habits: { fillers: 0.5, repeats-instead: 0.3, silent: 0.3, broken: 0.2 }\n";
        assertThat(visit(shy, 5).lines()).isEqualTo(visit(shy, 5).lines());
        List<String> first = LongStream.range(0, 20)
                .mapToObj(seed -> visit(shy, seed).lines().get(0))
                .distinct()
                .toList();
        assertThat(first).hasSizeGreaterThan(3).anyMatch(line -> line.startsWith("> えっと、"));
    }

    @Test
    void in_noise_some_sentences_are_heard_otherwise_and_the_talk_shows_it() throws IOException {
        List<Person> people = people(GUEST);
        Circumstance loud = new Circumstance(Background.PINK, 0);
        assertThat(LongStream.range(0, 20).mapToObj(seed -> visit(people.get(0), seed, Optional.of(loud))))
                .anyMatch(visit -> visit.lines().toString().contains("(heard as: "));
    }

    @Test
    void counts_success_by_person_and_where_the_others_gave_up() throws IOException {
        Person guest = people(GUEST).get(0);
        Visits visits = new Visits(List.of(
                new Visit(guest, 1, true, 1, Duration.ZERO, "", "", List.of()),
                new Visit(guest, 2, true, 3, Duration.ZERO, "", "", List.of()),
                new Visit(guest, 3, false, 8, Duration.ZERO, "nothing", "not understood", List.of())));
        assertThat(visits.success().right()).isEqualTo(2);
        assertThat(visits.turnsToSuccess()).isEqualTo(2);
        assertThat(visits.endings()).containsEntry("nothing", 1);
        assertThat(visits.partings()).containsOnly(Map.entry("not understood", 1));
        assertThat(VisitsPage.of(visits, "Guests")).contains("a guest, seed 3: nothing", "66.7 %");
    }

    @Test
    void a_question_is_answered_by_what_is_known_and_an_offer_by_whether_it_is_wanted() throws IOException {
        Skill asks = () -> SkillSpec.named("call")
                .needs(CallHuman.class)
                .on("call", List.of("助けて"), turn -> Reply.ask("どなたをお呼びしますか。", Reply.nothing(), Reply.nothing()));
        String caller = """
                name: a caller
                wants: an answer
                goals: [{ say: 完了 }]
                says: { opening: 助けて, unknown: わかりません, thanks: どうも, gives-up: もういい }
                answers: [{ when: [どなた, だれ], say: 看護師さん }]
                patience: { turns: 2 }
                """;
        Person person = people(caller).get(0);
        try (TestAgent agent = TestAgent.with(asks)) {
            assertThat(People.visit(person, 1, agent, Hearing.typed(), Phrasing.asWritten())
                            .lines())
                    .containsSubsequence("> 助けて", "> 看護師さん", "> もういい");
        }
    }

    @Test
    void a_model_says_it_otherwise_unless_it_says_something_else() throws IOException {
        Person guest = people(GUEST).get(0);
        assertThat(new ModelPhrasing(new WritingModel("すみません、食堂まで", "行ってくれる？")).phrase(guest, "食堂に行って"))
                .isEqualTo("すみません、食堂まで行ってくれる？");
        assertThat(new ModelPhrasing(new WritingModel("「食堂に頼むよ」")).phrase(guest, "食堂に行って"))
                .isEqualTo("食堂に頼むよ");
        assertThat(new ModelPhrasing(new WritingModel("どこかに行って")).phrase(guest, "食堂に行って"))
                .isEqualTo("食堂に行って");
        assertThat(new ModelPhrasing(new WritingModel("Sure! 食堂に行って")).phrase(guest, "食堂に行って"))
                .isEqualTo("食堂に行って");
    }

    /** Writes some pieces, whatever it is asked. */
    private record WritingModel(List<String> pieces) implements LanguageModel {
        WritingModel(String... pieces) {
            this(List.of(pieces));
        }

        @Override
        public Generation generate(Prompt prompt, Generation.Limits limits) {
            Iterator<String> rest = pieces.iterator();
            return new Generation() {
                @Override
                public Optional<String> next() {
                    return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
                }

                @Override
                public void cancel() {}

                @Override
                public Ending ending() {
                    throw new IllegalStateException("nobody asks here how it ended");
                }
            };
        }

        @Override
        public void close() {}
    }

    @Test
    void all_who_come_along_can_be_read_and_each_is_somebody_else() {
        List<Person> shipped = People.shipped();
        assertThat(shipped).hasSizeGreaterThan(10);
        assertThat(shipped.stream().map(Person::name).distinct()).hasSameSizeAs(shipped);
        assertThat(shipped.stream().map(person -> person.setup().floor()).distinct())
                .contains("care", "reception", "rescue");
    }

    @Test
    void what_is_wrong_is_told_with_its_place() throws IOException {
        assertThatThrownBy(() -> people(GUEST.replace("says:", "sais:")))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("person.yaml:5:1: unknown key sais");
        assertThatThrownBy(() -> people(GUEST.replace("knows: { where: [食堂] }\n", "")))
                .hasMessageContaining("a hole of {where} is not among knows");
        assertThatThrownBy(() -> people(GUEST + "habits: { silent: 2 }\n")).hasMessageContaining("from 0 to 1");
        assertThatThrownBy(() -> people(GUEST + "noise: { kind: wind, snr-db: 3 }\n"))
                .hasMessageContaining("no noise wind");
        assertThatThrownBy(() -> people(GUEST.replace("done: navigate", "say: x, done: navigate")))
                .hasMessageContaining("either done or said");
        assertThatThrownBy(() -> People.in(folder.resolve("none"))).hasMessageContaining("none");
    }

    private Visit visit(String yaml, long seed) {
        try {
            return visit(people(yaml).get(0), seed, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Visit visit(Person person, long seed, Optional<Circumstance> noise) {
        try (TestAgent agent = TestAgent.with(GO)) {
            return People.visit(person, seed, agent, People.hearing(person, seed, noise), Phrasing.asWritten());
        }
    }

    private List<Person> people(String yaml) throws IOException {
        Files.writeString(folder.resolve("person.yaml"), yaml);
        return People.in(folder);
    }
}
