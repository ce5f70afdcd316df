package org.jointcredit.collection.table;

import java.util.regex.Pattern;
import org.jointcredit.contract.identity.IdentityText;

/** What keeps a spreadsheet from taking a text for a formula or a number. */
public final class Guard {
    private static final Pattern DANGEROUS = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);

    private Guard() {}

    /** The text as we export it; {@link #taken} gives it back unchanged. */
    public static String put(String text) {
        return DANGEROUS.matcher(text).matches() ? "'" + text : text;
    }

    /** Without a guard that we may have put there. */
    public static String taken(String text) {
        return text.startsWith("'") && DANGEROUS.matcher(text).matches() ? text.substring(1) : text;
    }

    /** Without any guard: a leading tab or apostrophe, {@code ="…"}. For codes, numbers, dates and amounts. */
    public static String of(String text) {
        String bare = IdentityText.trim(text);
        if (bare.startsWith("=\"") && bare.endsWith("\"") && bare.length() > 2) {
            return IdentityText.trim(bare.substring(2, bare.length() - 1));
        }
        return bare.startsWith("'") ? IdentityText.trim(bare.substring(1)) : bare;
    }
}
