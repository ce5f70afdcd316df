package org.jointcredit.collection.table;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** XML by local names, since strict and transitional workbooks differ in their namespaces only; without DTD. */
final class Xml {
    private final XMLStreamReader reader;

    private Xml(XMLStreamReader reader) {
        this.reader = reader;
    }

    static Xml of(InputStream bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return new Xml(factory.createXMLStreamReader(bytes));
    }

    /** Goes on to the next event. */
    int next() throws XMLStreamException {
        if (!reader.hasNext()) {
            return XMLStreamConstants.END_DOCUMENT;
        }
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Unreadable("workbookBroken");
        }
        return event;
    }

    /** Goes on to the next beginning of an element; false: there is none any more. */
    boolean nextElement() throws XMLStreamException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** Goes on to the next beginning of an element inside of this one; false: at its end. */
    boolean nextWithin(String element) throws XMLStreamException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_DOCUMENT
                    || (event == XMLStreamConstants.END_ELEMENT && name().equals(element))) {
                return false;
            }
        }
    }

    String name() {
        return reader.getLocalName();
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name) && isPlain(reader.getAttributeNamespace(i))) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    private static boolean isPlain(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty();
    }

    String text(String name) {
        String value = attribute(name);
        if (value == null) {
            throw new Unreadable("workbookBroken");
        }
        return value;
    }

    boolean isTrue(String name) {
        String value = attribute(name);
        return "1".equals(value) || "true".equals(value);
    }

    int number(String name, int otherwise) {
        String value = attribute(name);
        return value == null ? otherwise : number(value);
    }

    static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            throw new Unreadable("workbookBroken");
        }
    }

    /** The attribute that points to another part. */
    String relation() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("id") && !isPlain(reader.getAttributeNamespace(i))) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Appends the text up to the end of the element that has begun. */
    void appendText(StringBuilder to, int most) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    to.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.END_DOCUMENT -> depth = 0;
                default -> {}
            }
            if (to.length() > most) {
                throw new Unreadable("cellTooLong");
            }
        }
    }

    /** A text with its runs put together, up to the end of the element that has begun; how it is read aloud is left out. */
    void appendRuns(String element, StringBuilder to, int most) throws XMLStreamException {
        while (nextWithin(element)) {
            switch (name()) {
                case "t" -> appendText(to, most);
                case "rPh" -> appendText(new StringBuilder(), most);
                default -> {}
            }
        }
    }
}
