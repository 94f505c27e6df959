package dev.aizuchi.disaster.alert;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Read XML that nobody vouches for: no document type, no entities, nothing fetched, no more than a size. */
final class SafeXml {
    /** The largest message of the JMA has some hundreds of kilobytes. */
    static final int MOST_BYTES = 2_000_000;

    private static final int DEEPEST = 40;

    private SafeXml() {}

    /**
     * Give the root of a document.
     *
     * @param source how messages name it
     * @throws AlertException when it is too large, not XML, or holds what is not read
     */
    static Element root(byte[] xml, String source) {
        if (xml.length > MOST_BYTES) {
            throw new AlertException(source + ": more than the " + MOST_BYTES
                    + " bytes that an alert may have; take the file out of the feed");
        }
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            builder.setEntityResolver((publicId, systemId) -> {
                throw new SAXException("external entities are not read");
            });
            Element root = builder.parse(new ByteArrayInputStream(xml)).getDocumentElement();
            if (depth(root) > DEEPEST) {
                throw new AlertException(source + ": nested too deeply for an alert");
            }
            return root;
        } catch (SAXException | IOException e) {
            // From memory nothing but bytes that are not of the file's encoding is an IOException.
            throw new AlertException(source + ": not XML that is read here: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new AlertException(source + ": this JDK cannot read XML safely: " + e.getMessage(), e);
        }
    }

    /** Give the elements of a name directly below, whatever their name space. */
    static Stream<Element> children(Element parent, String name) {
        return elements(parent).filter(child -> name.equals(child.getLocalName()));
    }

    /** Give the stripped text of the first element of a name directly below, or "". */
    static String text(Element parent, String name) {
        return children(parent, name)
                .findFirst()
                .map(child -> child.getTextContent().strip())
                .orElse("");
    }

    private static Stream<Element> elements(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found.stream();
    }

    /** Without recursion, so that no document can exhaust the stack. */
    private static int depth(Element root) {
        int deepest = 0;
        int depth = 1;
        Node node = root;
        while (node != null) {
            deepest = Math.max(deepest, depth);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != null && node != root && node.getNextSibling() == null) {
                node = node.getParentNode();
                depth--;
            }
            node = node == null || node == root ? null : node.getNextSibling();
        }
        return deepest;
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    /** The default one writes to the console. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
