package dev.aizuchi.japanese.keigo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.grammar.Verb;
import dev.aizuchi.japanese.grammar.VerbClass;
import dev.aizuchi.japanese.keigo.Meaning.Act;
import dev.aizuchi.japanese.keigo.Meaning.Actor;
import dev.aizuchi.japanese.keigo.Meaning.Argument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
    private static final Wording WORDING = new Wording();
    private static final Verb BRING = new Verb("持ってくる", VerbClass.KURU);

    @ParameterizedTest
    @CsvSource({
        "GUEST,お茶をお持ちしましょうか",
        "STAFF,茶を持ってきましょうか",
        "FRIEND,茶を持ってこようか",
    })
    void offers_to_each_as_is_fit(Listener listener, String words) {
        Meaning offer =
                Meaning.doing(BRING, Actor.SPEAKER).with(new Argument("茶", "を")).as(Act.OFFER);

        assertThat(WORDING.say(offer, listener)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "行く,GODAN,いらっしゃいますか,参ります",
        "食べる,ICHIDAN,召し上がりますか,いただきます",
        "見る,ICHIDAN,ご覧になりますか,見ます",
        "言う,GODAN,おっしゃいますか,申します",
        "する,SURU,なさいますか,いたします",
        "読む,GODAN,お読みになりますか,読みます",
        "利用する,SURU,ご利用になりますか,利用いたします",
        "電話する,SURU,お電話になりますか,電話いたします",
        "知る,GODAN,お知りになりますか,存じます",
        "いる,ICHIDAN,いらっしゃいますか,おります",
        "着る,ICHIDAN,お召しになりますか,着ます",
        "運転する,SURU,運転なさいますか,運転いたします",
    })
    void raises_the_guest_and_lowers_itself(String verb, VerbClass kind, String asked, String own) {
        Verb plain = new Verb(verb, kind);

        assertThat(WORDING.say(Meaning.doing(plain, Actor.LISTENER).as(Act.ASK), Listener.GUEST))
                .isEqualTo(asked);
        assertThat(WORDING.say(Meaning.doing(plain, Actor.SPEAKER), Listener.GUEST))
                .isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({
        "聞く,GODAN,伺いました",
        "見る,ICHIDAN,拝見しました",
        "会う,GODAN,お目にかかりました",
        "待つ,GODAN,お待ちしました",
        "案内する,SURU,ご案内しました",
        "言う,GODAN,申し上げました",
        "あげる,ICHIDAN,差し上げました",
    })
    void humbles_what_reaches_the_guest(String verb, VerbClass kind, String words) {
        Meaning meaning =
                Meaning.doing(new Verb(verb, kind), Actor.OWN_SIDE).towards().done();

        assertThat(WORDING.say(meaning, Listener.GUEST)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"GUEST,お待ちください", "STAFF,待ってください", "CHILD,待ってください", "FRIEND,待って"})
    void asks_for_something(Listener listener, String words) {
        Meaning request =
                Meaning.doing(new Verb("待つ", VerbClass.GODAN), Actor.LISTENER).as(Act.REQUEST);

        assertThat(WORDING.say(request, listener)).isEqualTo(words);
    }

    @Test
    void says_what_is() {
        Meaning rain = new Meaning(new Meaning.Being("雨"), List.of(), Actor.OTHER, Act.STATE, false, false, true);
        Meaning well = new Meaning(new Meaning.Being("元気"), List.of(), Actor.LISTENER, Act.ASK, false, false, false);
        Meaning good = new Meaning(new Meaning.Having("いい"), List.of(), Actor.OTHER, Act.STATE, false, true, false);

        assertThat(WORDING.say(rain, Listener.GUEST)).isEqualTo("雨でした");
        assertThat(WORDING.say(rain, Listener.FRIEND)).isEqualTo("雨だった");
        assertThat(WORDING.say(well, Listener.GUEST)).isEqualTo("元気でいらっしゃいますか");
        assertThat(WORDING.say(good, Listener.STAFF)).isEqualTo("よくないです");
    }

    @ParameterizedTest
    @EnumSource(Listener.class)
    void says_nothing_that_the_check_finds_fault_with(Listener listener) {
        PolitenessCheck check = new PolitenessCheck();
        for (String verb : List.of("読む", "待つ", "行く", "買う", "話す", "乗る", "使う")) {
            Verb plain = new Verb(verb, VerbClass.GODAN);
            for (Act act : Act.values()) {
                Actor actor =
                        act == Act.ASK || act == Act.INVITE || act == Act.REQUEST ? Actor.LISTENER : Actor.SPEAKER;
                String said = WORDING.say(Meaning.doing(plain, actor).as(act), listener);

                assertThat(check.check(said, listener).issues()).as(said).isEmpty();
            }
        }
    }
}
