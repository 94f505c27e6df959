package dev.aizuchi.reception;

import dev.aizuchi.skill.Phrases;
import java.util.List;

/**
 * Find staff by the name that a visitor says: written or by its sound, with a title or without.
 *
 * @param people who can be visited, as the site lists them
 */
record Directory(List<Entry> people) {
    Directory {
        people = List.copyOf(people);
    }

    /** One person: family and given name, how they are read, the department, the extension. */
    record Entry(String name, String reading, String department, String extension) {
        String family() {
            return name.substring(0, name.indexOf(' '));
        }

        String joinedName() {
            return name.replace(" ", "");
        }
    }

    /** Read the list beside the skill. */
    static Directory beside(Class<?> skill) {
        return new Directory(Phrases.beside(skill, "directory.tsv").of("staff").stream()
                .map(line -> line.split("\t", -1))
                .map(cells -> new Entry(cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip()))
                .toList());
    }

    /** Give all whom the words may mean; a department in the text narrows them. */
    List<Entry> find(String said, String text) {
        String name = said.replaceAll("(さん|様|さま|先生|氏|部長|課長|社長)$", "").strip();
        List<Entry> named = people.stream()
                .filter(entry -> !name.isEmpty() && (isNamed(entry.name(), name) || isNamed(entry.reading(), name)))
                .toList();
        List<Entry> inDepartment = named.stream()
                .filter(entry -> text.contains(entry.department()))
                .toList();
        return inDepartment.isEmpty() ? named : inDepartment;
    }

    private static boolean isNamed(String written, String name) {
        return written.replace(" ", "").equals(name)
                || List.of(written.split(" ", -1)).contains(name);
    }
}
