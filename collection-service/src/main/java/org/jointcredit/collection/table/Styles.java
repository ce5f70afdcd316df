package org.jointcredit.collection.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which cells show their number as a day or time. */
final class Styles {
    /** Quoted or escaped text, width and fill, colours, conditions and languages. */
    private static final Pattern NO_DIGITS =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+])[^\\]]*]", Pattern.CASE_INSENSITIVE);

    private static final Pattern DAY_OR_TIME = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);

    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> cells = new ArrayList<>();
    private @Nullable String section;

    void read(Xml xml) {
        switch (xml.name()) {
            case "numFmt" -> formats.put(xml.number("numFmtId", 0), xml.text("formatCode"));
            case "cellStyleXfs", "cellXfs", "cellStyles", "dxfs" -> section = xml.name();
            case "xf" -> {
                if ("cellXfs".equals(section)) {
                    cells.add(xml.number("numFmtId", 0));
                }
            }
            default -> {}
        }
    }

    boolean showsDate(int style) {
        if (style < 0 || style >= cells.size()) {
            return false;
        }
        int format = cells.get(style);
        String code = formats.get(format);
        return code == null ? isBuiltIn(format) : isDate(code);
    }

    private static boolean isBuiltIn(int format) {
        return (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58);
    }

    /** The first part of a format is that of positive numbers. */
    static boolean isDate(String code) {
        String shown = NO_DIGITS.matcher(code).replaceAll("").split(";", 2)[0];
        return !shown.equalsIgnoreCase("General") && DAY_OR_TIME.matcher(shown).find();
    }
}
