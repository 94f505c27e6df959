package dev.aizuchi.disaster.alert;

import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Read CAP 1.2 ({@code urn:oasis:names:tc:emergency:cap:1.2}) and JMA disaster XML
 * ({@code http://xml.kishou.go.jp/jmaxml1/}).
 */
public final class AlertReader {
    private static final String CAP = "urn:oasis:names:tc:emergency:cap:1.2";
    private static final String JMA = "http://xml.kishou.go.jp/jmaxml1/";

    private AlertReader() {}

    /**
     * Read one message.
     *
     * @param source how messages name it, such as the file's name
     * @throws AlertException when it is neither of the formats, lacks what an alert needs, or is not safe to read
     */
    public static Alert read(byte[] xml, String source) {
        Element root = SafeXml.root(xml, source);
        String space = Optional.ofNullable(root.getNamespaceURI()).orElse("");
        if (space.equals(CAP) && "alert".equals(root.getLocalName())) {
            return new CapMessage(new Message(root, source)).alert();
        }
        if (space.equals(JMA) && "Report".equals(root.getLocalName())) {
            return new JmaReport(new Message(root, source)).alert();
        }
        throw new AlertException(source + ": neither CAP 1.2 nor JMA disaster XML, but <" + root.getNodeName()
                + "> of \"" + space + "\"");
    }
}
