package dev.aizuchi.japanese.fence;

import dev.aizuchi.japanese.DataFile;
import dev.aizuchi.japanese.Morphology;
import dev.aizuchi.japanese.fence.Breach.Kind;
import dev.aizuchi.japanese.fence.Content.Atom;
import dev.aizuchi.japanese.grammar.Token;
import dev.aizuchi.japanese.grammar.Tokenizer;
import dev.aizuchi.japanese.mask.Masker;
import dev.aizuchi.japanese.mask.PersonalData;
import dev.aizuchi.japanese.mask.PersonalDataKind;
import dev.aizuchi.japanese.value.FoundValue;
import dev.aizuchi.japanese.value.Value;
import dev.aizuchi.japanese.value.Values;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Find what a text asserts; callable from any thread. */
final class ContentReader {
    private static final Set<String> TIMES = Set.of(
            "DATE",
            "TIME",
            "DATETIME",
            "DURATION",
            "DATE_RANGE",
            "TIME_RANGE",
            "DATETIME_RANGE",
            "RECURRENCE",
            "FREQUENCY",
            "DAYPART");
    private static final Pattern ASKS = Pattern.compile("(?:か(?:ね|な)?|[?])[。?]*$");
    private static final Pattern NUMERAL = Pattern.compile("[0-9]+|[〇零一二三四五六七八九十百千万億兆]{2,}");

    private final Tokenizer tokenizer = new Tokenizer();
    private final Values values = new Values(new Morphology());
    private final Masker masker = new Masker();
    private final Pattern noValues;
    private final List<String> bounds;
    private final Pattern places;
    private final Pattern drugs;
    private final Set<String> light;

    /** Know also the places of a site. */
    ContentReader(List<String> sitePlaces) {
        DataFile data = DataFile.read(ContentReader.class, "content.txt");
        noValues = anyOf(data.lines("no values"));
        bounds = data.lines("bounds");
        List<String> all = new ArrayList<>(data.lines("places"));
        sitePlaces.stream()
                .filter(place -> !place.isBlank())
                .map(Pattern::quote)
                .forEach(all::add);
        places = anyOf(all);
        drugs = anyOf(data.lines("drugs"));
        light = data.lines("light").stream()
                .flatMap(line -> List.of(line.split(" ")).stream())
                .collect(Collectors.toSet());
    }

    private static Pattern anyOf(List<String> lines) {
        return Pattern.compile(String.join("|", lines));
    }

    /** Bring a text into the spelling in which it is read. */
    static String spelled(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    /** Read a sentence or a part of one. */
    Content read(String raw) {
        String text = spelled(raw);
        List<Token> tokens = tokenizer.tokens(text);
        List<int[]> taken = new ArrayList<>();
        List<Atom> atoms = new ArrayList<>();
        names(text, tokens, atoms, taken);
        values(text, atoms, taken);
        Set<String> words = new HashSet<>();
        long denials = 0;
        for (Token token : tokens) {
            denials += isDenial(token) ? 1 : 0;
            if (isContent(token) && taken.stream().noneMatch(span -> overlaps(span, token.start(), token.end()))) {
                words.add(token.isNoun() ? token.surface() : token.base());
            }
        }
        words.removeAll(light);
        boolean asks = ASKS.matcher(text).find();
        return new Content(text, List.copyOf(atoms), words, denials % 2 == 1, asks);
    }

    private void values(String text, List<Atom> atoms, List<int[]> taken) {
        List<int[]> free = new ArrayList<>(taken);
        noValues.matcher(text).results().forEach(found -> free.add(span(found)));
        for (FoundValue value : values.find(text).values()) {
            if (isFree(value.start(), value.end(), free)) {
                atoms.addAll(atoms(value, text));
                taken.add(new int[] {value.start(), value.end()});
            }
            free.add(new int[] {value.start(), value.end()});
        }
        Matcher numeral = NUMERAL.matcher(text);
        while (numeral.find()) {
            if (free.stream().noneMatch(span -> overlaps(span, numeral.start(), numeral.end()))) {
                atoms.add(new Atom(Kind.NUMBER, numeral.group(), Set.of("numeral " + numeral.group()), ""));
            }
        }
    }

    /** A value that lies wholly in words without one is none; 「今日の千円」 still holds a price. */
    private static boolean isFree(int start, int end, List<int[]> free) {
        return free.stream().noneMatch(span -> span[0] <= start && end <= span[1]);
    }

    private List<Atom> atoms(FoundValue value, String text) {
        Kind kind = TIMES.contains(value.kind().name()) ? Kind.TIME : Kind.NUMBER;
        String name = value.kind().name();
        String wire = value.value().wire();
        int cut = wire.indexOf('/');
        if (name.endsWith("_RANGE") && cut > 0) {
            String plain = name.replace("_RANGE", "");
            return List.of(
                    new Atom(kind, value.surface(), Set.of(plain + " " + wire.substring(0, cut)), "から"),
                    new Atom(kind, value.surface(), Set.of(plain + " " + wire.substring(cut + 1)), "まで"));
        }
        Set<String> readings = new HashSet<>();
        readings.add(reading(name, value.value()));
        value.alternatives().forEach(other -> readings.add(reading(other.kind().name(), other.value())));
        String rest = text.substring(value.end());
        String bound = bounds.stream().filter(rest::startsWith).findFirst().orElse("");
        return List.of(new Atom(kind, value.surface(), readings, bound));
    }

    private static String reading(String kind, Value value) {
        return kind + " " + value.wire() + value.unit();
    }

    private void names(String text, List<Token> tokens, List<Atom> atoms, List<int[]> taken) {
        drugs.matcher(text).results().forEach(found -> add(atoms, taken, Kind.DRUG, found.group(), span(found)));
        places.matcher(text).results().forEach(found -> add(atoms, taken, Kind.PLACE, found.group(), span(found)));
        for (PersonalData data : masker.find(text)) {
            Kind kind = data.kind() == PersonalDataKind.NAME ? Kind.NAME : Kind.PERSONAL;
            add(atoms, taken, kind, text.substring(data.start(), data.end()), new int[] {data.start(), data.end()});
        }
        for (Token token : tokens) {
            if (token.is("名詞-固有名詞") && !token.surface().matches("[ぁ-ゖー]{1,2}")) {
                boolean place = token.is("名詞-固有名詞-地域") || token.is("名詞-固有名詞-組織");
                add(atoms, taken, place ? Kind.PLACE : Kind.NAME, token.surface(), new int[] {token.start(), token.end()
                });
            }
        }
    }

    private static void add(List<Atom> atoms, List<int[]> taken, Kind kind, String surface, int[] span) {
        if (taken.stream().noneMatch(other -> overlaps(other, span[0], span[1]))) {
            atoms.add(new Atom(kind, surface, Set.of(surface), ""));
            taken.add(span);
        }
    }

    private static int[] span(MatchResult found) {
        return new int[] {found.start(), found.end()};
    }

    private static boolean overlaps(int[] span, int start, int end) {
        return span[0] < end && start < span[1];
    }

    private static boolean isDenial(Token token) {
        boolean helper = token.is("助動詞") && Set.of("ない", "ぬ", "ん", "まい").contains(token.base());
        return helper || (token.is("形容詞") && token.base().equals("ない"));
    }

    private static boolean isContent(Token token) {
        return token.is("名詞-一般")
                || token.is("名詞-サ変接続")
                || token.is("名詞-形容動詞語幹")
                || token.is("動詞-自立")
                || token.is("形容詞-自立");
    }
}
