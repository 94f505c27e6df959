package dev.aizuchi.voice.ssml;

import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.number.NumberSpeech;
import dev.aizuchi.speech.AudioException;
import dev.aizuchi.voice.Script;
import dev.aizuchi.voice.hmm.Prosody;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Turn the elements of one SSML document into a script. */
final class SsmlReader {
    private static final Set<String> PASSED_OVER =
            Set.of("lang", "voice", "audio", "mark", "token", "w", "lexicon", "lookup", "desc");

    private static final Set<String> UNSPOKEN = Set.of("metadata", "meta");
    private static final Set<String> FIGURES = Set.of("digits", "characters", "spell-out", "verbatim");
    private static final String CURE =
            "; use speak, p, s, break, prosody, emphasis, sub, say-as or phoneme, or leave it out";

    private final XMLStreamReader in;
    private final List<Script.Part> parts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    SsmlReader(XMLStreamReader in) {
        this.in = in;
    }

    Ssml read() throws XMLStreamException {
        in.nextTag();
        if (!in.getLocalName().equals("speak")) {
            throw error("the document begins with this element; put all of it into <speak>");
        }
        content(Prosody.PLAIN);
        return new Ssml(new Script(parts), notes);
    }

    private void content(Prosody prosody) throws XMLStreamException {
        for (int event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                element(prosody);
            } else if (event == XMLStreamConstants.CHARACTERS && !in.getText().isBlank()) {
                parts.add(new Script.Words(in.getText().replaceAll("\\s+", " ").strip(), prosody));
            }
        }
    }

    private void element(Prosody prosody) throws XMLStreamException {
        String name = in.getLocalName();
        switch (name) {
            case "p", "s" -> {
                parts.add(new Script.SentenceEnd());
                content(prosody);
                parts.add(new Script.SentenceEnd());
            }
            case "break" -> {
                parts.add(new Script.Break(Measures.millis(this, attribute("time"), attribute("strength"))));
                content(prosody);
            }
            case "prosody" -> content(prosody.with(Measures.prosody(this)));
            case "emphasis" -> content(prosody.with(Measures.emphasis(this, attribute("level"))));
            case "sub" -> {
                parts.add(new Script.Words(required("alias"), prosody));
                skip();
            }
            case "say-as" -> sayAs(prosody);
            case "phoneme" -> phoneme(prosody);
            default -> other(name, prosody);
        }
    }

    private void other(String name, Prosody prosody) throws XMLStreamException {
        if (UNSPOKEN.contains(name)) {
            skip();
        } else if (PASSED_OVER.contains(name)) {
            note("<" + name + "> is passed over, what stands in it is said");
            content(prosody);
        } else {
            throw error("this element is not known" + CURE);
        }
    }

    private void sayAs(Prosody prosody) throws XMLStreamException {
        String as = required("interpret-as");
        String text = in.getElementText().strip();
        if (!FIGURES.contains(as)) {
            // Numbers, times, dates and telephone numbers are known by how they are written.
            parts.add(new Script.Words(text, prosody));
        } else if (text.matches("\\d+")) {
            parts.add(new Script.Words(Kana.katakana(new NumberSpeech().figures(text)), prosody));
        } else {
            parts.add(new Script.Words(String.join(" ", text.split("", -1)), prosody));
        }
    }

    /** Kana with the fall of the pitch written behind its mora: ナゴ’ヤ. */
    private void phoneme(Prosody prosody) throws XMLStreamException {
        String sounds = Kana.katakana(required("ph")).replace('\'', '’').strip();
        String alphabet = attribute("alphabet");
        String kana = sounds.replace("’", "");
        if (alphabet != null && !alphabet.toLowerCase(java.util.Locale.ROOT).contains("kana")) {
            note("<phoneme> in the alphabet " + alphabet + " is passed over, only x-kana is known");
            content(prosody);
            return;
        }
        if (kana.isEmpty() || !kana.codePoints().allMatch(Kana::isKana)) {
            throw error("ph=\"" + sounds + "\" is not kana; write ナゴ’ヤ, with ’ where the pitch falls");
        }
        parts.add(new Script.Sounds(kana, Measures.moraeBefore(sounds, '’'), prosody));
        skip();
    }

    @Nullable
    String attribute(String name) {
        return in.getAttributeValue(null, name);
    }

    private String required(String name) {
        String value = attribute(name);
        if (value == null) {
            throw error("it lacks " + name + "=\"…\"");
        }
        return value;
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = in.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    void note(String text) {
        notes.add("line " + in.getLocation().getLineNumber() + ": " + text);
    }

    AudioException error(String what) {
        return new AudioException(
                "<" + in.getLocalName() + "> in line " + in.getLocation().getLineNumber() + " of the SSML: " + what);
    }
}
