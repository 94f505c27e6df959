package dev.aizuchi.robotprofile;

import dev.aizuchi.bus.Bus.Part;
import dev.aizuchi.bus.Datum;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Read the definitions that the tests hold: what the ready files name, and no more of the language. */
final class TrimmedDefinitions implements Definitions {
    private static final List<Part> ACTION = List.of(Part.GOAL, Part.RESULT, Part.FEEDBACK);
    private static final List<Part> SERVICE = List.of(Part.REQUEST, Part.RESPONSE);

    @Override
    public Optional<Datum.Fields> pattern(String bus, String type, Part part) {
        if (type.isEmpty()) {
            return Optional.empty();
        }
        String[] name = type.split("/", -1);
        int index = ACTION.contains(part) ? ACTION.indexOf(part) : Math.max(0, SERVICE.indexOf(part));
        String kind = ACTION.contains(part) ? "action" : SERVICE.contains(part) ? "srv" : "msg";
        if (name.length != 3 || !name[1].equals(kind)) {
            throw new IllegalArgumentException(type + " is no type of a " + kind);
        }
        return Optional.of(fields(name[0], text(type + "." + kind).split("(?m)^---$", -1)[index]));
    }

    private static Datum.Fields fields(String home, String text) {
        Map<String, Datum> fields = new LinkedHashMap<>();
        text.lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> words.length >= 2 && !words[1].contains("="))
                .filter(words -> words.length < 3 || !words[2].equals("="))
                .forEach(words -> fields.put(words[1], value(home, words[0])));
        return new Datum.Fields(fields);
    }

    private static Datum value(String home, String type) {
        if (type.endsWith("]")) {
            return new Datum.Items(List.of(value(home, type.substring(0, type.indexOf('[')))));
        }
        if (type.matches("u?int\\d+")) {
            return new Datum.Whole(0);
        }
        return switch (type) {
            case "bool" -> new Datum.Flag(false);
            case "string" -> new Datum.Text("");
            case "float32", "float64" -> new Datum.Real(0);
            default -> {
                String[] name = (type.contains("/") ? type : home + "/" + type).split("/", -1);
                yield fields(name[0], text(name[0] + "/msg/" + name[1] + ".msg"));
            }
        };
    }

    private static String text(String path) {
        try (InputStream in = TrimmedDefinitions.class.getResourceAsStream("/definitions/" + path)) {
            if (in == null) {
                throw new IllegalArgumentException("no definition " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
