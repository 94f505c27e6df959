package dev.aizuchi.core;

import dev.aizuchi.japanese.dialect.Plain;
import dev.aizuchi.japanese.dialect.PlainForms;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** Read what is said in a dialect as the standard language has it. Lives on the dialogue thread. */
final class StandardJapanese {
    private final Recent<Plain> forms;

    StandardJapanese(PlainForms forms, LongSupplier turn) {
        this.forms = new Recent<>(turn, forms::plain);
    }

    /** Write a text in the standard language. */
    String of(String text) {
        return forms.of(text).text();
    }

    /** Tell whether a text is in a dialect. */
    boolean isDialect(String text) {
        return forms.of(text).dialect().isPresent();
    }

    /** Write a phrase as the robot may say it: it speaks no dialect. */
    String quoted(String phrase) {
        return isDialect(phrase) ? of(phrase) : phrase;
    }

    /** Tell whether an expression stands in a text, as it was said or in the standard language. */
    boolean says(Pattern expression, String text) {
        return expression.matcher(text).find() || expression.matcher(of(text)).find();
    }
}
