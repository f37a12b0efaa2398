package org.pledgebook.web.exchange;

import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.pledgebook.web.Refused;

/**
 * Looks at a workbook's parts before the library does, which takes every reference in them at its word: a cell in column
 * ZZZZZZ, or the two-billionth text, would cost it all memory.
 */
final class XlsxGuard {

    private static final int MOST_CELLS = 200_000;
    private static final int MOST_FORMULAS = 10_000;
    private static final int MOST_ARRAYS = 20;
    private static final Pattern PLACE = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,6}");

    private int cells;
    private int formulas;
    private int arrays;
    private int texts;
    private int lastText = -1;

    private XlsxGuard() {}

    /** The workbook with the parts alone that were looked at. Refuses what is too large or no workbook. */
    static byte[] checked(byte[] workbook) {
        var parts = Zipped.read(workbook);
        parts.keySet().removeIf(name -> !name.endsWith(".xml") && !name.endsWith(".rels"));
        if (!parts.containsKey("[Content_Types].xml")) {
            throw Unread.because("This is a zip, but no Excel workbook. Send CSV files in a zip as application/zip.");
        }
        var guard = new XlsxGuard();
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parts.values().forEach(part -> guard.check(factory, part));
        if (guard.lastText >= guard.texts) {
            throw broken();
        }
        return Zipped.write(parts);
    }

    private void check(XMLInputFactory factory, byte[] part) {
        try {
            var xml = factory.createXMLStreamReader(new ByteArrayInputStream(part));
            @Nullable String type = null;
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                    throw broken();
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "c" -> {
                            checkCell(xml);
                            type = xml.getAttributeValue(null, "t");
                        }
                        case "v" -> checkValue(xml, type);
                        case "f" -> checkFormula(xml);
                        case "si" -> texts++;
                        default -> {
                            // Nothing that the library reckons with.
                        }
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw broken();
        }
    }

    private void checkCell(XMLStreamReader xml) {
        var place = xml.getAttributeValue(null, "r");
        if (place != null && !PLACE.matcher(place).matches()) {
            throw broken();
        }
        if (++cells > MOST_CELLS) {
            throw Unread.tooLarge();
        }
    }

    private void checkValue(XMLStreamReader xml, @Nullable String type) throws XMLStreamException {
        var value = xml.getElementText();
        if ("s".equals(type) && !value.isEmpty()) {
            if (!INDEX.matcher(value).matches()) {
                throw broken();
            }
            lastText = Math.max(lastText, Integer.parseInt(value));
        }
    }

    private void checkFormula(XMLStreamReader xml) {
        if ("array".equals(xml.getAttributeValue(null, "t"))) {
            arrays++;
        }
        if (++formulas > MOST_FORMULAS || arrays > MOST_ARRAYS) {
            throw Unread.because("It has too many formulas. Paste their results as values, and send that.");
        }
    }

    private static Refused broken() {
        return Unread.because("This is no workbook that a spreadsheet wrote. Save it as .xlsx again, and send that.");
    }
}
