package dev.aizuchi.japanese.value;

import java.util.List;

/** Group the figures of telephone numbers in Japan (総務省, 電気通信番号計画). */
final class PhoneNumbers {
    private static final List<String> LONG_MOBILE = List.of("090", "080", "070", "060", "050", "020");
    private static final List<String> CITIES_OF_TWO = List.of("03", "06");
    private static final List<String> CITIES_OF_THREE = List.of(
            "011", "015", "017", "018", "019", "022", "023", "024", "025", "026", "027", "028", "029", "042", "043",
            "044", "045", "046", "047", "048", "049", "052", "053", "054", "055", "058", "059", "072", "073", "075",
            "076", "077", "078", "079", "082", "083", "084", "086", "087", "088", "089", "092", "093", "095", "096",
            "097", "098", "099");

    private PhoneNumbers() {}

    static boolean isWhole(String digits) {
        if (!digits.startsWith("0") || digits.startsWith("00")) {
            return false;
        }
        boolean eleven =
                LONG_MOBILE.contains(digits.substring(0, Math.min(3, digits.length()))) || digits.startsWith("0800");
        return digits.length() == (eleven ? 11 : 10);
    }

    static String grouped(String digits) {
        if (digits.startsWith("0120") || digits.startsWith("0570")) {
            return grouped(digits, 4, 3);
        }
        if (digits.startsWith("0800")) {
            return grouped(digits, 4, 3);
        }
        if (digits.length() == 11) {
            return grouped(digits, 3, 4);
        }
        if (CITIES_OF_TWO.contains(digits.substring(0, 2))) {
            return grouped(digits, 2, 4);
        }
        return CITIES_OF_THREE.contains(digits.substring(0, 3)) ? grouped(digits, 3, 3) : grouped(digits, 4, 2);
    }

    private static String grouped(String digits, int area, int office) {
        return digits.substring(0, area) + "-" + digits.substring(area, area + office) + "-"
                + digits.substring(area + office);
    }
}
