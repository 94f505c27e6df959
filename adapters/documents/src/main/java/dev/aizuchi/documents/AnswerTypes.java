package dev.aizuchi.documents;

import java.util.List;
import java.util.regex.Pattern;

/** Tells whether a statement holds the kind of thing that is asked for: a time for 何時, a place for どこ. */
final class AnswerTypes {
    private record Type(Pattern asked, Pattern answer) {}

    private final List<Type> types = Resource.text("answer-types.tsv")
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> line.split("\t", -1))
            .map(cells -> new Type(Pattern.compile(cells[0]), Pattern.compile(cells[1])))
            .toList();

    /** Tell whether it may answer; a question that asks for nothing in particular may be answered by anything. */
    boolean fits(String question, String statement) {
        return types.stream()
                .filter(type -> type.asked.matcher(question).find())
                .findFirst()
                .map(type -> type.answer.matcher(statement).find())
                .orElse(true);
    }
}
