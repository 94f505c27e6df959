package dev.aizuchi.japanese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aizuchi.language.Interpreter.Caution;
import dev.aizuchi.language.Interpreter.Intent;
import dev.aizuchi.language.Interpreter.Match;
import dev.aizuchi.language.TextEncoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hold understanding to what people mean, without an encoder unless a test says so. */
final class PhraseInterpreterTest {
    private static final List<Intent> CARE = BenchmarkSets.intents("care");
    private static final PhraseInterpreter INTERPRETER = PhraseInterpreter.of(CARE);
    private static final PhraseInterpreter FETCH =
            PhraseInterpreter.of(List.of(new Intent("fetch", List.of("お茶を取ってきて", "{thing}を持ってきて"))));

    private static final Map<String, PhraseInterpreter> LEARNT = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "トイレ行きたい,toilet",
        "お手洗いに連れてってください,toilet",
        "お水持ってきてもらえますか,water",
        "のどがかわいた,water",
        "看護師さん呼んでください,nurse",
        "電気を点けて,light_on",
        "あかりを消してください,light_off",
        "といれにいきたい,toilet"
    })
    void particles_politeness_and_spelling_do_not_matter(String text, String intent) {
        assertThat(intentOf(text)).isEqualTo(intent);
    }

    @ParameterizedTest
    @CsvSource({
        "トイレ行きたいねん,toilet",
        "水くれへん,water",
        "水持ってきてえな,water",
        "看護師さん呼んでんか,nurse",
        "こけてしもた,nurse",
        "暗うて見えへんわ,light_on",
        "電気つけてくれはる,light_on",
        "電気消してほしいねん,light_off"
    })
    void kansai_is_understood(String text, String intent) {
        assertThat(intentOf(text)).isEqualTo(intent);
    }

    /** 「教えてよ」 alone is the phrase but for its ending; of what, the whole sentence says. */
    @Test
    void a_part_that_is_a_phrase_settles_nothing_where_the_rest_names_another_thing() {
        PhraseInterpreter interpreter = PhraseInterpreter.of(
                List.of(new Intent("no_need", List.of("教えてくれるだけでいい")), new Intent("privacy", List.of("社長の携帯番号を教えて"))));

        assertThat(interpreter.interpret("佐々木先生の携帯番号、教えてよ"))
                .extracting(Match::intent)
                .isNotEqualTo(List.of("no_need"));
    }

    @ParameterizedTest
    @CsvSource({
        "電気をつけて,light_on",
        "電気を消して,light_off",
        "部屋を明るくして,light_on",
        "部屋を暗くして,light_off",
        "電気つけっぱなしやで,light_off",
        "電気がつけっぱなしだよ,light_off",
        "もう明かりはいらない,light_off"
    })
    void opposites_are_kept_apart(String text, String intent) {
        assertThat(INTERPRETER.interpret(text)).extracting(Match::intent).containsExactly(intent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"電気つけっぱなしでいいよ", "電気はつけっぱなしにしておいて", "電気つけっぱなしで寝たい"})
    void what_shall_stay_on_is_not_put_out(String text) {
        assertThat(INTERPRETER.interpret(text)).extracting(Match::intent).doesNotContain("light_off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "電気をつけないで",
                "電気は消さなくていいです",
                "お水はいりません",
                "水はもういいです",
                "看護師さんは呼ばなくて大丈夫",
                "看護師さん呼ばんでええよ",
                "電気消さんといて",
                "トイレは行かなくていいよ",
                "水はやめとくわ",
                "お水は結構です",
                "看護師さんは呼ばないでください",
                "お水を持ってきてって言ったけど、もういらない",
                "電気をつけました",
                "水は飲みたくない",
                "明かりは消さないでください",
                "誰も来てくれない",
                "電気をつけちゃだめ",
                "電気は消さないでおいて、すぐ戻るから",
                "水は要らん、さっき飲んだで",
                "電気つけんといて"
            })
    void what_is_declined_or_done_is_not_asked_for(String text) {
        assertThat(INTERPRETER.interpret(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "看護師さんは優しいね",
                "看護師さんがよく来てくれます",
                "看護師さんは何人いるの",
                "さっき水を飲んだ",
                "トイレはきれいだった",
                "電気がついているね",
                "水を持ってきてくれてありがとう",
                "昔、転んだことがある",
                "もう痛くない"
            })
    void remarks_reports_and_questions_are_no_requests(String text) {
        assertThat(INTERPRETER.interpret(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"お茶、じゃなくてお水ください,water", "電気をつけて、いや、消して,light_off", "電気消して、じゃなくて、つけて,light_on", "お水、違う、看護師さんを呼んで,nurse"})
    void a_correction_counts_and_not_what_it_takes_back(String text, String intent) {
        assertThat(INTERPRETER.interpret(text)).extracting(Match::intent).containsExactly(intent);
    }

    @ParameterizedTest
    @CsvSource({"水ば持ってきてくれんね,water", "便所さ行きてえ,toilet", "水けろ,water", "電気ばつけて,light_on", "看護師さん呼んでけろ,nurse"})
    void kyushu_and_tohoku_are_understood(String text, String intent) {
        assertThat(intentOf(text)).isEqualTo(intent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "今日の株価は",
                "野球どうなった",
                "ほげふがぴよ",
                "おはようございます",
                "カレーの作り方を教えて",
                "今何時ですか",
                "テレビをつけて",
                "新聞を取ってきて",
                "いい天気ですね",
                "窓を開けて",
                "",
                "…",
                "あ",
                "SELECT * FROM users",
                "😀😀😀",
                "はい"
            })
    void what_is_no_intent_is_not_understood(String text) {
        assertThat(INTERPRETER.interpret(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "すみません、ちょっと喉が渇いちゃって、お水もらえますか,water",
        "えーと、ちょっと悪いんだけど、電気消してくれる,light_off",
        "もう眠いから電気を消してください,light_off",
        "すみませんちょっとトイレに行きたいんですけど,toilet",
        "トイレじゃなくてお水をください,water"
    })
    void the_wish_is_found_within_a_longer_sentence(String text, String intent) {
        assertThat(intentOf(text)).isEqualTo(intent);
    }

    @ParameterizedTest
    @CsvSource({
        "新聞を持ってきてください,新聞",
        "冷蔵庫からジュースを持ってきて,ジュース",
        "眼鏡持ってきてえな,眼鏡",
        "すみません、あの棚の薬箱を持ってきてもらえますか,あの棚の薬箱",
        "冷たいお茶を持ってきて,冷たいお茶",
        "お茶とお菓子を持ってきて,お茶とお菓子",
        "本を三冊持ってきて,本",
        "三番の箱を持ってきて,3番の箱"
    })
    void a_hole_takes_the_noun_phrase_beside_it(String text, String thing) {
        List<Match> matches = FETCH.interpret(text);
        assertThat(matches).hasSize(1);
        assertThat(matches.get(0).slots()).isEqualTo(Map.of("thing", thing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"持ってきて", "を持ってきて", "何を持ってきて", "新聞を持ってこないで", "田中さんに電話して", "お茶はいりません", "冷蔵庫から持ってきて"})
    void a_hole_is_never_empty(String text) {
        assertThat(FETCH.interpret(text))
                .allMatch(match -> match.slots().values().stream()
                        .noneMatch(value -> value.isBlank() || value.equals("何") || value.equals("冷蔵庫")));
    }

    @Test
    void the_very_words_beat_a_hole() {
        PhraseInterpreter both = PhraseInterpreter.of(
                List.of(new Intent("fetch", List.of("{thing}を持ってきて")), new Intent("water", List.of("水を持ってきて"))));
        assertThat(both.interpret("お水持ってきて")).first().extracting(Match::intent).isEqualTo("water");
        assertThat(both.interpret("新聞持ってきて")).first().extracting(Match::intent).isEqualTo("fetch");
    }

    @Test
    void numbers_in_holes_come_in_digits() {
        PhraseInterpreter timer = PhraseInterpreter.of(List.of(new Intent("timer", List.of("{minutes}分後に知らせて"))));
        assertThat(timer.interpret("十五分後に知らせてください").get(0).slots()).isEqualTo(Map.of("minutes", "15"));
    }

    @Test
    void two_holes_are_both_filled() {
        PhraseInterpreter carry = PhraseInterpreter.of(List.of(new Intent("carry", List.of("{thing}を{place}に運んで"))));
        assertThat(carry.interpret("薬箱を201号室に運んでください").get(0).slots())
                .isEqualTo(Map.of("thing", "薬箱", "place", "201号室"));
    }

    @Test
    void homophones_that_a_recogniser_mixes_up_mean_the_same() {
        PhraseInterpreter move = PhraseInterpreter.of(List.of(new Intent("move", List.of("荷物の移動をお願いします"))));
        assertThat(move.interpret("荷物の異動をお願いします")).extracting(Match::intent).containsExactly("move");
    }

    @Test
    void a_greeting_is_understood_where_it_is_an_intent() {
        PhraseInterpreter greeting = PhraseInterpreter.of(
                List.of(new Intent("greeting", List.of("おはよう", "こんにちは")), new Intent("thanks", List.of("ありがとう"))));
        assertThat(greeting.interpret("おはようございます")).extracting(Match::intent).containsExactly("greeting");
        assertThat(greeting.interpret("おおきに")).extracting(Match::intent).containsExactly("thanks");
        assertThat(greeting.interpret("株価はどうですか")).isEmpty();
    }

    @Test
    void every_phrase_finds_its_own_intent() {
        for (String skill : BenchmarkSets.SKILLS) {
            PhraseInterpreter interpreter = interpreterOf(skill);
            for (Intent intent : BenchmarkSets.intents(skill)) {
                for (String phrase : intent.phrases()) {
                    assertThat(interpreter.interpret(
                                    phrase.replaceAll("\\{minutes}", "十").replaceAll("\\{\\w+}", "田中")))
                            .as(phrase)
                            .first()
                            .extracting(Match::intent)
                            .isEqualTo(intent.name());
                }
            }
        }
    }

    @Test
    void a_phrase_of_nothing_but_a_hole_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PhraseInterpreter.of(List.of(new Intent("any", List.of("{thing}")))))
                .withMessageContaining("{thing}");
    }

    @Test
    void hostile_text_gives_no_match_and_no_failure() {
        Random random = new Random(11);
        for (int i = 0; i < 50; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(60, 0, 0xFFFF).forEach(c -> text.append((char) c));
            assertThat(INTERPRETER.interpret(text.toString())).isEmpty();
        }
        assertThat(INTERPRETER.interpret("て、".repeat(50_000))).isEmpty();
        assertThat(INTERPRETER.interpret("水\u0301".repeat(50_000))).isNotNull();
    }

    @Test
    void the_encoder_is_asked_only_when_words_do_not_settle_it() {
        Recording encoder = new Recording();
        PhraseInterpreter interpreter = PhraseInterpreter.of(CARE, encoder);
        encoder.asked.clear();
        assertThat(interpreter.interpret("電気をつけてください"))
                .extracting(Match::intent)
                .containsExactly("light_on");
        assertThat(encoder.asked).isEmpty();
        interpreter.interpret("すみません、今日の株価を知りたい");
        assertThat(encoder.asked).containsExactly("今日の株価を知りたい");
    }

    @Test
    void polarity_outweighs_an_encoder_that_sees_no_difference() {
        PhraseInterpreter interpreter = PhraseInterpreter.of(CARE, new Recording());
        assertThat(interpreter.interpret("電気をつけないで")).isEmpty();
        assertThat(interpreter.interpret("お水はいりません")).isEmpty();
    }

    @Test
    void dev_lines_are_mostly_understood_and_none_is_taken_for_what_it_is_not() {
        int right = 0;
        List<BenchmarkSets.Line> lines = BenchmarkSets.lines("dev");
        for (BenchmarkSets.Line line : lines) {
            List<Match> matches = interpreterOf(line.skill()).interpret(line.text());
            String intent = matches.isEmpty() ? "-" : matches.get(0).intent();
            assertThat(intent).as(line.text()).isIn("-", line.intent());
            right += intent.equals(line.intent()) ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(lines.size() * 93 / 100);
    }

    private static PhraseInterpreter interpreterOf(String skill) {
        return skill.equals("care") ? INTERPRETER : LEARNT.computeIfAbsent(skill, PhraseInterpreterTest::learn);
    }

    private static PhraseInterpreter learn(String skill) {
        return PhraseInterpreter.of(BenchmarkSets.intents(skill));
    }

    private static String intentOf(String text) {
        return INTERPRETER.interpret(text).stream()
                .findFirst()
                .map(Match::intent)
                .orElse("");
    }

    /** Give every text nearly the same vector, and remember what it was asked. */
    private static final class Recording implements TextEncoder {
        private final List<String> asked = new ArrayList<>();

        @Override
        public float[] encode(String text) {
            asked.add(text);
            return new float[] {1, text.length() / 1_000f};
        }

        @Override
        public int dimensions() {
            return 2;
        }

        @Override
        public void close() {}
    }

    @Test
    void what_is_remembered_of_a_phrase_is_not_read_again_and_means_the_same() {
        Map<String, PhraseMemory.Spoken> remembered = new ConcurrentHashMap<>();
        List<Intent> intents = List.of(new Intent("water", List.of("お水をください", "{thing}を持ってきて")));
        PhraseInterpreter first = PhraseInterpreter.of(
                intents,
                null,
                Caution.CAREFUL,
                (written, reading) -> remembered.computeIfAbsent(written, unread -> reading.get()));
        assertThat(remembered).containsOnlyKeys("お水をください", "{thing}を持ってきて");
        PhraseInterpreter second = PhraseInterpreter.of(intents, null, Caution.CAREFUL, (written, reading) -> {
            assertThat(remembered).containsKey(written);
            return Objects.requireNonNull(remembered.get(written));
        });
        for (String text : List.of("お水がほしいです", "新聞を持ってきてください", "今日は寒いね")) {
            assertThat(second.interpret(text)).isEqualTo(first.interpret(text));
        }
        assertThat(second.interpret("新聞を持ってきて").get(0).slots()).containsEntry("thing", "新聞");
    }
}
