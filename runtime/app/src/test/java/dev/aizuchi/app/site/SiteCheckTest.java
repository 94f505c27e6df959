package dev.aizuchi.app.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.care.CareSkill;
import dev.aizuchi.conversation.ConversationSkill;
import dev.aizuchi.japanese.PhraseInterpreter;
import dev.aizuchi.skill.Skill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SiteCheckTest {
    private static final List<Skill> SKILLS = List.of(new CareSkill(), new ConversationSkill());
    private static final String GOOD = "name: 園\n";

    private final SiteCheck check = new SiteCheck(
            SKILLS, skill -> SKILLS.stream().filter(other -> other != skill).toList(), PhraseInterpreter::of);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"my-site", "ひまわり園", "site_2"})
    void a_new_pack_passes(String name) throws IOException {
        new SiteTemplate(name).write(folder.resolve(name));
        assertThat(check.check(folder.resolve(name))).isEmpty();
    }

    @Test
    void every_fault_of_the_site_file_is_told_with_its_line_and_cure() throws IOException {
        assertThat(faults(Map.of("site.yaml", """
                nmae: 園
                keigo: polit
                robot-names: ロボ
                places:
                  - name: 食堂
                    other-name: [ダイニング]
                  - floor: 2階
                  - name: 談話室
                    other-names: [食堂, らうんじ, ラウンジ, ラウンジ]
                    way: あっちだよ
                roles:
                  nurce: { spoken: 看護師 }
                  robot: { spoken: ロボ }
                persona:
                  name: [ひまり]
                """)))
                .containsExactly(
                        "site.yaml:1: the site has no name; add name: as people there call it",
                        "site.yaml:1: unknown key nmae; did you mean name?",
                        "site.yaml:2: keigo cannot be polit; did you mean polite?",
                        "site.yaml:3: robot-names takes a list: [A, B], or a line beginning with - for each",
                        "site.yaml:6: unknown key other-name; did you mean other-names?",
                        "site.yaml:7: a place without a name; add name:, as it stands on the robot's map",
                        "site.yaml:9: らうんじ would be found inside of other words; write it in kanji or katakana",
                        "site.yaml:9: ラウンジ is a name of 談話室 already; each name means one place",
                        "site.yaml:9: 食堂 is a name of 食堂 already; each name means one place",
                        "site.yaml:10: あっちだよ has too_casual in だよ; rather あっちですよ",
                        "site.yaml:12: no skill calls for a role nurce; did you mean nurse?",
                        "site.yaml:13: the robot's own name stands under persona: name",
                        "site.yaml:15: name takes one text, no list and no map");
    }

    @Test
    void every_fault_of_the_phrases_is_told() throws IOException {
        assertThat(faults(Map.of(
                        "site.yaml",
                        GOOD,
                        "phrases/care.txt",
                        """
                お茶
                [bring_tee]
                緑茶
                [bring_tea]
                明かりをつけて。
                そば茶がほしいな
                そば茶はやめて
                {tea}をください
                [bring_water]
                そば茶がほしいな
                """,
                        "phrases/car.txt",
                        "[a]\nb\n",
                        "phrases/notes.md",
                        "")))
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("phrases/car.txt:1: no skill car; did you mean care?"),
                        fault -> assertThat(fault).startsWith("phrases/care.txt:1: a phrase before the first [intent]"),
                        fault -> assertThat(fault)
                                .startsWith("phrases/care.txt:2: the skill care has no intent bring_tee; did you mean"
                                        + " bring_tea?"),
                        fault -> assertThat(fault)
                                .startsWith("phrases/care.txt:5: 明かりをつけて。 belongs to light_on of the skill care"
                                        + " already"),
                        fault -> assertThat(fault).startsWith("phrases/care.txt:7: そば茶はやめて stops or releases"),
                        fault -> assertThat(fault).startsWith("phrases/care.txt:8: bring_tea has no slot {tea}"),
                        fault -> assertThat(fault)
                                .startsWith("phrases/care.txt:10: そば茶がほしいな stands under bring_tea in ")
                                .endsWith("phrases/care.txt:6 too; keep one"),
                        fault -> assertThat(fault).startsWith("phrases/notes.md:1: is not read; name it SKILL.txt"));
    }

    @Test
    void every_fault_of_the_sentences_is_told() throws IOException {
        assertThat(faults(Map.of(
                        "site.yaml",
                        GOOD,
                        "texts/care.properties",
                        """
                # In this site's words.
                nurse.caled=呼びました。
                end=じゃあ、\\
                  また呼んで。
                water.going=お水をお持ちしました。
                thing.brought=お持ちしました。
                tea.going={item}をお持ちします。
                nurse.called=ナースを呼びました。
                light.on=
                light.off=消します。
                light.off=消灯します。
                """,
                        "texts/engine.properties",
                        "resumed={who}が動きます。\n")))
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .isEqualTo("texts/care.properties:2: unknown key nurse.caled; did you mean"
                                        + " nurse.called?"),
                        fault -> assertThat(fault).startsWith("texts/care.properties:3: じゃあ、また呼んで。 has"),
                        fault -> assertThat(fault)
                                .startsWith("texts/care.properties:5: お水をお持ちしました。 claims an act as done"),
                        fault -> assertThat(fault).startsWith("texts/care.properties:6: thing.brought has lost {item}"),
                        fault -> assertThat(fault)
                                .startsWith("texts/care.properties:7: tea.going has no placeholder {item}"),
                        fault -> assertThat(fault).startsWith("texts/care.properties:9: light.on is empty"),
                        fault -> assertThat(fault)
                                .isEqualTo("texts/care.properties:11: light.off stands in line 10 too; keep one"),
                        fault -> assertThat(fault)
                                .startsWith("texts/engine.properties:1: resumed has no placeholder {who}"));
    }

    @Test
    void plain_sentences_pass_where_the_site_wants_them() throws IOException {
        Map<String, String> files = Map.of("site.yaml", GOOD, "texts/care.properties", "end=わかった。また呼んで。\n");
        assertThat(faults(files)).hasSize(1).first().asString().contains("too_casual");
        assertThat(faults(Map.of("site.yaml", GOOD + "keigo: plain\n"))).isEmpty();
    }

    @Test
    void every_document_that_cannot_be_read_is_told() throws IOException {
        Path pack = PackFiles.write(
                folder, Map.of("site.yaml", GOOD, "documents/a.md", "面会は4時までです。\n", "documents/e.docx", "x"));
        Files.write(pack.resolve("documents/b.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        Files.writeString(pack.resolve("documents/c.pdf"), "no PDF");
        assertThat(faults())
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("documents/b.txt:1: is not UTF-8 text"),
                        fault -> assertThat(fault).startsWith("documents/c.pdf:1: "),
                        fault -> assertThat(fault).startsWith("documents/e.docx:1: says nothing"));
    }

    @Test
    void every_bad_line_of_the_lexicon_is_told_and_no_name_stands_twice() throws IOException {
        assertThat(faults(Map.of(
                        "site.yaml", GOOD + "places: [{ name: 談話室 }]\n", "lexicon.tsv", "東海林\n談話室\tだんわしつ\nA\tえー\tx\n")))
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("lexicon.tsv:1: has no reading"),
                        fault -> assertThat(fault).startsWith("lexicon.tsv:3: "));
        assertThat(faults(Map.of("lexicon.tsv", "談話室\tだんわしつ\n")))
                .containsExactly("site.yaml:2: 談話室 stands in lexicon.tsv too; keep it here and remove it there");
    }

    @Test
    void what_nobody_reads_and_what_is_no_yaml_is_told() throws IOException {
        assertThat(faults(Map.of("site.yaml", "name: [", "lexcon.tsv", "", "phrase/care.txt", "")))
                .satisfiesExactly(
                        fault -> assertThat(fault).isEqualTo("lexcon.tsv:1: is not read; did you mean lexicon.tsv?"),
                        fault -> assertThat(fault).isEqualTo("phrase:1: is not read; did you mean phrases?"),
                        fault -> assertThat(fault).startsWith("site.yaml:1: not YAML"));
    }

    private List<String> faults(Map<String, String> files) throws IOException {
        PackFiles.write(folder, files);
        return faults();
    }

    private List<String> faults() {
        return check.check(folder).stream()
                .map(fault -> fault.toString().replaceFirst("^\\Q" + folder + "/\\E", ""))
                .toList();
    }
}
