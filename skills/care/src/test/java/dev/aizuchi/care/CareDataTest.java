package dev.aizuchi.care;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.Cues;
import dev.aizuchi.robot.Action;
import dev.aizuchi.robot.Effect;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Phrases;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Texts;
import dev.aizuchi.skill.Turn;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hold phrases, texts and manifest to what they promise. */
final class CareDataTest {
    private static final Turn TURN = new Turn(
            "看護師さんを呼んで",
            "",
            Map.of(
                    "place", "廊下",
                    "item", "タオル",
                    "time", "15:00",
                    "person", "娘",
                    "phone", "03-1234-5678",
                    "temp_c", "26"),
            new Place("101号室"),
            "",
            ZonedDateTime.parse("2026-11-25T12:00:00+09:00[Asia/Tokyo]"));

    /** What is not surely so, such as a medicine that may not be taken, is told a person. */
    private static final Turn UNSURE = new Turn("まだかしら", "", TURN.slots(), TURN.speaker(), "", TURN.now());

    private static final Turn BARE = new Turn("部屋が暑い", "", Map.of(), TURN.speaker(), "", TURN.now());

    private final SkillSpec spec = new CareSkill().spec();
    private final String manifest = read("/META-INF/aizuchi/care/skill.yaml");

    @Test
    void is_found_as_a_skill() {
        assertThat(ServiceLoader.load(Skill.class)).hasAtLeastOneElementOfType(CareSkill.class);
    }

    @Test
    void every_intent_has_enough_examples() {
        assertThat(spec.intents()).hasSize(35);
        assertThat(spec.intents())
                .allSatisfy(
                        intent -> assertThat(intent.phrases()).as(intent.name()).hasSizeGreaterThanOrEqualTo(12));
    }

    @Test
    void no_phrase_stands_twice() {
        assertThat(phrases()).doesNotHaveDuplicates();
    }

    @Test
    void no_phrase_would_stop_or_resume_the_robot() {
        Cues cues = Cues.standard();
        assertThat(phrases()).noneMatch(phrase -> cues.stop(phrase) || cues.resume(phrase));
    }

    @Test
    void holes_are_those_of_the_slots() {
        assertThat(phrases().map(phrase -> phrase.replaceAll("\\{(place|item|phone)}", "")))
                .noneMatch(phrase -> phrase.contains("{"));
    }

    @Test
    void every_complaint_is_told_by_some_example() {
        Complaints complaints = Complaints.beside(CareSkill.class, "complaints.txt");
        List<String> told = Stream.of("call_nurse", "record_status")
                .flatMap(CareDataTest::phrasesOf)
                .flatMap(phrase -> complaints.in(phrase).stream())
                .flatMap(names -> Arrays.stream(names.split("、")))
                .toList();
        assertThat(told)
                .containsAll(Phrases.beside(CareSkill.class, "complaints.txt")
                        .byIntent()
                        .keySet());
    }

    @Test
    void texts_are_short_and_speak_to_an_adult() {
        assertThat(sentences())
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence)
                        .hasSizeLessThanOrEqualTo(30)
                        .doesNotContainPattern("てあげ|ちゃん|ましょうね|いい子|えらい|させていただ|ね$")
                        .matches(".*(です|ます|ました|ません|ください|ますか|ですか|ましょうか|はい)"));
    }

    @Test
    void nothing_is_claimed_before_the_act() {
        assertThat(replies()).allSatisfy(reply -> {
            boolean claimed = false;
            for (Reply.Step step : reply.steps()) {
                assertThat(claimed && step instanceof Reply.Step.Do).isFalse();
                claimed |= step instanceof Reply.Step.Say say && say.text().contains("ました");
            }
        });
    }

    @Test
    void the_manifest_tells_what_the_code_does() {
        assertThat(manifest).contains("name: " + spec.name() + "\n");
        assertThat(first("needs: \\[(.*)]").split(", "))
                .containsExactlyInAnyOrderElementsOf(replies()
                        .flatMap(Reply::actions)
                        .map(Action::name)
                        .distinct()
                        .toList());
        assertThat(effects())
                .isEqualTo(spec.intents().stream()
                        .collect(Collectors.toMap(
                                SkillSpec.Intent::name,
                                intent -> effect(Stream.of(TURN, UNSURE).map(intent.answer())))));
    }

    @Test
    void the_code_declares_exactly_the_acts_that_it_asks_for() {
        assertThat(spec.needs())
                .isEqualTo(
                        replies().flatMap(Reply::actions).map(Action::getClass).collect(Collectors.toSet()));
    }

    private Map<String, String> effects() {
        return Pattern.compile("(?m)^  ([\\w/]+): \\{ effect: (\\w+) }")
                .matcher(manifest)
                .results()
                .collect(Collectors.toMap(line -> line.group(1), line -> line.group(2)));
    }

    private static String effect(Stream<Reply> replies) {
        return replies.flatMap(Reply::actions)
                .map(Action::leastEffect)
                .reduce(Effect.NONE, Effect::or)
                .name()
                .toLowerCase(Locale.ROOT);
    }

    private String first(String pattern) {
        MatchResult line =
                Pattern.compile(pattern).matcher(manifest).results().findFirst().orElseThrow();
        return line.group(1);
    }

    private Stream<Reply> replies() {
        return spec.intents().stream().flatMap(intent -> Stream.of(TURN, BARE).map(intent.answer()));
    }

    private Stream<String> phrases() {
        return spec.intents().stream().flatMap(intent -> intent.phrases().stream());
    }

    private static Stream<String> phrasesOf(String name) {
        return Phrases.beside(CareSkill.class, "phrases.txt").of(name).stream();
    }

    /** The sentences that are spoken, without those that the staff read. */
    private static Stream<String> sentences() {
        return Texts.beside(CareSkill.class, "texts.properties").byKey().entrySet().stream()
                .filter(text -> !text.getKey().matches("(reason|complaint|family|role).*"))
                .flatMap(text -> Arrays.stream(text.getValue().split("。")));
    }

    private static String read(String resource) {
        try (InputStream in = CareSkill.class.getResourceAsStream(resource)) {
            return new String(assertThat(in).isNotNull().actual().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
