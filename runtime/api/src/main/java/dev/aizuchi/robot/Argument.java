package dev.aizuchi.robot;

/** State one argument of an act; a number carries its unit in its name ({@code angle_deg}). */
public sealed interface Argument {

    /** Name the argument, in snake case. */
    String name();

    /** A word or a sentence. */
    record Text(String name, String value) implements Argument {
        public Text {
            requireName(name);
            if (value.isBlank()) {
                throw new IllegalArgumentException("argument " + name + " is blank");
            }
        }
    }

    /** A measure in the unit that the name ends with. */
    record Measure(String name, double value) implements Argument {
        public Measure {
            requireName(name);
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("argument " + name + " is not a finite number");
            }
        }
    }

    /** Yes or no. */
    record Flag(String name, boolean value) implements Argument {
        public Flag {
            requireName(name);
        }
    }

    private static void requireName(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("not an argument name in snake case: " + name);
        }
    }
}
