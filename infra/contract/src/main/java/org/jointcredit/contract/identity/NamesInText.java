package org.jointcredit.contract.identity;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Finds names of known persons in prose: as [Names] compares them, and without what people put between the characters
/// of a name.
final class NamesInText {
    /// What stands between several names in one field.
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[,，、;；/]+");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private final String text;
    private final StringBuilder bare = new StringBuilder();
    /// Where in the text the character stands that gave a character of `bare`.
    private int[] origins;

    private NamesInText(String text) {
        this.text = text;
        origins = new int[text.length() + 1];
        for (var at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            var folded = bare(text.codePointAt(at));
            if (bare.length() + folded.length() > origins.length) {
                origins = Arrays.copyOf(origins, 2 * (bare.length() + folded.length()));
            }
            Arrays.fill(origins, bare.length(), bare.length() + folded.length(), at);
            bare.append(folded);
        }
    }

    static String masked(String text, Collection<String> persons) {
        Map<String, Integer> lengths = new LinkedHashMap<>();
        persons.forEach(person -> BETWEEN_NAMES.splitAsStream(person).forEach(name -> {
            lengths.putIfAbsent(bare(name), IdentityText.length(IdentityText.trim(name)));
            var parts = List.of(SPACES.split(name));
            // `李 示例` is one name, `李示例 王示例` are two
            if (parts.stream().allMatch(part -> IdentityText.length(part) > 1)) {
                parts.forEach(part -> lengths.putIfAbsent(bare(part), IdentityText.length(part)));
            }
        }));
        lengths.keySet().removeIf(name -> IdentityText.length(name) < 2);
        return lengths.isEmpty() ? text : new NamesInText(text).masked(lengths);
    }

    private String masked(Map<String, Integer> lengths) {
        var taken = new boolean[bare.length()];
        // per character of the text: 0 stays, above 0 so many stars in its place, below 0 falls away
        var stars = new int[text.length()];
        lengths.entrySet().stream()
                .sorted(Comparator.comparing(name -> -name.getKey().length()))
                .forEach(name -> hide(name.getKey(), name.getValue(), taken, stars));
        var masked = new StringBuilder();
        for (var at = 0; at < text.length(); at++) {
            if (stars[at] == 0) {
                masked.append(text.charAt(at));
            } else {
                masked.append("*".repeat(Math.max(0, stars[at])));
            }
        }
        return masked.toString();
    }

    private void hide(String name, int length, boolean[] taken, int[] stars) {
        for (var from = bare.indexOf(name); from >= 0; from = bare.indexOf(name, from + 1)) {
            var last = from + name.length() - 1;
            if (taken[from] || taken[last] || isLatinTogether(from - 1, from) || isLatinTogether(last, last + 1)) {
                continue;
            }
            Arrays.fill(taken, from, last + 1, true);
            var rest = after(from);
            if (rest < after(last)) {
                Arrays.fill(stars, rest, after(last), -1);
                stars[rest] = length - 1;
            }
        }
    }

    /// Where the text goes on after the character that gave one of `bare`.
    private int after(int at) {
        return origins[at] + Character.charCount(text.codePointAt(origins[at]));
    }

    /// Of Latin letters only a whole word is a name: `Li` is none in `Limited`.
    private boolean isLatinTogether(int one, int two) {
        return one >= 0
                && two < bare.length()
                && isLatin(bare.charAt(one))
                && isLatin(bare.charAt(two))
                && origins[two] - origins[one] <= 1;
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetter(c);
    }

    private static String bare(String name) {
        return name.codePoints().mapToObj(NamesInText::bare).collect(joining());
    }

    private static String bare(int c) {
        if (c >= 0x4E00 && c <= 0x9FFF) { // nearly all of it, and folded already
            return Character.toString(c);
        }
        return Names.fold(Character.toString(c))
                .codePoints()
                .filter(folded -> folded != '·' && folded != '_' && folded != '\'' && !isDash(folded))
                .mapToObj(Character::toString)
                .collect(joining());
    }

    private static boolean isDash(int c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION;
    }
}
