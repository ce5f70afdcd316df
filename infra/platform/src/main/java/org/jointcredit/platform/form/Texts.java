package org.jointcredit.platform.form;

import java.util.Locale;
import org.jointcredit.platform.web.ErrorTexts;
import org.jspecify.annotations.Nullable;

/// What characters are to a form (domain-facts.md, Text).
final class Texts {
    private Texts() {}

    /// Without format characters and spaces of any kind at its ends.
    static String trimmed(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && invisible(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && invisible(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    /// Full-width letters, digits and signs as their half-width twins.
    static String halfWidth(String text) {
        var half = new StringBuilder(text.length());
        text.chars().forEach(c -> half.append((char) (c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)));
        return half.toString();
    }

    static boolean hasInvisible(String text) {
        return text.codePoints().anyMatch(Texts::invisible);
    }

    static boolean hasControls(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }

    static boolean hasControlsBesideLines(String text) {
        return text.codePoints().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t');
    }

    /// Half of a surrogate pair, which no database keeps.
    static boolean hasBroken(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /// A hint at the first character that the sender cannot see, by place, number and name.
    static @Nullable String firstInvisible(String text) {
        var points = text.codePoints().toArray();
        for (var i = 0; i < points.length; i++) {
            if (invisible(points[i]) && points[i] != ' ') {
                var name = Character.getName(points[i]);
                return ErrorTexts.hint(
                        "character",
                        Integer.toString(i + 1),
                        String.format(Locale.ROOT, "U+%04X", points[i]),
                        name == null ? "" : name);
            }
        }
        return null;
    }

    private static boolean invisible(int c) {
        return Character.isSpaceChar(c)
                || Character.isWhitespace(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
