package dev.aizuchi.japanese.mask;

import dev.aizuchi.japanese.DataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Find what its own shape gives away: e-mail, birthdays, addresses with a house number. */
final class TextFinder {
    private record Shape(PersonalDataKind kind, Pattern pattern) {}

    private final List<Shape> shapes = new ArrayList<>();

    TextFinder() {
        for (List<String> row : DataFile.read(TextFinder.class, "shapes.tsv").rows("shapes", 2)) {
            shapes.add(new Shape(PersonalDataKind.valueOf(row.get(0)), Pattern.compile(row.get(1))));
        }
    }

    /** Each shape names its data (?<data>…); what stands around it is the evidence. */
    List<PersonalData> find(String text) {
        List<PersonalData> found = new ArrayList<>();
        for (Shape shape : shapes) {
            Matcher matcher = shape.pattern.matcher(text);
            while (matcher.find()) {
                if (matcher.end("data") > matcher.start("data")) {
                    found.add(new PersonalData(matcher.start("data"), matcher.end("data"), shape.kind));
                }
            }
        }
        return found;
    }
}
