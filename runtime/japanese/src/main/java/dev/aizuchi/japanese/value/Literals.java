package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.number.Numeral;
import dev.aizuchi.japanese.number.SpokenNumerals;
import dev.aizuchi.japanese.number.WrittenNumerals;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Find what is written in a form of its own: telephone numbers, postal codes, 2024/3/5, 10:30, 1-2-3, A-101号室. */
final class Literals {
    private static final Pattern DATE = Pattern.compile(
            "(?<![0-9/.-])((?:[12][0-9]{3}|[MTSHR][0-9]{1,2}))([-/.])([0-9]{1,2})\\2([0-9]{1,2})(?![0-9/-])");
    private static final Pattern MONTH_DAY = Pattern.compile(
            "(?<![0-9/.-])(1[0-2]|0?[1-9])/(3[01]|[12][0-9]|0?[1-9])(?![0-9/]|カップ|個|錠|本分?|杯|枚|丁|袋|切|玉|缶|片|包|量|くらいの量|人前|の(?:確率|量|大きさ|長さ))");
    private static final Pattern TIME =
            Pattern.compile("(?<![0-9:])([01]?[0-9]|2[0-9]):([0-5][0-9])(?::([0-5][0-9]))?(?![0-9:])");
    private static final Pattern POSTAL = Pattern.compile("〒? ?([0-9]{3})-([0-9]{4})(?![0-9-])");
    private static final Pattern ADDRESS =
            Pattern.compile("(?<![0-9-])([0-9]{1,4})[-の]([0-9]{1,4})[-の]([0-9]{1,5})(?:[-の]([0-9]{1,5}))?(?![0-9-])");
    private static final Pattern ROOM = Pattern.compile("(?<![A-Za-z])([A-Z]-?[0-9]{1,4})(?:号室|室|番教室)");
    private static final String SHORT_NUMBERS = "110 119 118 117 171 177 104 115 188 189 7119 8000";

    private final SpokenNumerals spoken;

    Literals(SpokenNumerals spoken) {
        this.spoken = spoken;
    }

    /** Give the literal that begins here; its role is LITERAL, its text "KIND value". */
    @Nullable
    Piece at(String text, String hiragana, int at) {
        char c = text.charAt(at);
        boolean figure = c >= '0' && c <= '9';
        if (figure
                || "〒+(MTSHR".indexOf(c) >= 0
                || (c >= 'A' && c <= 'Z')
                || WrittenNumerals.digit(c) == 0
                || hiragana.charAt(at) == 'ぜ'
                || hiragana.charAt(at) == 'れ'
                || hiragana.charAt(at) == 'ま'
                || WrittenNumerals.digit(c) > 0) {
            Piece phone = phone(text, hiragana, at);
            if (phone != null) {
                return phone;
            }
        }
        return figure || c == '〒' || (c >= 'A' && c <= 'Z') ? written(text, at) : null;
    }

    private static @Nullable Piece written(String text, int at) {
        Matcher date = begins(DATE, text, at);
        if (date != null) {
            return literal(date, "DATE " + date.group(1) + " " + date.group(3) + " " + date.group(4));
        }
        Matcher time = begins(TIME, text, at);
        if (time != null) {
            return literal(
                    time,
                    "TIME " + time.group(1) + " " + time.group(2) + (time.group(3) == null ? "" : " " + time.group(3)));
        }
        Matcher day = begins(MONTH_DAY, text, at);
        if (day != null) {
            return literal(day, "MONTH_DAY " + day.group(1) + " " + day.group(2));
        }
        Matcher postal = begins(POSTAL, text, at);
        if (postal != null && (at == 0 || "0123456789-".indexOf(text.charAt(at - 1)) < 0)) {
            return literal(postal, "POSTAL_CODE " + postal.group(1) + "-" + postal.group(2));
        }
        Matcher address = begins(ADDRESS, text, at);
        if (address != null) {
            return literal(address, "ADDRESS " + address.group().replace('の', '-'));
        }
        Matcher room = begins(ROOM, text, at);
        return room == null ? null : literal(room, "ROOM " + room.group(1));
    }

    private static @Nullable Matcher begins(Pattern pattern, String text, int at) {
        Matcher matcher = pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
        return matcher.lookingAt() ? matcher : null;
    }

    private static Piece literal(Matcher found, String value) {
        return Piece.word(found.start(), found.end(), Role.LITERAL, 0, value);
    }

    /** Figures in groups, said or written; ten or eleven that begin with 0, or an emergency number. */
    private @Nullable Piece phone(String text, String hiragana, int at) {
        if (at > 0 && (WrittenNumerals.digit(text.charAt(at - 1)) >= 0 || "-.,+".indexOf(text.charAt(at - 1)) >= 0)) {
            return null;
        }
        boolean kana = text.charAt(at) >= 'ぁ' && text.charAt(at) <= 'ー';
        StringBuilder digits = new StringBuilder();
        boolean abroad = text.startsWith("+81", at);
        int place = abroad ? at + 3 : text.charAt(at) == '(' ? at + 1 : at;
        int end = place;
        while (place < text.length() && digits.length() < 13) {
            char c = text.charAt(place);
            int length = 1;
            if (WrittenNumerals.digit(c) >= 0) {
                digits.append(WrittenNumerals.digit(c));
            } else if (kana && c >= 'ぁ' && c <= 'ー' && c != 'の' && c != 'ノ') {
                Numeral said = figure(hiragana, place);
                if (said == null) {
                    break;
                }
                digits.append(said.value().intValue());
                length = said.end() - said.start();
            } else if ("-の()ノ、 ー".indexOf(c) < 0 || (digits.length() == 0 && !abroad)) {
                break;
            } else {
                place++;
                continue;
            }
            place += length;
            end = place;
        }
        if (end < text.length() && "十百千万億兆年月日時円".indexOf(text.charAt(end)) >= 0) {
            return null;
        }
        String number = abroad ? "0" + digits : digits.toString();
        if (PhoneNumbers.isWhole(number)) {
            return Piece.word(at, end, Role.LITERAL, 0, "PHONE " + PhoneNumbers.grouped(number));
        }
        boolean emergency = List.of(SHORT_NUMBERS.split(" ", -1)).contains(number)
                && text.startsWith("番", end)
                && !text.startsWith("番目", end);
        return emergency ? Piece.word(at, end + 1, Role.LITERAL, 0, "PHONE " + number) : null;
    }

    private @Nullable Numeral figure(String hiragana, int at) {
        Numeral best = null;
        for (Numeral numeral : spoken.at(hiragana, at)) {
            boolean single =
                    numeral.value().precision() == 1 && numeral.value().scale() == 0 && numeral.digits() == null;
            if (single && !(best != null && best.end() >= numeral.end()) && hiragana.charAt(numeral.end() - 1) != 'っ') {
                best = numeral;
            }
        }
        return best;
    }
}
