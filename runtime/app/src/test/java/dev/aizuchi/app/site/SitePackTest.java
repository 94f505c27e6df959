package dev.aizuchi.app.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aizuchi.care.CareSkill;
import dev.aizuchi.conversation.ConversationSkill;
import dev.aizuchi.documents.LuceneRetriever;
import dev.aizuchi.event.Percept;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.robot.Action.CallHuman;
import dev.aizuchi.robot.Place;
import dev.aizuchi.skill.Skill;
import dev.aizuchi.testkit.Setup;
import dev.aizuchi.testkit.TestAgent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole agent with a pack on the simulated floor: what the pack says is heard. */
final class SitePackTest {
    private static final List<Skill> SKILLS = List.of(new CareSkill(), new ConversationSkill());

    @TempDir
    private Path folder;

    private SitePack pack = SitePack.none();

    @BeforeEach
    void write() throws IOException {
        Path written = folder.resolve("my-site");
        new SiteTemplate("my-site").write(written);
        // By the archive, so that what lies in it is seen to last as long as it is needed.
        pack = SitePack.open(PackFiles.zip(written, folder.resolve("my-site.jar")), SKILLS);
    }

    @AfterEach
    void close() {
        pack.close();
    }

    @Test
    void a_skills_sentence_is_heard_in_the_sites_words() {
        agent().hears("今日のご飯は何ですか").says("食堂の入口でご覧になれます");
    }

    @Test
    void the_engines_own_sentence_is_heard_in_the_sites_words() {
        agent().hears("ぴぽぱぽ").says("うまくうかがえませんでした");
    }

    @Test
    void an_added_phrase_reaches_its_intent() throws IOException {
        Path own = PackFiles.write(
                folder.resolve("own"), Map.of("site.yaml", "name: 園\n", "phrases/care.txt", "[bring_tea]\nいつもの一番星\n"));
        TestAgent.on(Setup.usual(), SKILLS, PhraseInterpreter::of, "")
                .hears("いつもの一番星")
                .doesNotUnderstand();
        try (SitePack added = SitePack.open(own, SKILLS)) {
            TestAgent.on(Setup.usual(), added.skills(SKILLS, "職員"), PhraseInterpreter::of, "", added.wiring(null))
                    .hears("いつもの一番星")
                    .understands("bring_tea")
                    .commands("navigate");
        }
    }

    @Test
    void a_place_is_reached_by_its_other_name() {
        agent().hears("ダイニングの電気をつけて").says("食堂の明かりをつけます").commands("light");
    }

    @Test
    void the_way_to_a_place_is_told_also_by_its_other_name() {
        agent().hears("ラウンジはどこですか").says("談話室は2階にあります。エレベーターを降りて、右手にあります");
    }

    @Test
    void a_document_answers() {
        try (LuceneRetriever documents = LuceneRetriever.open(pack.documents().orElseThrow(), null)) {
            TestAgent.on(Setup.usual(), pack.skills(SKILLS, "スタッフ"), PhraseInterpreter::of, "", pack.wiring(documents))
                    .hears("面会は何時までですか")
                    .says("ひまわり園のご案内によりますと、面会時間は午前10時から午後4時までです");
        }
    }

    @Test
    void roles_are_called_as_the_site_calls_them() {
        agent().hears("看護師さんを呼んで").says("看護師さんを呼びました");
        agent().hears("天気はどうですか").says("スタッフにおたずねください");
    }

    @Test
    void the_robot_has_the_personas_name_and_is_called_by_it() {
        agent().hears("あなたは誰ですか").says("私はロボットのひまりです。人間ではありません");
        agent().perceives(new Percept.Speaker("伊藤", "山本"))
                .hears("ひまりさん、お水を持ってきて")
                .understands("bring_water");
    }

    @Test
    void a_role_that_nobody_has_is_taken_by_another() throws IOException {
        Path own = PackFiles.write(
                folder.resolve("own"),
                Map.of("site.yaml", "name: 園\nroles:\n  nurse: { spoken: 夜勤の者, call: caregiver }\n"));
        try (SitePack nightly = SitePack.open(own, SKILLS)) {
            TestAgent.on(Setup.usual(), nightly.skills(SKILLS, "職員"), PhraseInterpreter::of, "", nightly.wiring(null))
                    .hears("看護師さんを呼んで")
                    .commands(new CallHuman("caregiver", new Place("101号室"), "ご本人からの呼び出し", false))
                    .says("夜勤の者を呼びました");
        }
    }

    @Test
    void a_pack_that_names_what_no_skill_has_does_not_open() throws IOException {
        Path own = PackFiles.write(
                folder.resolve("own"),
                Map.of(
                        "site.yaml", "name: 園\n",
                        "texts/care.properties", "nurse.caled=呼びました。\nwater.going={thing}をお持ちします。\n"));
        assertThatThrownBy(() -> SitePack.open(own, SKILLS))
                .isInstanceOf(SitePackException.class)
                .hasMessageContaining("care.properties:1: unknown key nurse.caled; did you mean nurse.called?")
                .hasMessageContaining("care.properties:2: water.going has no placeholder {thing}");
    }

    @Test
    void no_pack_changes_nothing() {
        assertThat(SitePack.none().defaults()).isEmpty();
        assertThat(SitePack.none().sentences()).isEmpty();
        assertThat(SitePack.none().answering(null)).isEmpty();
    }

    private TestAgent agent() {
        return TestAgent.on(
                Setup.usual(),
                pack.skills(SKILLS, pack.site(new Place("101号室")).askWhom()),
                PhraseInterpreter::of,
                "",
                pack.wiring(null));
    }
}
