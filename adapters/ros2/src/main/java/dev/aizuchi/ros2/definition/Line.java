package dev.aizuchi.ros2.definition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hold one line of a definition in its parts.
 *
 * @param type type as written, such as {@code string<=10[]}
 * @param name name of the field or constant
 * @param constant whether {@code value} is that of a constant, and no field's default
 * @param value value as written; "" where there is none
 */
record Line(String type, String name, boolean constant, String value) {
    private static final Pattern PARTS =
            Pattern.compile("(\\S+)\\s+([A-Za-z][A-Za-z0-9_]*)(?:\\s*(=)\\s*(.*)|\\s+(\\S.*)|\\s*)");

    /** Read a line; empty where nothing but a comment stands there. */
    static Optional<Line> of(String written) {
        String line = withoutComment(written).strip();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Matcher parts = PARTS.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no field and no constant: " + line);
        }
        boolean constant = parts.group(3) != null;
        String value = constant ? parts.group(4) : parts.group(5);
        return Optional.of(new Line(parts.group(1), parts.group(2), constant, value == null ? "" : value.strip()));
    }

    /** Leave out what follows a number sign, unless it stands within quotes. */
    private static String withoutComment(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '#') {
                return line.substring(0, i);
            } else if ((c == '"' || c == '\'') && (i == 0 || !Character.isLetterOrDigit(line.charAt(i - 1)))) {
                quote = c;
            }
        }
        return line;
    }
}
