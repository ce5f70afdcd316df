package org.jointcredit.collection.subject;

import static java.util.stream.Collectors.joining;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as people write them, made comparable: width, brackets, case, spaces and middle dots make no other name. */
public final class Names {
    private static final Pattern MIDDLE_DOT = Pattern.compile("[·‧•・.]");

    private Names() {}

    public static boolean same(String one, String other) {
        return fold(one).equals(fold(other));
    }

    private static String fold(String name) {
        String narrow = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return MIDDLE_DOT
                .matcher(narrow)
                .replaceAll("·")
                .codePoints()
                .filter(c -> !Character.isSpaceChar(c)
                        && !Character.isWhitespace(c)
                        && Character.getType(c) != Character.FORMAT)
                .mapToObj(Character::toString)
                .collect(joining());
    }
}
