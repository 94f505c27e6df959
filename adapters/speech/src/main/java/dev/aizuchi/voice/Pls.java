package dev.aizuchi.voice;

import dev.aizuchi.japanese.Kana;
import dev.aizuchi.japanese.kana.Lexicon;
import dev.aizuchi.japanese.kana.LexiconEntry;
import dev.aizuchi.plugin.AdapterException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Read how words sound from a lexicon of the W3C's Pronunciation Lexicon Specification 1.0. */
final class Pls {
    private static final String CURE = "; give a PLS 1.0 file whose <phoneme> or <alias> is in kana";

    private Pls() {}

    /**
     * Read a file.
     *
     * @throws AdapterException naming the file and the word that is wrong
     */
    static Lexicon read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(file.toFile());
            return lexicon(document.getDocumentElement(), file);
        } catch (SAXParseException e) {
            throw new AdapterException(
                    "the lexicon " + file + " is no XML: line " + e.getLineNumber() + ", " + e.getMessage() + CURE, e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new AdapterException("the lexicon " + file + " is no XML: " + e.getMessage() + CURE, e);
        } catch (IOException e) {
            throw new AdapterException("the lexicon " + file + " cannot be read; correct the path", e);
        }
    }

    private static Lexicon lexicon(Element root, Path file) {
        if (!"lexicon".equals(root.getLocalName())) {
            throw new AdapterException("the lexicon " + file + " begins with <" + root.getNodeName() + ">" + CURE);
        }
        List<LexiconEntry> entries = new ArrayList<>();
        NodeList lexemes = root.getElementsByTagNameNS("*", "lexeme");
        for (int i = 0; i < lexemes.getLength(); i++) {
            Element lexeme = (Element) lexemes.item(i);
            List<String> written = texts(lexeme, "grapheme");
            List<String> said = texts(lexeme, "phoneme");
            said.addAll(texts(lexeme, "alias"));
            if (written.isEmpty() || said.isEmpty() || !said.get(0).codePoints().allMatch(Kana::isKana)) {
                throw new AdapterException("the lexicon " + file + ": lexeme " + (i + 1) + " ("
                        + String.join(", ", written) + ") has no reading in kana" + CURE);
            }
            for (String grapheme : written) {
                entries.add(new LexiconEntry(grapheme, said.get(0), -1, "", "", List.of()));
            }
        }
        return new Lexicon(entries);
    }

    private static List<String> texts(Element lexeme, String name) {
        List<String> texts = new ArrayList<>();
        NodeList found = lexeme.getElementsByTagNameNS("*", name);
        for (int i = 0; i < found.getLength(); i++) {
            String text = found.item(i).getTextContent().strip();
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }
}
