package dev.aizuchi.ros2.definition;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Read a type as it is written before a field: {@code string<=10[<=5]}, {@code Point[3]}, {@code std_msgs/Header}. */
final class TypeText {
    private static final Pattern TYPE = Pattern.compile(
            "(?<base>[A-Za-z][A-Za-z0-9_]*(?:/[A-Za-z][A-Za-z0-9_]*){0,2})(?:<=(?<texts>\\d+))?(?<row>\\[(?<most><=)?(?<count>\\d*)])?");

    private TypeText() {}

    static Shape shape(String written, String pkg, Definitions definitions) {
        Matcher type = TYPE.matcher(written);
        if (!type.matches()) {
            throw new IllegalArgumentException("no type: " + written);
        }
        Shape item = item(type.group("base"), type.group("texts"), pkg, definitions);
        if (type.group("row") == null) {
            return item;
        }
        boolean most = type.group("most") != null;
        String count = type.group("count");
        if (count.isEmpty()) {
            require(!most, written);
            return new Shape.Row(item, false, Shape.Text.UNBOUNDED);
        }
        int bound = Integer.parseInt(count);
        require(bound > 0, written);
        return new Shape.Row(item, !most, bound);
    }

    private static Shape item(String base, @Nullable String bound, String pkg, Definitions definitions) {
        if (base.equals("string") || base.equals("wstring")) {
            int length = bound == null ? Shape.Text.UNBOUNDED : Integer.parseInt(bound);
            return new Shape.Text(base.startsWith("w"), length);
        }
        require(bound == null, base + "<=" + bound);
        Optional<Primitive> primitive = Primitive.named(base);
        if (primitive.isPresent()) {
            return primitive.get();
        }
        List<String> parts = List.of(base.split("/", -1));
        require(parts.size() < 3 || parts.get(1).equals("msg"), base);
        String owner = parts.size() == 1 ? pkg : parts.get(0);
        return definitions.message(owner + "/msg/" + parts.get(parts.size() - 1));
    }

    private static void require(boolean holds, String written) {
        if (!holds) {
            throw new IllegalArgumentException("no type: " + written);
        }
    }
}
