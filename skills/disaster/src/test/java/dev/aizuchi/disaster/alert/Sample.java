package dev.aizuchi.disaster.alert;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Give the messages that tests read, whole or with a part replaced. */
record Sample(String name, String text) {
    static Sample of(String name) {
        try (InputStream in = Sample.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no sample " + name);
            }
            return new Sample(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replace a part, which must be there. */
    Sample with(String part, String other) {
        if (!text.contains(part)) {
            throw new IllegalArgumentException(name + " does not hold " + part);
        }
        return new Sample(name, text.replace(part, other));
    }

    Alert read() {
        return AlertReader.read(text.getBytes(StandardCharsets.UTF_8), name);
    }
}
