package org.jointcredit.gateway;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.regex.Pattern;

/// A path as logs may hold it: words, short codes and ids that are random. Whatever else stands in it, by mistake or by
/// probing, may be a person's number or name and is a `*` (X4).
final class LoggedPath {
    private static final Pattern RANDOM_ID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9._-]{0,63}");
    private static final int MOST_DIGITS = 5;

    private LoggedPath() {}

    static String of(String path) {
        return Arrays.stream(path.split("/", -1))
                .map(segment -> tellsNobody(segment) ? segment : "*")
                .collect(joining("/"));
    }

    private static boolean tellsNobody(String segment) {
        return segment.isEmpty()
                || segment.equals("-") // no request line could be read
                || RANDOM_ID.matcher(segment).matches()
                || (WORD.matcher(segment).matches()
                        && segment.chars().filter(Character::isDigit).count() <= MOST_DIGITS);
    }
}
