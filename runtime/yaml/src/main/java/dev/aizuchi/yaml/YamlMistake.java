package dev.aizuchi.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Say in one line what is wrong in a YAML file, and what to write instead.
 *
 * @param line where, counted from 1
 * @param message what, and the cure
 */
public record YamlMistake(int line, String message) {
    /** Take what the parser says of a text that is no YAML. */
    public static YamlMistake in(String text, JsonProcessingException e) {
        if (!(e.getCause() instanceof MarkedYAMLException marked) || marked.getProblemMark() == null) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            return new YamlMistake(line, firstLine(e.getOriginalMessage()));
        }
        int line = marked.getProblemMark().getLine() + 1;
        String written = text.lines().skip(line - 1L).findFirst().orElse("");
        Mark begin = marked.getContextMark();
        boolean within = begin != null && begin.getLine() + 1 < line;
        return new YamlMistake(
                line,
                firstLine(marked.getProblem())
                        + (within ? ", in what begins in line " + (begin.getLine() + 1) : "")
                        + cure(written, marked.getProblem()));
    }

    private static String cure(String written, String problem) {
        if (problem.contains("TAB")) {
            return "; indent with spaces";
        }
        if (written.contains("${") && !written.contains("\"${")) {
            return "; write what has a brace in quotes: \"${…}\"";
        }
        if (problem.startsWith("expected ','")) {
            return "; close each { and [, and put a comma between what they hold";
        }
        return problem.startsWith("expected <block end>") || problem.startsWith("mapping values")
                ? "; indent what belongs together equally far"
                : "";
    }

    /** Say what is wrong with a value that does not fit where it stands. */
    public static String of(JsonMappingException e) {
        if (e instanceof InvalidFormatException wrong) {
            return "\"" + wrong.getValue() + "\" " + wanted(wrong.getTargetType());
        }
        Throwable cause = e.getCause();
        if (cause != null && cause.getMessage() != null) {
            return cause.getMessage();
        }
        if (e instanceof MismatchedInputException wrong && wrong.getTargetType() != null) {
            return shape(wrong.getTargetType());
        }
        return firstLine(e.getOriginalMessage());
    }

    private static String wanted(Class<?> type) {
        if (type.isEnum()) {
            return "is none of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(word -> ((Enum<?>) word).name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        if (type == boolean.class || type == Boolean.class) {
            return "is neither true nor false";
        }
        if (type == Duration.class) {
            return "is no duration; write one such as PT5S, or PT0.5S";
        }
        return type.isPrimitive() || Number.class.isAssignableFrom(type)
                ? "is no number; write it without a unit, which is that of the key"
                : "is no " + type.getSimpleName();
    }

    private static String shape(Class<?> type) {
        if (Collection.class.isAssignableFrom(type)) {
            return "takes a list; begin each item with \"- \", or write [ … ]";
        }
        if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            return "takes keys with values; write each on a line of its own, or { key: value }";
        }
        return "takes one value, neither a list nor keys";
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
