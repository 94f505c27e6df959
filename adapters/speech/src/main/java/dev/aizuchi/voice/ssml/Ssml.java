package dev.aizuchi.voice.ssml;

import dev.aizuchi.speech.AudioException;
import dev.aizuchi.voice.Script;
import java.io.StringReader;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Hold what a document in W3C Speech Synthesis Markup Language 1.1 says.
 *
 * <p>Understood: {@code speak p s break prosody emphasis sub say-as phoneme}; {@code lang voice audio mark} and the
 * like are passed over with a note, what stands in them is said. Any other element is an error.
 *
 * @param script what is said and how
 * @param notes what was passed over, with its line
 */
public record Ssml(Script script, List<String> notes) {
    /** Copy what could change. */
    public Ssml {
        notes = List.copyOf(notes);
    }

    /**
     * Read a document.
     *
     * @throws AudioException naming the element and its line, when it is not well-formed or not understood
     */
    public static Ssml read(String document) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader in = factory.createXMLStreamReader(new StringReader(document));
            try {
                return new SsmlReader(in).read();
            } finally {
                in.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new AudioException(
                    "the SSML is not well-formed in line " + line + ": close each <tag>, and write & as &amp;", e);
        }
    }
}
