package dev.aizuchi.models;

import dev.aizuchi.models.ModelEntry.Download;
import dev.aizuchi.models.ModelEntry.Kind;
import dev.aizuchi.models.ModelEntry.Packing;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Read one catalogue file; every error names the file and the key. */
final class EntryReader {
    private static final Set<String> KEYS =
            Set.of("id", "title", "kind", "licence", "licence-url", "credit", "size", "shipped");
    private static final Set<String> DOWNLOAD_KEYS =
            Set.of("url", "sha256", "bytes", "archive", "strip", "member", "to");
    private static final Pattern DOWNLOAD = Pattern.compile("download\\.([1-9][0-9]*)\\.(.+)");
    private static final Pattern SIZE = Pattern.compile("([0-9]+(?:\\.[0-9]+)?) ?(B|kB|MB|GB)?");
    private static final Map<String, Long> UNITS =
            Map.of("B", 1L, "kB", 1_000L, "MB", 1_000_000L, "GB", 1_000_000_000L);

    private final Properties values;

    private EntryReader(Properties values) {
        this.values = values;
    }

    static ModelEntry read(String file, Reader text) {
        Properties values = new Properties();
        try {
            values.load(text);
        } catch (IOException | IllegalArgumentException e) {
            throw new ModelException(file + " cannot be read as a UTF-8 .properties file: " + e.getMessage(), e);
        }
        try {
            return new EntryReader(values).entry();
        } catch (IllegalArgumentException e) {
            throw new ModelException(file + ": " + e.getMessage(), e);
        }
    }

    private ModelEntry entry() {
        Set<Integer> numbers = checkKeys();
        List<Download> downloads = new ArrayList<>();
        for (int n : numbers) {
            downloads.add(download("download." + n + "."));
        }
        return new ModelEntry(
                required("id"),
                required("title"),
                kind(),
                required("licence"),
                uri("licence-url"),
                required("credit"),
                size(required("size")),
                optional("shipped"),
                downloads);
    }

    /** Refuse keys that nobody reads, and give the numbers of the downloads. */
    private Set<Integer> checkKeys() {
        Set<Integer> numbers = new TreeSet<>();
        for (String key : new HashSet<>(values.stringPropertyNames())) {
            Matcher download = DOWNLOAD.matcher(key);
            boolean numbered = download.matches();
            Set<String> known = numbered ? DOWNLOAD_KEYS : KEYS;
            String name = numbered ? download.group(2) : key;
            if (!known.contains(name)) {
                throw new IllegalArgumentException("unknown key " + key + Suggestion.hint(name, known));
            }
            if (numbered) {
                numbers.add(Integer.valueOf(download.group(1)));
            }
        }
        return numbers;
    }

    private Download download(String prefix) {
        URI url = uri(prefix + "url");
        String bytes = optional(prefix + "bytes");
        return new Download(
                url, optional(prefix + "sha256"), bytes.isEmpty() ? 0 : size(bytes), packing(prefix, url.getPath()));
    }

    private Packing packing(String prefix, String urlPath) {
        String archive = optional(prefix + "archive");
        String to = optional(prefix + "to");
        String member = optional(prefix + "member");
        return switch (archive) {
            case "zip" ->
                member.isEmpty() ? new Packing.Tree(optional(prefix + "strip")) : new Packing.Member(member, to);
            case "none", "" -> new Packing.Plain(to.isEmpty() ? urlPath.substring(urlPath.lastIndexOf('/') + 1) : to);
            default -> throw new IllegalArgumentException(prefix + "archive is " + archive + "; known are zip, none");
        };
    }

    private Kind kind() {
        String written = required("kind");
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.key().equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown kind " + written
                        + Suggestion.hint(
                                written,
                                Arrays.stream(Kind.values()).map(Kind::key).toList())));
    }

    private URI uri(String key) {
        try {
            return URI.create(required(key));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + " is not an address: " + e.getMessage(), e);
        }
    }

    private static long size(String written) {
        Matcher size = SIZE.matcher(written);
        if (!size.matches()) {
            throw new IllegalArgumentException("size " + written + " is not a number with B, kB, MB or GB");
        }
        String unit = size.group(2) == null ? "B" : size.group(2);
        return new BigDecimal(size.group(1))
                .multiply(BigDecimal.valueOf(UNITS.getOrDefault(unit, 1L)))
                .longValue();
    }

    private String required(String key) {
        String value = optional(key);
        if (value.isEmpty()) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "the key %s is missing", key));
        }
        return value;
    }

    private String optional(String key) {
        return values.getProperty(key, "").strip();
    }
}
