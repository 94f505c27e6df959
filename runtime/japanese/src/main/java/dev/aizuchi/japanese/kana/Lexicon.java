package dev.aizuchi.japanese.kana;

import dev.aizuchi.japanese.Kana;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Hold the words that a site teaches, once for recogniser grammar, understanding and synthesis.
 *
 * <p>As a file: UTF-8, a tab between surface, reading, accent, kind, honorific and aliases (commas between these); what
 * is behind the reading may be left out; {@code #} begins a comment. Can be written as PLS 1.0 for other synthesizers.
 */
public final class Lexicon {
    private final List<LexiconEntry> entries;
    private final Map<Character, List<Spelled>> spellings = new HashMap<>();

    private record Spelled(String spelling, LexiconEntry entry) {}

    /** Hold these entries. */
    public Lexicon(List<LexiconEntry> entries) {
        this.entries = List.copyOf(entries);
        for (LexiconEntry entry : this.entries) {
            add(entry.surface(), entry);
            entry.aliases().stream()
                    .filter(alias -> !Kana.hiragana(alias).equals(alias))
                    .forEach(alias -> add(alias, entry));
        }
        spellings.values().forEach(list -> list.sort((a, b) -> b.spelling.length() - a.spelling.length()));
    }

    private void add(String spelling, LexiconEntry entry) {
        spellings
                .computeIfAbsent(spelling.charAt(0), first -> new ArrayList<>())
                .add(new Spelled(spelling, entry));
    }

    /**
     * Read a lexicon file; the reader is left open.
     *
     * @throws IllegalArgumentException with the line's number when a line is wrong
     */
    public static Lexicon read(Reader reader) throws IOException {
        List<LexiconEntry> entries = new ArrayList<>();
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                entries.add(entry(line, number));
            }
        }
        return new Lexicon(entries);
    }

    private static LexiconEntry entry(String line, int number) {
        String[] fields = line.split("\t", -1);
        if (fields.length < 2) {
            throw new IllegalArgumentException(
                    "line " + number + " of the lexicon has no reading behind a tab: " + line);
        }
        String accent = field(fields, 2);
        try {
            return new LexiconEntry(
                    fields[0],
                    fields[1],
                    accent.isEmpty() ? -1 : Integer.parseInt(accent),
                    field(fields, 3),
                    field(fields, 4),
                    field(fields, 5).isEmpty() ? List.of() : List.of(fields[5].split(",", -1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + " of the lexicon: " + e.getMessage(), e);
        }
    }

    private static String field(String[] fields, int i) {
        return i < fields.length ? fields[i] : "";
    }

    /** Give the entries in order. */
    public List<LexiconEntry> entries() {
        return entries;
    }

    /** Find the entry with the longest spelling that stands here, or null. */
    public @Nullable LexiconEntry at(String text, int at) {
        Spelled spelled = spelledAt(text, at);
        return spelled == null ? null : spelled.entry;
    }

    /** Give the length of that spelling, 0 for none. */
    public int lengthAt(String text, int at) {
        Spelled spelled = spelledAt(text, at);
        return spelled == null ? 0 : spelled.spelling.length();
    }

    private @Nullable Spelled spelledAt(String text, int at) {
        for (Spelled spelled : spellings.getOrDefault(text.charAt(at), List.of())) {
            if (text.startsWith(spelled.spelling, at)) {
                return spelled;
            }
        }
        return null;
    }

    /** Write each alias as the word that it stands for. */
    public String written(String text) {
        return replaced(text, (entry, spelling) -> entry.surface());
    }

    /** Write each word by its reading, for a voice that would read it otherwise; aliases are read as they stand. */
    public String spoken(String text) {
        return replaced(
                text,
                (entry, spelling) -> spelling.equals(entry.surface()) ? Kana.katakana(entry.reading()) : spelling);
    }

    private String replaced(String text, BiFunction<LexiconEntry, String, String> replacement) {
        StringBuilder written = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            Spelled spelled = spelledAt(text, at);
            if (spelled == null) {
                written.append(text.charAt(at++));
            } else {
                written.append(replacement.apply(spelled.entry, spelled.spelling));
                at += spelled.spelling.length();
            }
        }
        return written.toString();
    }

    /** Write the lexicon as W3C PLS 1.0, readings in katakana under the alphabet x-kana. */
    public String toPls() {
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="x-kana" xml:lang="ja">
                """);
        for (LexiconEntry entry : entries) {
            xml.append("  <lexeme>\n    <grapheme>")
                    .append(escaped(entry.surface()))
                    .append("</grapheme>\n");
            entry.aliases()
                    .forEach(alias ->
                            xml.append("    <grapheme>").append(escaped(alias)).append("</grapheme>\n"));
            xml.append("    <phoneme>")
                    .append(escaped(Kana.katakana(entry.reading())))
                    .append("</phoneme>\n  </lexeme>\n");
        }
        return xml.append("</lexicon>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
