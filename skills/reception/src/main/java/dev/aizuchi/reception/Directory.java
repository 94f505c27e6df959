package dev.aizuchi.reception;

import dev.aizuchi.skill.Phrases;
import dev.aizuchi.skill.Turn;
import java.util.List;
import java.util.stream.Stream;

/**
 * Find staff by the name that a visitor says: written or by its sound, with a title or without.
 *
 * @param people who can be visited, as the site lists them
 */
record Directory(List<Entry> people) {
    Directory {
        people = List.copyOf(people);
    }

    /**
     * One person: family and given name, how they are read, the department, the extension, given and family name in
     * Latin letters.
     */
    record Entry(String name, String reading, String department, String extension, String latin) {
        String family() {
            return name.substring(0, name.indexOf(' '));
        }

        /** Give the family name as it is said in a language. */
        String family(String language) {
            return language.equals(Turn.JAPANESE) ? family() : latin.substring(latin.lastIndexOf(' ') + 1);
        }

        /** Give the whole name as it is said in a language. */
        String whole(String language) {
            return language.equals(Turn.JAPANESE) ? joinedName() : latin;
        }

        Stream<String> spellings() {
            return Stream.of(name, reading, latin);
        }

        String joinedName() {
            return name.replace(" ", "");
        }
    }

    /** Read the list beside the skill. */
    static Directory beside(Class<?> skill) {
        return new Directory(Phrases.beside(skill, "directory.tsv").of("staff").stream()
                .map(line -> line.split("\t", -1))
                .map(cells -> new Entry(
                        cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip()))
                .toList());
    }

    /** Give all whom the words may mean; a department in the text narrows them. */
    List<Entry> find(String said, String text) {
        String name = said.replaceAll("(さん|様|さま|先生|氏|部長|課長|社長)$|^(?i:mr|mrs|ms|miss|dr)\\b[. ]*", "")
                .strip();
        List<Entry> named = people.stream()
                .filter(entry -> !name.isEmpty() && entry.spellings().anyMatch(each -> isNamed(each, name)))
                .toList();
        List<Entry> inDepartment = named.stream()
                .filter(entry -> text.contains(entry.department()))
                .toList();
        return inDepartment.isEmpty() ? named : inDepartment;
    }

    private static boolean isNamed(String written, String name) {
        return Stream.concat(Stream.of(written, written.replace(" ", "")), Stream.of(written.split(" ", -1)))
                .anyMatch(name::equalsIgnoreCase);
    }
}
