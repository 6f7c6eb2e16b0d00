// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.wire;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a document that a client sent: its name, its elements, its text. Names are taken without their namespace, as S3 does.
 *
 * @param name the element's name
 * @param children the elements in it, in order
 * @param text the text in it
 */
public record XmlBody(String name, List<XmlBody> children, String text) {
    private static final int DEEPEST = 8;
    private static final XMLInputFactory FACTORY = factory();

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Reads a document; refused when it is no XML, or its root is another one. */
    public static XmlBody parse(byte[] document, String root) {
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(document));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    var element = element(reader, 0);
                    end(reader);
                    if (element.name().equals(root)) {
                        return element;
                    }
                    throw S3Code.MALFORMED_XML.refusal();
                }
            }
            throw S3Code.MALFORMED_XML.refusal();
        } catch (XMLStreamException broken) {
            throw S3Code.MALFORMED_XML.refusal();
        }
    }

    private static void end(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
    }

    private static XmlBody element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw S3Code.MALFORMED_XML.refusal();
        }
        var name = reader.getLocalName();
        List<XmlBody> children = new ArrayList<>();
        var text = new StringBuilder();
        for (var event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element(reader, depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw S3Code.MALFORMED_XML.refusal();
            }
        }
        return new XmlBody(name, List.copyOf(children), text.toString());
    }

    /** Returns the elements of a name. */
    public List<XmlBody> all(String child) {
        return children.stream().filter(one -> one.name().equals(child)).toList();
    }

    /** Returns the first element of a name. */
    public Optional<XmlBody> first(String child) {
        return children.stream().filter(one -> one.name().equals(child)).findFirst();
    }

    /** Returns the text of an element that must be there. */
    public String required(String child) {
        return first(child).map(XmlBody::text).orElseThrow(S3Code.MALFORMED_XML::refusal);
    }
}
