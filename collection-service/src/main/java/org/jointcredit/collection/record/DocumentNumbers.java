package org.jointcredit.collection.record;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.identity.Read;
import org.jointcredit.platform.form.Form;

/** Numbers of the documents of penalties and licences, which one clerk writes with these brackets and another with those. */
public final class DocumentNumbers {
    private static final int LONGEST = 64;
    /** As the national template has it. */
    private static final int LONGEST_IN_FILE = 128;

    private static final String OPENING = "〔【[{〖﹝";
    private static final String CLOSING = "〕】]}〗﹞";
    private static final Pattern SPACE = Pattern.compile("[ \\u3000]+");

    private DocumentNumbers() {}

    /** Kept as it is written; a space inside is taken, what nobody can see is not. */
    static String read(Form form, boolean fromFile) {
        form.read("number", DocumentNumbers::visible, null);
        return form.text("number", fromFile ? LONGEST_IN_FILE : LONGEST);
    }

    private static Read<String> visible(String text) {
        return IdentityText.code(SPACE.matcher(text).replaceAll(""));
    }

    /** Equal for one document, however brackets, width and spaces are written. */
    public static String fold(String number) {
        String narrow = Normalizer.normalize(number, Normalizer.Form.NFKC);
        var folded = new StringBuilder(narrow.length());
        for (int i = 0; i < narrow.length(); i++) {
            char c = narrow.charAt(i);
            if (OPENING.indexOf(c) >= 0) {
                folded.append('(');
            } else if (CLOSING.indexOf(c) >= 0) {
                folded.append(')');
            } else if (c != ' ' && c != '\u3000') {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /** Whether two spellings mean one document. */
    static boolean same(String one, String other) {
        return fold(one).equals(fold(other));
    }
}
