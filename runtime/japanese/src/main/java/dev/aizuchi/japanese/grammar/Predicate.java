package dev.aizuchi.japanese.grammar;

import java.util.Optional;

/**
 * Put another verb where one stands, in the form that the sentence asks for there.
 *
 * @param start the first UTF-16 unit to replace
 * @param end the unit after the last; the て or た that the form brings along lies within
 * @param form the form asked for
 * @param tail what of the last replaced word stays: the る of 〜てる
 */
public record Predicate(int start, int end, Form form, String tail) {

    /**
     * Find the form in which the words from an index to another (which is included) stand.
     *
     * @return empty when the last word stands in a form that no other verb can be put into
     */
    public static Optional<Predicate> at(Sentence sentence, int from, int last) {
        Token token = sentence.at(last);
        Token next = sentence.at(last + 1);
        return Form.of(token, next).map(form -> {
            int start = sentence.at(from).start();
            if (form == Form.TE || form == Form.TA) {
                String tail = next.surface().substring(1);
                boolean contracted = next.is("動詞");
                return contracted && !next.surface().matches("[てで].*")
                        ? new Predicate(start, token.end(), Form.STEM, "")
                        : new Predicate(start, next.end(), form, tail);
            }
            int end = (form == Form.VOLITIONAL && next.says("う")) || (next.says("よう") && form == Form.VOLITIONAL)
                    ? next.end()
                    : token.end();
            return new Predicate(start, end, form, "");
        });
    }

    /** Give what stands in the place when it is this verb. */
    public String filled(Verb verb) {
        return verb.in(form) + tail;
    }
}
