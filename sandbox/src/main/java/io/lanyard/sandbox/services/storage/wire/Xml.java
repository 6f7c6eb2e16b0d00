// Room: sandbox / object storage.
package io.lanyard.sandbox.services.storage.wire;

import io.lanyard.sandbox.kernel.Response;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes S3's documents: elements with text, in order. */
public final class Xml {
    /** Their media type. */
    public static final String TYPE = "application/xml";

    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter out;

    private Xml(XMLStreamWriter out) {
        this.out = out;
    }

    /** Answers 200 with a document in S3's namespace. */
    public static Response answer(String root, Consumer<Xml> content) {
        return Response.bytes(200, TYPE, write(root, NAMESPACE, content));
    }

    /** Writes a document without a namespace, as errors are. */
    static byte[] plain(String root, Consumer<Xml> content) {
        return write(root, "", content);
    }

    private static byte[] write(String root, String namespace, Consumer<Xml> content) {
        var bytes = new ByteArrayOutputStream(512);
        try {
            var out = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement(root);
            if (!namespace.isEmpty()) {
                out.writeDefaultNamespace(namespace);
            }
            content.accept(new Xml(out));
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("memory takes every document", impossible);
        }
        return bytes.toByteArray();
    }

    /** Adds an element with text. */
    public Xml text(String name, String value) {
        return element(name, inner -> inner.characters(value));
    }

    /** Adds an element with elements. */
    public Xml element(String name, Consumer<Xml> content) {
        try {
            out.writeStartElement(name);
            content.accept(this);
            out.writeEndElement();
            return this;
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("memory takes every document", impossible);
        }
    }

    /** Adds an element of another namespace's type, as grantees are. */
    public Xml typed(String name, String type, Consumer<Xml> content) {
        return element(name, inner -> {
            inner.attribute("xsi", "http://www.w3.org/2001/XMLSchema-instance", "type", type);
            content.accept(inner);
        });
    }

    private void attribute(String prefix, String namespace, String name, String value) {
        try {
            out.writeNamespace(prefix, namespace);
            out.writeAttribute(prefix, namespace, name, value);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("memory takes every document", impossible);
        }
    }

    /**
     * Adds text. What XML 1.0 has no way to say is written as S3 writes it, as a reference to the character's number. Lenient readers
     * take that, strict ones refuse the document, and whoever lists with encoding-type=url never sees it.
     */
    public void characters(String value) {
        try {
            var from = 0;
            for (var at = 0; at < value.length(); at++) {
                if (isUnspeakable(value.charAt(at))) {
                    out.writeCharacters(value.substring(from, at));
                    out.writeEntityRef("#x" + Integer.toHexString(value.charAt(at)));
                    from = at + 1;
                }
            }
            out.writeCharacters(from == 0 ? value : value.substring(from));
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("memory takes every document", impossible);
        }
    }

    /** Among them the carriage return: a reader makes a line feed of one that isn't a reference. */
    private static boolean isUnspeakable(char c) {
        return (c < ' ' && c != '\t' && c != '\n') || c == '\uFFFE' || c == '\uFFFF';
    }
}
