package dev.aizuchi.japanese.mask;

import java.util.List;
import java.util.Map;

/**
 * Hold a text without its personal data, and apart from it what the placeholders stand for.
 *
 * @param text the text with placeholders: 〔氏名1〕さん
 * @param found where the data stood in the original
 * @param secrets placeholder to original words; personal data, to be sealed before it is stored
 */
public record Masked(String text, List<PersonalData> found, Map<String, String> secrets) {
    public Masked {
        found = List.copyOf(found);
        secrets = Map.copyOf(secrets);
    }

    /** Say what was found, not whom: secrets never stand in a log. */
    @Override
    public String toString() {
        return "Masked[" + found.size() + " found]";
    }
}
