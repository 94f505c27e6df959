package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Datum;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Read one expression from its text. */
final class ExpressionReader {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
    private static final Pattern TEXT = Pattern.compile("'([^']*)'");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern STEP = Pattern.compile("[A-Za-z0-9_]+|\\*");

    private final String text;
    private final Matcher matcher;
    private int at;

    ExpressionReader(String text) {
        this.text = text;
        this.matcher = NUMBER.matcher(text);
    }

    Expression whole() {
        Expression expression = one();
        blanks();
        if (at < text.length()) {
            throw wrong("does not go on");
        }
        return expression;
    }

    private Expression one() {
        blanks();
        if (take(NUMBER)) {
            String number = matcher.group();
            return new Expression.Literal(
                    number.contains(".")
                            ? new Datum.Real(Double.parseDouble(number))
                            : new Datum.Whole(Long.parseLong(number)));
        }
        if (take(TEXT)) {
            return new Expression.Literal(new Datum.Text(matcher.group(1)));
        }
        if (!take(NAME)) {
            throw wrong("needs a name, a number or a 'text'");
        }
        String name = matcher.group();
        if (name.equals("true") || name.equals("false")) {
            return new Expression.Literal(new Datum.Flag(name.equals("true")));
        }
        return skip('(') ? call(Function.named(name)) : path(name);
    }

    private Expression call(Function function) {
        List<Expression> arguments = new ArrayList<>();
        while (!skip(')')) {
            if (!arguments.isEmpty() && !skip(',')) {
                throw wrong("needs , or )");
            }
            arguments.add(one());
        }
        if (arguments.size() != function.arguments()) {
            throw wrong("takes " + function.arguments() + " values, but has " + arguments.size());
        }
        return new Expression.Call(function, arguments);
    }

    private Expression path(String first) {
        List<String> steps = new ArrayList<>(List.of(first));
        while (skip('.')) {
            if (!take(STEP)) {
                throw wrong("needs a name, a number or * after the dot");
            }
            steps.add(matcher.group());
        }
        return new Expression.Path(steps);
    }

    private boolean take(Pattern pattern) {
        matcher.usePattern(pattern).region(at, text.length());
        boolean found = matcher.lookingAt();
        at = found ? matcher.end() : at;
        return found;
    }

    private boolean skip(char wanted) {
        blanks();
        boolean found = at < text.length() && text.charAt(at) == wanted;
        at = found ? at + 1 : at;
        return found;
    }

    private void blanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("\"" + text + "\" " + what + " at character " + (at + 1));
    }
}
