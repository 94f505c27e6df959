package dev.aizuchi.japanese.reading;

import dev.aizuchi.japanese.kana.Spelling;
import java.util.ArrayList;
import java.util.List;

/** Gather what is read into accent phrases. */
final class Phrases {
    private final Spelling spelling;
    private final List<Reading.Phrase> phrases = new ArrayList<>();
    private final StringBuilder kana = new StringBuilder();
    private final StringBuilder current = new StringBuilder();
    private int start;
    private int end;

    Phrases(Spelling spelling) {
        this.spelling = spelling;
    }

    Reading of(List<Unit> units) {
        Unit last = null;
        for (Unit unit : units) {
            if (unit.kana().isEmpty()) {
                continue;
            }
            if (unit.isPause()) {
                close(unit.kana());
                last = null;
                continue;
            }
            if (last != null && last.parts(unit)) {
                close("");
            }
            add(unit);
            last = unit;
        }
        close("");
        return new Reading(kana.toString().strip(), phrases);
    }

    /** A unit may hold several phrases, and pauses. */
    private void add(Unit unit) {
        String[] parts = unit.kana().split(" ", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                close("");
            }
            String[] said = parts[i].split("、", -1);
            for (int j = 0; j < said.length; j++) {
                if (j > 0) {
                    close("、");
                }
                if (!said[j].isEmpty()) {
                    begin(unit);
                    current.append(said[j]);
                    end = unit.end();
                }
            }
        }
    }

    private void begin(Unit unit) {
        if (current.isEmpty()) {
            start = unit.start();
        }
    }

    private void close(String pause) {
        if (!current.isEmpty()) {
            if (!kana.isEmpty()) {
                kana.append(' ');
            }
            kana.append(current).append(pause);
            phrases.add(
                    new Reading.Phrase(current.toString(), spelling.start(start), spelling.end(end), !pause.isEmpty()));
            current.setLength(0);
        } else if (pause.equals("。") && kana.length() > 0 && kana.charAt(kana.length() - 1) == '、') {
            kana.setCharAt(kana.length() - 1, '。');
        }
    }
}
