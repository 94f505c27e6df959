package dev.aizuchi.llama;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GbnfTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "root ::= \"はい\" | \"いいえ\"",
                "root ::= answer \"。\"\nanswer ::= [あ-ん]+ # kana\n",
                "root  ::= (\n  \"a\" |\n  b\n){1,3} [^\\]\\\\]* .\n\nb ::= \"x\\\"y\"?",
                "root ::= | \"x\"",
                "a-1 ::= \"x\"\nroot ::= a-1{2} a-1{2,}\r\n",
                "root ::= \"x\" root?",
            })
    void takes_what_llama_reads(String grammar) {
        assertThatCode(() -> Gbnf.check(grammar)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\0',
            value = {
                "root ::= (~) is expected",
                "root ::= \"x~nothing closes",
                "root ::= [abc~nothing closes",
                "root ::= other~no rule other",
                "answer ::= \"x\"~no rule named root",
                "root = \"x\"~::= is expected",
                "root ::= \"x\"{a}~a repetition",
                "root ::= root \"x\"~begins with itself",
                "root ::= \"x\" )~name is expected",
                "{}~name is expected",
            })
    void names_what_llama_would_drop_in_silence(String grammar, String why) {
        assertThatThrownBy(() -> Gbnf.check(grammar))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void survives_ten_thousand_brackets() {
        assertThatThrownBy(() -> Gbnf.check("root ::= " + "(".repeat(10_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sees_rules_that_begin_with_each_other() {
        assertThatThrownBy(() -> Gbnf.check("root ::= a\na ::= b \"x\"\nb ::= a | \"y\""))
                .hasMessageContaining("begins with itself");
    }
}
