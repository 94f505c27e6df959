package dev.aizuchi.japanese.value;

import dev.aizuchi.japanese.number.Counter;
import dev.aizuchi.japanese.number.Numeral;
import org.jspecify.annotations.Nullable;

/** Find numbers that name something: telephone, postal code, extension, ticket, room, 三丁目五番二号, 震度五. */
final class LabelRule implements Rule {
    @Override
    public @Nullable Parsed at(Pieces pieces, int i, Now now) {
        return switch (pieces.get(i).role()) {
            case LITERAL -> literal(pieces, i);
            case LABEL -> labelled(pieces, i);
            case COUNTED -> address(pieces, i);
            default -> null;
        };
    }

    private static @Nullable Parsed literal(Pieces pieces, int i) {
        String text = pieces.get(i).text();
        int blank = text.indexOf(' ');
        String name = text.substring(0, blank);
        if (name.equals("DATE") || name.equals("MONTH_DAY") || name.equals("TIME")) {
            return null;
        }
        return Parsed.of(pieces, i, i + 1, Kind.valueOf(name), new Value.Label(text.substring(blank + 1)));
    }

    private static @Nullable Parsed labelled(Pieces pieces, int i) {
        String[] fields = pieces.get(i).text().split(" ", -1);
        Kind kind = Kind.valueOf(fields[0]);
        Piece piece = pieces.get(i + 1);
        Numeral numeral = piece.numeral();
        boolean linked = pieces.linked(i + 1, "は", "の", "が", " ", ":", "、");
        if (!linked || numeral == null || piece.role() == Role.FRACTION) {
            return null;
        }
        // 会議室三〇一 has a number; 会議室三つ has none.
        boolean named = fields.length > 1 && fields[1].equals("figures");
        if (named
                && (piece.role() != Role.NUMBER
                        || numeral.digits() == null
                        || numeral.digits().length() < 2
                        || numeral.digits().length() > 4)) {
            return null;
        }
        boolean measure = kind == Kind.ORDINAL || kind == Kind.MEASURE;
        Value value =
                measure ? new Value.Amount(numeral.value(), fields[1]) : new Value.Label(AmountRule.figures(numeral));
        int end = piece.role() == Role.COUNTED && !measure ? piece.end() : numeral.end();
        Parsed parsed = Parsed.of(pieces, i, i + 2, kind, value);
        int start = measure ? parsed.start() : numeral.start();
        return new Parsed(start, end, i + 2, parsed.readings(), null);
    }

    /** 三丁目五番地二号; the parts fall from 丁目 to 号. */
    private static @Nullable Parsed address(Pieces pieces, int i) {
        if (!isPart(pieces.get(i), "丁目") && !isPart(pieces.get(i), "番地")) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        int next = i;
        while ((next == i || pieces.linked(next, "の", "-", " ")) && next < i + 4 && isAddress(pieces.get(next))) {
            text.append(text.isEmpty() ? "" : "-")
                    .append(pieces.get(next++).number().value().toPlainString());
        }
        return next == i + 1 && isPart(pieces.get(i), "丁目")
                ? null
                : Parsed.of(pieces, i, next, Kind.ADDRESS, new Value.Label(text.toString()));
    }

    private static boolean isAddress(Piece piece) {
        boolean named = isPart(piece, "丁目")
                || isPart(piece, "番地")
                || isPart(piece, "番")
                || isPart(piece, "号")
                || piece.is(Counter.Kind.ROOM);
        return piece.count() >= 0 && (named || piece.role() == Role.NUMBER);
    }

    private static boolean isPart(Piece piece, String name) {
        return piece.counter() != null && piece.counter().name().equals(name);
    }
}
