package dev.aizuchi.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.robot.Place;
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
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hold phrases, texts and manifest to what they promise. */
final class ConversationDataTest {
    private static final Turn TURN = new Turn(
            "", "", Map.of(), new Place("101号室"), "", ZonedDateTime.parse("2026-11-25T12:00:00+09:00[Asia/Tokyo]"));

    private final SkillSpec spec = new ConversationSkill().spec();
    private final String manifest = read("/META-INF/aizuchi/conversation/skill.yaml");

    @Test
    void is_found_as_a_skill() {
        assertThat(ServiceLoader.load(Skill.class)).hasAtLeastOneElementOfType(ConversationSkill.class);
    }

    @Test
    void every_intent_has_enough_examples() {
        assertThat(spec.intents())
                .hasSize(15)
                .allSatisfy(
                        intent -> assertThat(intent.phrases()).as(intent.name()).hasSizeGreaterThanOrEqualTo(10));
    }

    @Test
    void no_phrase_stands_twice() {
        assertThat(phrases()).doesNotHaveDuplicates();
    }

    @Test
    void no_phrase_would_stop_or_resume_the_robot() {
        assertThat(phrases()).noneMatch(phrase -> phrase.matches(".*(止ま|待っ(?!て[るまい]|と)|ストップ|やめ|危な|再開|続け|動いて).*"));
    }

    @Test
    void texts_are_short_and_speak_to_an_adult() {
        Stream<String> sentences = Texts.beside(ConversationSkill.class, "texts.properties").byKey().values().stream()
                .flatMap(text -> Arrays.stream(text.split("。")));
        assertThat(sentences)
                .isNotEmpty()
                .allSatisfy(sentence -> assertThat(sentence)
                        .hasSizeLessThanOrEqualTo(30)
                        .doesNotContainPattern("てあげ|ちゃん|ましょうね|いい子|えらい|させていただ|ね$|だ$|よ$"));
    }

    @Test
    void never_acts() {
        assertThat(spec.needs()).isEmpty();
        assertThat(spec.intents().stream().map(intent -> intent.answer().apply(TURN)))
                .isNotEmpty()
                .allMatch(reply -> reply.actions().findAny().isEmpty());
    }

    @Test
    void only_pleasantries_are_small_talk() {
        assertThat(spec.intents().stream()
                        .filter(intent -> intent.answer().apply(TURN).steps().stream()
                                .anyMatch(step -> step instanceof Reply.Step.Talk
                                        || (step instanceof Reply.Step.Say say && say.smallTalk())))
                        .map(SkillSpec.Intent::name))
                .containsExactlyInAnyOrder(
                        "attention",
                        "greeting",
                        "good_night",
                        "thanks",
                        "farewell",
                        "will_wait",
                        "small_talk",
                        "company",
                        "how_are_you");
    }

    @Test
    void the_manifest_tells_what_the_code_does() {
        assertThat(manifest).contains("name: " + spec.name() + "\n", "needs: []\n");
        assertThat(Pattern.compile("(?m)^  (\\w+): \\{ effect: none }")
                        .matcher(manifest)
                        .results()
                        .map(line -> line.group(1)))
                .containsExactlyInAnyOrderElementsOf(
                        spec.intents().stream().map(SkillSpec.Intent::name).toList());
    }

    private Stream<String> phrases() {
        return spec.intents().stream().flatMap(intent -> intent.phrases().stream());
    }

    private static String read(String resource) {
        try (InputStream in = ConversationSkill.class.getResourceAsStream(resource)) {
            return new String(assertThat(in).isNotNull().actual().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
