package dev.aizuchi.japanese.pragmatics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aizuchi.japanese.keigo.Listener;
import dev.aizuchi.japanese.keigo.PolitenessCheck;
import dev.aizuchi.japanese.pragmatics.Backchannels.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackchannelsTest {
    private static final Backchannels BACKCHANNELS = new Backchannels();

    @ParameterizedTest
    @CsvSource({
        "はい,ROBOT_TELLS,BACKCHANNEL",
        "はい,ROBOT_ASKS,BACKCHANNEL",
        "はい,YES_NO_OPEN,ANSWER",
        "はい,OTHER_OPEN,BACKCHANNEL",
        "うん,YES_NO_OPEN,ANSWER",
        "ええ、ええ,ROBOT_TELLS,BACKCHANNEL",
        "へえー,YES_NO_OPEN,BACKCHANNEL",
        "なるほど,YES_NO_OPEN,BACKCHANNEL",
        "なるほどね,ROBOT_TELLS,BACKCHANNEL",
        "いいえ,YES_NO_OPEN,ANSWER",
        "いいえ,ROBOT_ASKS,ANSWER",
        "うん、でもね,ROBOT_TELLS,TURN_CLAIM",
        "あの、,ROBOT_TELLS,TURN_CLAIM",
        "はい、ちょっと待って,YES_NO_OPEN,TURN_CLAIM",
        "トイレに行きたい,ROBOT_TELLS,TURN_CLAIM",
        "お茶,OTHER_OPEN,ANSWER",
        "水を持ってきて,SILENCE,TURN_CLAIM",
    })
    void tells_sounds_from_answers_and_claims(String heard, Moment moment, ListenerSound sound) {
        assertThat(BACKCHANNELS.classify(heard, moment)).isEqualTo(sound);
    }

    @Test
    void has_a_form_for_everybody_everywhere_and_none_that_is_impolite() {
        PolitenessCheck check = new PolitenessCheck();
        for (Listener listener : Listener.values()) {
            for (Place place : Place.values()) {
                for (int said = 0; said < 3; said++) {
                    String words = BACKCHANNELS.choose(listener, place, said);
                    boolean sound = words.length() <= 3 || listener == Listener.CHILD || listener == Listener.STAFF;

                    assertThat(sound
                                    || check.check(words + "。", listener)
                                            .issues()
                                            .isEmpty())
                            .as(words)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void does_not_repeat_itself_at_once() {
        assertThat(BACKCHANNELS.choose(Listener.GUEST, Place.SENTENCE, 0))
                .isNotEqualTo(BACKCHANNELS.choose(Listener.GUEST, Place.SENTENCE, 1));
    }
}
