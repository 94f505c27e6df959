package dev.aizuchi.llama;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Check a grammar before it is used: llama.cpp drops one that it cannot read and then writes freely, without a word.
 *
 * <p>Source: the description of GBNF in llama.cpp ({@code grammars/README.md}).
 */
final class Gbnf {
    private static final String POSTFIX = "*+?";
    private static final int DEEPEST = 100;

    private final String text;
    private final Set<String> defined = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    /** The rules with which each rule can begin. */
    private final Map<String, List<String>> first = new HashMap<>();

    private int at;
    private String rule = "";

    private Gbnf(String text) {
        this.text = text;
    }

    /**
     * Check a grammar.
     *
     * @throws IllegalArgumentException when llama.cpp could not read it; the message tells where
     */
    static void check(String grammar) {
        Gbnf check = new Gbnf(grammar);
        check.rules();
        if (!check.defined.contains("root")) {
            throw new IllegalArgumentException("the grammar has no rule named root");
        }
        check.used.removeAll(check.defined);
        if (!check.used.isEmpty()) {
            throw new IllegalArgumentException(
                    "the grammar has no rule " + check.used.iterator().next());
        }
        check.defined.forEach(name -> check.refuseLoop(name, name, new HashSet<>()));
    }

    private void rules() {
        space(true);
        while (at < text.length()) {
            rule = name();
            space(false);
            expect("::=");
            space(true);
            defined.add(rule);
            alternatives(0);
            space(true);
        }
    }

    private void alternatives(int depth) {
        if (depth > DEEPEST) {
            throw error("too many brackets");
        }
        sequence(depth);
        while (peek() == '|') {
            at++;
            space(true);
            sequence(depth);
        }
    }

    private void sequence(int depth) {
        boolean beginning = true;
        while (true) {
            char c = peek();
            if (c == '"' || c == '[') {
                quoted(c == '"' ? '"' : ']');
                beginning = false;
            } else if (c == '(') {
                at++;
                space(true);
                alternatives(depth + 1);
                expect(")");
                beginning = false;
            } else if (c == '.') {
                at++;
                beginning = false;
            } else if (isNameLetter(c) && !beginsRule()) {
                String name = name();
                used.add(name);
                if (beginning) {
                    first.computeIfAbsent(rule, key -> new ArrayList<>()).add(name);
                }
                beginning = false;
            } else {
                return;
            }
            repeats();
            space(depth > 0);
        }
    }

    private void repeats() {
        if (POSTFIX.indexOf(peek()) >= 0 && at < text.length()) {
            at++;
        } else if (peek() == '{') {
            int end = text.indexOf('}', at);
            if (end < 0 || !text.substring(at + 1, end).matches("\\s*[0-9]{1,9}\\s*(?:,\\s*[0-9]{0,9}\\s*)?")) {
                throw error("a repetition is written {2}, {2,} or {2,5}");
            }
            at = end + 1;
        }
    }

    private void quoted(char close) {
        int begin = at++;
        while (peek() != close) {
            at += peek() == '\\' ? 2 : 1;
            if (at >= text.length()) {
                at = begin;
                throw error("nothing closes this");
            }
        }
        at++;
    }

    /** A new line ends a rule where the next one begins. */
    private boolean beginsRule() {
        int end = at;
        while (end < text.length() && isNameLetter(text.charAt(end))) {
            end++;
        }
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.startsWith("::=", end);
    }

    private String name() {
        int begin = at;
        while (isNameLetter(peek())) {
            at++;
        }
        if (at == begin) {
            throw error("a rule's name is expected");
        }
        return text.substring(begin, at);
    }

    private void space(boolean lines) {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#') {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (c == ' ' || c == '\t' || (lines && (c == '\n' || c == '\r'))) {
                at++;
            } else {
                return;
            }
        }
    }

    private void expect(String sign) {
        if (!text.startsWith(sign, at)) {
            throw error(sign + " is expected");
        }
        at += sign.length();
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void refuseLoop(String start, String name, Set<String> seen) {
        for (String next : first.getOrDefault(name, List.of())) {
            if (next.equals(start)) {
                throw new IllegalArgumentException("the grammar's rule " + start + " begins with itself");
            }
            if (seen.add(next)) {
                refuseLoop(start, next, seen);
            }
        }
    }

    private IllegalArgumentException error(String what) {
        long line = text.substring(0, Math.min(at, text.length())).lines().count();
        return new IllegalArgumentException("the grammar cannot be read in line " + Math.max(1, line) + ": " + what);
    }

    private static boolean isNameLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }
}
