package org.jointcredit.contract.identity;

import java.util.Collection;

/// The one rule by which names and numbers of natural persons are shown where they must not stand whole.
public final class Masking {
    private static final int SHOWN_OF_NUMBER = 6;
    private static final int HIDDEN_OF_NUMBER = 4;

    private Masking() {}

    /// A name keeps its first code point, with one `*` for each further one: `欧阳示例` becomes `欧***`.
    public static String name(String name) {
        return stars(name, 1);
    }

    /// A number keeps at most its first six characters and never shows its last four, which are a key of the public
    /// search.
    public static String number(String number) {
        return stars(number, Math.clamp(IdentityText.length(number) - HIDDEN_OF_NUMBER, 0, SHOWN_OF_NUMBER));
    }

    /// Prose with the ID and mobile numbers in it masked, in any width and grouping. Codes of organisations, amounts,
    /// dates, licence and document numbers stay whole.
    public static String prose(String text) {
        return NumbersInText.of(text).masked();
    }

    /// The same with the names of these persons masked too, however they are spaced, dotted or widened.
    public static String prose(String text, Collection<String> persons) {
        return prose(NamesInText.masked(text, persons));
    }

    /// The number of a document, licence or decision: whole, unless somebody put a person's number there.
    public static String document(String number) {
        return NumbersInText.of(number).maskedWhereCertain();
    }

    /// Whether an ID number stands in the text, in any width and grouping.
    public static boolean holdsIdNumber(String text) {
        return NumbersInText.mayHoldIdNumber(text) && NumbersInText.of(text).holdsIdNumber();
    }

    static String stars(String text, int shown) {
        var length = IdentityText.length(text);
        return length <= shown
                ? text
                : text.substring(0, text.offsetByCodePoints(0, shown)) + "*".repeat(length - shown);
    }
}
