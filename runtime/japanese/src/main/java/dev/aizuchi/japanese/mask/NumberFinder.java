package dev.aizuchi.japanese.mask;

import dev.aizuchi.japanese.DataFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Find numbers that name a person: phone, My Number, postal code, insurance, and what a label announces. */
final class NumberFinder {
    /** How far before a number its label may stand, in UTF-16 units. */
    private static final int NEAR = 24;

    private static final String GAP = "[-\\s.・、のノ]?";
    private static final Pattern PHONE = Pattern.compile(
            "(?<![0-9])(?:\\+81[- ]?(?:\\(0\\))?|\\(?0)[0-9]{1,4}\\)?(?:[-\\s.・、のノ()]?[0-9]){6,9}(?![0-9]|-[0-9])");
    private static final Pattern MY_NUMBER =
            Pattern.compile("(?<![0-9-])[0-9]{4}" + GAP + "[0-9]{4}" + GAP + "[0-9]{4}(?![- ]?[0-9])");
    private static final Pattern CARD = Pattern.compile("(?<![0-9-])(?:[0-9]{4}[- ]?){3}[0-9]{3,4}(?![0-9]|-[0-9])");
    private static final Pattern POSTAL =
            Pattern.compile("〒\\s*[0-9]{3}[-のノ ]?[0-9]{4}|(?<![0-9-])[0-9]{3}[-のノ][0-9]{4}(?![0-9]|-[0-9])");
    private static final Pattern LOOSE =
            Pattern.compile("(?<![0-9A-Za-z+-])(?!(?:ID|Id|id|No|NO)[ .:])\\+?[0-9A-Za-z](?:" + GAP
                    + "[0-9A-Za-z]){1,19}(?![0-9A-Za-z])");

    private record Label(PersonalDataKind kind, Pattern words, int fewest, int most) {}

    private final List<Label> labels = new ArrayList<>();

    NumberFinder() {
        for (List<String> row : DataFile.read(NumberFinder.class, "labels.tsv").rows("labels", 4)) {
            labels.add(new Label(
                    PersonalDataKind.valueOf(row.get(0)),
                    Pattern.compile(row.get(1) + "[^0-9。]{0,8}$"),
                    Integer.parseInt(row.get(2)),
                    Integer.parseInt(row.get(3))));
        }
    }

    List<PersonalData> find(String text) {
        List<PersonalData> found = new ArrayList<>();
        for (boolean spoken : new boolean[] {false, true}) {
            Digits digits = new Digits(text, spoken);
            labelled(digits, found);
            add(digits, MY_NUMBER, PersonalDataKind.MY_NUMBER, found);
            add(digits, PHONE, PersonalDataKind.PHONE, found);
            add(digits, CARD, PersonalDataKind.OTHER_NUMBER, found);
            if (!spoken) {
                add(digits, POSTAL, PersonalDataKind.POSTAL_CODE, found);
            }
        }
        return found;
    }

    private void labelled(Digits digits, List<PersonalData> found) {
        Matcher matcher = LOOSE.matcher(digits.text());
        while (matcher.find()) {
            String before = digits.text().substring(Math.max(0, matcher.start() - NEAR), matcher.start());
            long count = count(matcher.group());
            for (Label label : labels) {
                if (count >= label.fewest
                        && count <= label.most
                        && label.words.matcher(before).find()) {
                    found.add(span(digits, matcher, label.kind));
                    break;
                }
            }
        }
    }

    private static void add(Digits digits, Pattern pattern, PersonalDataKind kind, List<PersonalData> found) {
        Matcher matcher = pattern.matcher(digits.text());
        while (matcher.find()) {
            if (fits(matcher.group(), kind)) {
                found.add(span(digits, matcher, kind));
            }
        }
    }

    private static boolean fits(String written, PersonalDataKind kind) {
        String digits = written.replaceAll("[^0-9]", "");
        return switch (kind) {
            case MY_NUMBER -> isMyNumber(digits);
            case PHONE -> isPhone(written, digits);
            case OTHER_NUMBER -> isCard(digits);
            default -> true;
        };
    }

    private static PersonalData span(Digits digits, Matcher matcher, PersonalDataKind kind) {
        return new PersonalData(digits.start(matcher.start()), digits.end(matcher.end()), kind);
    }

    private static long count(String written) {
        return written.chars()
                .filter(Character::isLetterOrDigit)
                .filter(c -> c < 128)
                .count();
    }

    /** Check the last of 12 digits (総務省令 of 2014, no. 85, article 5). */
    static boolean isMyNumber(String digits) {
        if (digits.length() != 12 || digits.chars().distinct().count() == 1) {
            return false;
        }
        int sum = 0;
        for (int n = 1; n <= 11; n++) {
            int weight = n <= 6 ? n + 1 : n - 5;
            sum += (digits.charAt(11 - n) - '0') * weight;
        }
        int rest = sum % 11;
        return digits.charAt(11) - '0' == (rest <= 1 ? 0 : 11 - rest);
    }

    /** Ten digits to a house, eleven to a mobile, by the numbering plan of 総務省; years and sums do not begin with 0. */
    private static boolean isPhone(String written, String digits) {
        String national = written.startsWith("+81") ? "0" + digits.substring(2).replaceFirst("^0", "") : digits;
        boolean eleven = national.matches("0[5-9]0[0-9]{8}") || national.matches("0800[0-9]{7}");
        return eleven || (national.matches("0[1-9][0-9]{8}") && !national.matches("0[5-9]0.*"));
    }

    /** Luhn, ISO/IEC 7812-1. */
    private static boolean isCard(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return digits.length() >= 14
                && sum % 10 == 0
                && digits.chars().distinct().count() > 1;
    }
}
