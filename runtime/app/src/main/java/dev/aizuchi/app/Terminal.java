package dev.aizuchi.app;

import java.io.PrintWriter;
import picocli.CommandLine;

/** Write to a person's terminal, in colour where that is wanted. */
final class Terminal {
    /** What a colour stands for. */
    enum Tone {
        PERSON("36"),
        ROBOT("32"),
        MOTION("34"),
        WARNING("33"),
        ERROR("31"),
        FAINT("2");

        private final String code;

        Tone(String code) {
            this.code = code;
        }
    }

    private final PrintWriter out;
    private final boolean colours;

    Terminal(PrintWriter out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** Colour for a terminal, none for a pipe or where NO_COLOR is set (no-color.org). */
    static boolean wantsColour() {
        return CommandLine.Help.Ansi.AUTO.enabled();
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    String paint(Tone tone, String text) {
        return colours ? "\u001b[" + tone.code + "m" + text + "\u001b[0m" : text;
    }
}
