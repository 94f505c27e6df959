package dev.aizuchi.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Normalizer;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.kana.LexiconEntry;
import dev.aizuchi.robot.Capability;
import dev.aizuchi.robot.Capability.Limit;
import dev.aizuchi.robot.Effect;
import dev.aizuchi.robot.Place;
import dev.aizuchi.robot.RobotProfile;
import dev.aizuchi.skill.Phrases;
import dev.aizuchi.skill.Reply;
import dev.aizuchi.skill.SkillSpec;
import dev.aizuchi.skill.Slot;
import dev.aizuchi.skill.Vocabulary;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SlotFillingTest {
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 4, 1, 10, 0, 0, 0, ZoneId.of("Asia/Tokyo"));
    private static final Phrases NEAR = Phrases.beside(SlotFillingTest.class, "things.txt");
    private static final Map<String, Slot<?>> SLOTS = Stream.of(
                    Slot.time("time"),
                    Slot.date("date"),
                    Slot.moment("moment"),
                    Slot.amount("delta_c", "℃"),
                    Slot.amount("temp_c", "℃"),
                    Slot.amount("angle_deg", "°"),
                    Slot.amount("distance_m", "m"),
                    Slot.amount("depth_cm", "cm"),
                    Slot.amount("amount_yen", "円"),
                    Slot.number("count"),
                    Slot.number("pain_scale"),
                    Slot.amount("floor", "階"),
                    Slot.number("red").near(List.of("赤")),
                    Slot.number("yellow").near(List.of("黄")),
                    Slot.number("green").near(List.of("緑")),
                    Slot.number("injured").near(NEAR.of("near injured")),
                    Slot.number("trapped").near(NEAR.of("near trapped")),
                    Slot.phone("phone"),
                    Slot.choice("item", Vocabulary.beside(SlotFillingTest.class, "things.txt", "item")),
                    Slot.choice("items", Vocabulary.beside(SlotFillingTest.class, "things.txt", "item")),
                    Slot.choice("body_part", Vocabulary.beside(SlotFillingTest.class, "things.txt", "body_part")),
                    Slot.choice("color", Vocabulary.beside(SlotFillingTest.class, "things.txt", "color")),
                    Slot.person("person"),
                    Slot.person("host").near(NEAR.of("near host")),
                    Slot.person("visitor").near(NEAR.of("near visitor")),
                    Slot.place("place"),
                    Slot.text("message"),
                    Slot.text("note", List.of(Pattern.compile("に(.+)と伝えて"))))
            .collect(Collectors.toMap(Slot::name, Function.identity()));

    private final Normalizer normalizer = new Normalizer();
    private final SlotFilling filling = new SlotFilling(
            new PlaceSlots(SlotFillingTest::profile, new Place("101号室"), new Lexicon(List.of())),
            new Lexicon(List.of(
                    new LexiconEntry("田中", "たなか", -1, "person", "さん", List.of()),
                    new LexiconEntry("加藤", "かとう", -1, "person", "さん", List.of()))),
            List.of("ロボット"));

    private static RobotProfile profile() {
        Limit places = new Limit.OneOf("place", List.of("食堂", "トイレ", "廊下", "101号室", "102号室"));
        Capability navigate = new Capability("navigate", Effect.REVERSIBLE, true, List.of(places));
        return new RobotProfile("test", List.of(navigate), 0.1, Duration.ofSeconds(1));
    }

    static Stream<Arguments> rows() {
        return DataFile.read(SlotFillingTest.class, "slots-dev.tsv").rows("rows", 3).stream()
                .map(row -> Arguments.of(row.get(0), row.get(1), row.get(2)));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("rows")
    void finds_what_is_said(String slots, String utterance, String expected) {
        assertThat(written(fill(slots, Map.of(), utterance))).isEqualTo(sorted(expected));
    }

    @Test
    void takes_what_stood_in_a_hole_before_what_stands_elsewhere() {
        SlotFilling.Filled filled = fill("item message", Map.of("item", "お茶", "message", "すぐ行く"), "水はあるのでお茶をください");
        assertThat(filled.slots()).containsEntry("item", "お茶").containsEntry("message", "すぐ行く");
    }

    @Test
    void keeps_the_words_that_were_said() {
        SlotFilling.Filled filled = fill("date temp_c item", Map.of(), "明日は二十六度にして、ブランケットも");
        assertThat(filled.words())
                .containsEntry("date", "明日")
                .containsEntry("temp_c", "二十六度")
                .containsEntry("item", "ブランケット");
    }

    @Test
    void tells_what_a_time_may_mean_when_it_is_not_clear() {
        SlotFilling.Open open = fill("time", Map.of(), "8時にお願い").open().orElseThrow();
        assertThat(open.values()).containsExactly("08:00", "20:00");
        assertThat(open.said()).isEqualTo("8時");
    }

    @Test
    void asks_for_a_place_that_the_site_does_not_have() {
        SlotFilling.Filled filled = fill("place", Map.of("place", "屋上"), "屋上に行って");
        assertThat(filled.open().orElseThrow().said()).isEqualTo("屋上");
        assertThat(filled.slots()).doesNotContainKey("place");
    }

    @Test
    void names_a_place_that_the_site_lacks_where_the_slot_takes_it() {
        Vocabulary needs = new Vocabulary(Map.of("喫煙所", List.of("喫煙所", "たばこ")));
        List<Pattern> around = List.of(Pattern.compile("([^、。のをへに]+(?:室|食堂))"));
        SkillSpec.Intent intent = intent(List.of(Slot.anyPlace("place", needs, around)));
        Function<String, Map<String, String>> places =
                said -> filling.fill(intent, Map.of(), said, NOW).slots();
        assertThat(places.apply("たばこを吸いたい")).containsEntry("place", "喫煙所");
        assertThat(places.apply("処置室に来いと言われた")).containsEntry("place", "処置室");
        assertThat(places.apply("食堂の電気をつけて")).containsEntry("place", "食堂");
        assertThat(places.apply("住所が変わった")).isEmpty();
    }

    @Test
    void of_two_things_that_one_goes_for_the_one_listed_first_tells_where() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        words.put("食堂", List.of("ご飯"));
        words.put("トイレ", List.of("手を洗"));
        SkillSpec.Intent intent = intent(List.of(Slot.place("place", new Vocabulary(words))));
        assertThat(filling.fill(intent, Map.of(), "手を洗ったらご飯を食べたい", NOW).slots()).containsEntry("place", "食堂");
    }

    @Test
    void takes_what_goes_without_saying_only_where_nothing_is_said() {
        Slot<Integer> injured = Slot.number("injured")
                .near(List.of("負傷者"))
                .implied("0", List.of(Pattern.compile("負傷者なし")))
                .implied("1", List.of(Pattern.compile("負傷者がいる")));
        SkillSpec.Intent intent = intent(List.of(injured));
        Function<String, Map<String, String>> counts =
                said -> filling.fill(intent, Map.of(), said, NOW).slots();
        assertThat(counts.apply("負傷者なし")).containsEntry("injured", "0");
        assertThat(counts.apply("負傷者がいる")).containsEntry("injured", "1");
        assertThat(counts.apply("負傷者三名、負傷者なしの班は撤収")).containsEntry("injured", "3");
        assertThat(counts.apply("異常なし")).isEmpty();
    }

    @Test
    void a_word_beside_which_values_stand_is_no_part_of_another_word() {
        SkillSpec.Intent intent = intent(List.of(Slot.number("red").near(List.of("赤"))));
        assertThat(filling.fill(intent, Map.of(), "赤二名", NOW).slots()).containsEntry("red", "2");
        assertThat(filling.fill(intent, Map.of(), "赤ちゃん二人", NOW).slots()).isEmpty();
    }

    @Test
    void a_thing_is_told_by_what_it_is_and_by_its_sound_only_where_that_was_written() {
        Map<String, List<String>> words = Map.of(
                "箱",
                List.of("箱"),
                "書類",
                List.of("資料"),
                "診察",
                List.of("診察"),
                "一班",
                List.of("1班"),
                "リハビリ",
                List.of("訓練"));
        SkillSpec.Intent intent = intent(List.of(Slot.choice("thing", new Vocabulary(words))));
        Function<String, Map<String, String>> things =
                said -> filling.fill(intent, Map.of(), said, NOW).slots();
        assertThat(things.apply("資料の箱を二つ")).containsEntry("thing", "箱");
        assertThat(things.apply("東都印刷の三枝です")).isEmpty();
        assertThat(things.apply("しんさつに来ました")).containsEntry("thing", "診察");
        assertThat(things.apply("箱を二箱")).containsEntry("thing", "箱");
        assertThat(things.apply("ビールを二箱")).isEmpty();
        assertThat(things.apply("各班、点呼")).isEmpty();
        assertThat(things.apply("三時に起こしてくれんね")).isEmpty();
        assertThat(things.apply("箱は見なくていい、資料を見て")).containsEntry("thing", "書類");
    }

    @Test
    void a_name_has_no_san_wherever_it_stood() {
        assertThat(fill("person", Map.of("person", "岡本さん"), "岡本さんはいますか").slots())
                .containsEntry("person", "岡本");
        assertThat(fill("person", Map.of("person", "西園寺様"), "西園寺様はいますか").slots())
                .containsEntry("person", "西園寺");
    }

    @Test
    void knows_carriers_and_legal_forms() {
        Slot<?> company = Slot.company("company");
        Function<String, List<String>> named = said -> filling.answer(company, said, NOW).stream()
                .flatMap(found -> found.values().stream())
                .toList();
        assertThat(named.apply("クロネコです")).containsExactly("クロネコ");
        assertThat(named.apply("株式会社みのりの者です")).containsExactly("株式会社みのり");
        assertThat(named.apply("経営企画の小暮です")).isEmpty();
    }

    @Test
    void counts_things_by_any_counter_but_no_people() {
        Slot<?> count = Slot.amount("count", "個");
        assertThat(filling.answer(count, "三箱です", NOW).orElseThrow().values()).containsExactly("3");
        assertThat(filling.answer(count, "二個口です", NOW).orElseThrow().values()).containsExactly("2");
        assertThat(filling.answer(count, "一人では重い", NOW)).isEmpty();
    }

    @Test
    void here_is_where_the_speaker_is() {
        assertThat(fill("place", Map.of("place", "ここ"), "ここに来て").slots()).containsEntry("place", "101号室");
    }

    @Test
    void reads_an_answer_to_a_question() {
        Slot<?> time = Slot.time("time");
        assertThat(filling.answer(time, "午後です、8時", NOW).orElseThrow().values()).containsExactly("20:00");
        assertThat(filling.answer(time, "わからない", NOW)).isEmpty();
        assertThat(filling.answer(Slot.place("place"), "トイレです", NOW)
                        .orElseThrow()
                        .values())
                .containsExactly("トイレ");
    }

    @Test
    void never_throws_and_stays_inside_whatever_is_said() {
        Random random = new Random(8);
        String letters =
                "お茶水時半さん、。いやじゃなくて二十九99999999999999999度分円赤階明日\u0000\ud83d\ude00\ud800ﾊﾟ{}%\\$^〜ー\u200b田中様です毎朝後前から";
        List<Slot<?>> all = List.copyOf(SLOTS.values());
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String said = text.toString();
            SlotFilling.Filled filled = filling.fill(intent(all), Map.of("item", "$1", "other", said), said, NOW);
            Heard heard = filling.heard(said, all, NOW);
            for (Slot<?> slot : all) {
                assertThat(filling.named().of(slot, heard))
                        .allSatisfy(found ->
                                assertThat(found.span().of(heard.text())).isNotEmpty());
                String value = filled.slots().get(slot.name());
                assertThat(value == null || SlotFilling.takes(slot, value)).isTrue();
            }
        }
    }

    private SlotFilling.Filled fill(String slots, Map<String, String> holes, String utterance) {
        List<Slot<?>> declared =
                Stream.of(slots.split(" ")).<Slot<?>>map(SLOTS::get).toList();
        return filling.fill(intent(declared), holes, normalizer.normalize(utterance), NOW);
    }

    private static SkillSpec.Intent intent(List<Slot<?>> slots) {
        return new SkillSpec.Intent("test", List.of("例"), turn -> Reply.nothing(), slots);
    }

    private static String written(SlotFilling.Filled filled) {
        Map<String, String> all = new TreeMap<>();
        filled.slots().forEach((name, value) -> all.put(name + "=" + value, ""));
        filled.open().ifPresent(open -> all.put(open.slot() + "?", ""));
        return String.join(" ", all.keySet());
    }

    private static String sorted(String expected) {
        return Stream.of(expected.split(" "))
                .filter(part -> !part.isEmpty())
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
