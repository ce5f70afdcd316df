package org.jointcredit.contract.identity;

import org.jointcredit.contract.problem.ErrorCode;
import org.jspecify.annotations.Nullable;

/// Text as people, spreadsheets and web pages send it, made comparable.
public final class IdentityText {
    private IdentityText() {}

    /// Drops what cannot be seen at both ends: format characters (the byte order mark is one), no-break and every
    /// other space, control characters. For every value, names and prose included.
    public static String trim(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isInvisible(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (start < end && isInvisible(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /// Reads a code, number, date, amount or kind: trimmed, freed of the guard that a spreadsheet needs, full-width
    /// signs as their half-width twins, Latin letters raised. Nothing there is REQUIRED; a character inside that
    /// cannot be seen is FORMAT, and the hint names it.
    public static Read<String> code(String text) {
        if (isPlainCode(text)) {
            return Read.good(text);
        }
        var code = trim(withoutGuard(trim(halfWidth(text))));
        if (code.isEmpty()) {
            return Read.bad(ErrorCode.REQUIRED);
        }
        var hidden = code.codePoints().filter(IdentityText::isInvisible).findFirst();
        return hidden.isPresent()
                ? new Read.Bad<>(ErrorCode.FORMAT, nameOf(hidden.getAsInt()))
                : Read.good(raise(code));
    }

    /// What most codes and numbers of a file are: nothing in them has to be made anything else.
    private static boolean isPlainCode(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '-' || c == '.')) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /// Length as limits count it.
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// Whether there is anything to see in it.
    public static boolean isBlank(@Nullable String text) {
        return text == null || trim(text).isEmpty();
    }

    static String halfWidth(String text) {
        var half = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            half.append(halfWidth(text.charAt(i)));
        }
        return half.toString();
    }

    private static char halfWidth(char c) {
        if (c >= '！' && c <= '～') {
            return (char) (c - '！' + '!');
        }
        return c == '\u3000' ? ' ' : c;
    }

    private static String withoutGuard(String text) {
        if (text.startsWith("=\"") && text.endsWith("\"") && text.length() > 2) {
            return text.substring(2, text.length() - 1);
        }
        return text.startsWith("'") ? text.substring(1) : text;
    }

    /// Latin letters only: `String.toUpperCase` would turn ſ and ı into letters that a code may hold.
    private static String raise(String text) {
        var raised = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            raised.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
        }
        return raised.toString();
    }

    private static boolean isInvisible(int c) {
        return !isPlain(c) && isInvisibleSign(c);
    }

    /// Printable ASCII and the Chinese characters in daily use, of which nearly all text is.
    private static boolean isPlain(int c) {
        return c > ' ' && c <= '~' || c >= '\u4E00' && c <= '\u9FA5';
    }

    private static boolean isInvisibleSign(int c) {
        return Character.getType(c) == Character.FORMAT
                || Character.isSpaceChar(c)
                || Character.isWhitespace(c)
                || Character.isISOControl(c);
    }

    private static String nameOf(int c) {
        return "U+%04X %s".formatted(c, Character.getName(c));
    }
}
