package dev.aizuchi.japanese.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerbTest {
    @ParameterizedTest
    @CsvSource({
        "書く,GODAN,書き,書か,書いて,書いた,書け,書け,書こう",
        "行く,GODAN,行き,行か,行って,行った,行け,行け,行こう",
        "泳ぐ,GODAN,泳ぎ,泳が,泳いで,泳いだ,泳げ,泳げ,泳ごう",
        "話す,GODAN,話し,話さ,話して,話した,話せ,話せ,話そう",
        "待つ,GODAN,待ち,待た,待って,待った,待て,待て,待とう",
        "死ぬ,GODAN,死に,死な,死んで,死んだ,死ね,死ね,死のう",
        "呼ぶ,GODAN,呼び,呼ば,呼んで,呼んだ,呼べ,呼べ,呼ぼう",
        "読む,GODAN,読み,読ま,読んで,読んだ,読め,読め,読もう",
        "乗る,GODAN,乗り,乗ら,乗って,乗った,乗れ,乗れ,乗ろう",
        "買う,GODAN,買い,買わ,買って,買った,買え,買え,買おう",
        "問う,GODAN,問い,問わ,問うて,問うた,問え,問え,問おう",
        "食べる,ICHIDAN,食べ,食べ,食べて,食べた,食べれ,食べろ,食べよう",
        "利用する,SURU,利用し,利用し,利用して,利用した,利用すれ,利用しろ,利用しよう",
        "くる,KURU,き,こ,きて,きた,くれ,こい,こよう",
        "持って来る,KURU,持って来,持って来,持って来て,持って来た,持って来れ,持って来い,持って来よう",
        "おっしゃる,HONORIFIC,おっしゃい,おっしゃら,おっしゃって,おっしゃった,おっしゃれ,おっしゃい,おっしゃろう",
    })
    void conjugates_every_class(
            String dictionary,
            VerbClass kind,
            String stem,
            String negative,
            String te,
            String ta,
            String conditional,
            String imperative,
            String volitional) {
        Verb verb = new Verb(dictionary, kind);

        assertThat(verb.in(Form.STEM)).isEqualTo(stem);
        assertThat(verb.in(Form.NEGATIVE)).isEqualTo(negative);
        assertThat(verb.in(Form.TE)).isEqualTo(te);
        assertThat(verb.in(Form.TA)).isEqualTo(ta);
        assertThat(verb.in(Form.CONDITIONAL)).isEqualTo(conditional);
        assertThat(verb.in(Form.IMPERATIVE)).isEqualTo(imperative);
        assertThat(verb.in(Form.VOLITIONAL)).isEqualTo(volitional);
    }

    @ParameterizedTest
    @CsvSource({
        "書く,GODAN,書ける,書かれる,書かせる",
        "食べる,ICHIDAN,食べられる,食べられる,食べさせる",
        "する,SURU,できる,される,させる",
        "くる,KURU,こられる,こられる,こさせる",
        "来る,KURU,来られる,来られる,来させる",
    })
    void forms_what_can_be_is_done_and_is_let_be_done(
            String dictionary, VerbClass kind, String potential, String passive, String causative) {
        Verb verb = new Verb(dictionary, kind);

        assertThat(verb.potential().dictionary()).isEqualTo(potential);
        assertThat(verb.passive().dictionary()).isEqualTo(passive);
        assertThat(verb.causative().dictionary()).isEqualTo(causative);
    }

    @Test
    void denies_aru_with_nai() {
        assertThat(new Verb("ある", VerbClass.GODAN).negated()).isEqualTo("ない");
    }

    @Test
    void refuses_what_is_no_verb_of_its_class() {
        assertThatThrownBy(() -> new Verb("雨", VerbClass.GODAN)).hasMessageContaining("雨");
    }
}
