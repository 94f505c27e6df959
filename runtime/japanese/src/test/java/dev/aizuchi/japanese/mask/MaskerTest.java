package dev.aizuchi.japanese.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskerTest {
    private static final Masker MASKER = new Masker();

    @Test
    void gives_the_same_person_the_same_placeholder() {
        Masked masked = MASKER.mask("田中さん、佐藤様、田中様の電話は090-1234-5678、０９０１２３４５６７８です");

        assertThat(masked.text()).isEqualTo("〔氏名1〕さん、〔氏名2〕様、〔氏名1〕様の電話は〔電話番号1〕、〔電話番号1〕です");
    }

    @Test
    void takes_no_placeholder_that_the_text_holds_already() {
        assertThat(MASKER.mask("〔氏名1〕と田中さん").text()).isEqualTo("〔氏名1〕と〔氏名2〕さん");
    }

    @Test
    void brings_the_original_back_with_the_key_alone() {
        SecureRandom random = new SecureRandom();
        byte[] key = random.generateSeed(Seal.KEY_BYTES);
        Masked masked = MASKER.mask("田中さんの電話は090-1234-5678です");
        byte[] sealed = new Seal(key, random).seal(masked);

        assertThat(new Seal(key, random).unmask(masked.text(), sealed)).contains("田中さんの電話は090-1234-5678です");
        byte[] other = key.clone();
        other[0] ^= 1;
        assertThat(new Seal(other, random).unmask(masked.text(), sealed)).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(new Seal(key, random).unmask(masked.text(), sealed)).isEmpty();
    }

    @Test
    void refuses_a_key_that_is_too_short() {
        assertThatThrownBy(() -> new Seal(new byte[16], new SecureRandom())).hasMessageContaining("32 bytes");
    }

    @Test
    void keeps_secrets_out_of_its_own_description() {
        assertThat(MASKER.mask("田中さん").toString()).doesNotContain("田中");
        assertThat(MASKER.mask("田中さん").secrets()).isEqualTo(Map.of("〔氏名1〕", "田中"));
    }

    @Test
    void knows_a_my_number_by_its_check_digit() {
        assertThat(NumberFinder.isMyNumber("123456789018")).isTrue();
        assertThat(NumberFinder.isMyNumber("123456789012")).isFalse();
        assertThat(NumberFinder.isMyNumber("000000000000")).isFalse();
    }
}
