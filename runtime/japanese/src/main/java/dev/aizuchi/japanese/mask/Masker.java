package dev.aizuchi.japanese.mask;

import dev.aizuchi.japanese.grammar.Tokenizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Put typed placeholders where a text names a person: 「田中さんの電話は090-1234-5678」 → 「〔氏名1〕さんの電話は〔電話番号1〕」.
 *
 * <p>The same data has the same placeholder throughout a text. Rules, lists and the dictionary's name tags only. What
 * is uncertain is masked for phone, My Number and names before さん, and left for lone words. Any text is taken; callable
 * from any thread.
 */
public final class Masker {
    private final NumberFinder numbers = new NumberFinder();
    private final TextFinder shapes = new TextFinder();
    private final Names names = new Names(new Tokenizer());

    /** Find personal data, in the order of the text, without overlaps. */
    public List<PersonalData> find(String text) {
        List<PersonalData> candidates = new ArrayList<>(shapes.find(text));
        candidates.addAll(numbers.find(text));
        candidates.addAll(names.find(text));
        List<PersonalData> found = new ArrayList<>();
        // Earlier finders are the surer ones: a name inside of an address belongs to the address.
        for (PersonalData candidate : candidates) {
            if (found.stream().noneMatch(candidate::overlaps)) {
                found.add(candidate);
            }
        }
        found.sort(Comparator.comparingInt(PersonalData::start));
        return found;
    }

    /** Give a text with its personal data replaced. */
    public Masked mask(String text) {
        List<PersonalData> found = find(text);
        Map<String, String> placeholders = new HashMap<>();
        Map<PersonalDataKind, Integer> used = new EnumMap<>(PersonalDataKind.class);
        Map<String, String> secrets = new TreeMap<>();
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (PersonalData data : found) {
            String words = text.substring(data.start(), data.end());
            String placeholder = placeholders.computeIfAbsent(
                    data.kind() + plain(words, data.kind()), key -> next(text, data.kind(), used));
            // Two spellings of one number share a placeholder; the first is what comes back.
            secrets.putIfAbsent(placeholder, words);
            masked.append(text, from, data.start()).append(placeholder);
            from = data.end();
        }
        return new Masked(masked.append(text.substring(from)).toString(), found, secrets);
    }

    /** Give the next placeholder of a kind that the text does not hold already by itself. */
    private static String next(String text, PersonalDataKind kind, Map<PersonalDataKind, Integer> used) {
        String placeholder;
        do {
            placeholder = "〔" + kind.label() + used.merge(kind, 1, Integer::sum) + "〕";
        } while (text.contains(placeholder));
        return placeholder;
    }

    private static String plain(String words, PersonalDataKind kind) {
        boolean number = kind == PersonalDataKind.PHONE
                || kind == PersonalDataKind.MY_NUMBER
                || kind == PersonalDataKind.POSTAL_CODE;
        return number
                ? new Digits(words, true).text().replaceAll("[^0-9]", "")
                : java.text.Normalizer.normalize(words, java.text.Normalizer.Form.NFKC)
                        .replaceAll("\\s", "");
    }
}
