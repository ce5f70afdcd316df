package org.jointcredit.contract.identity;

import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The one rule by which names and numbers of natural persons are shown where they must not stand whole.
public final class Masking {
    private static final int SHOWN_OF_NUMBER = 6;
    private static final int SHOWN_OF_MOBILE = 3;
    private static final int HIDDEN_OF_NUMBER = 4;
    private static final LocalDate LATEST_BIRTH = LocalDate.of(2099, 12, 31);

    private static final String DIGIT = "[0-9０-９]";
    /// What people put between the digits of a number: spaces, hyphens, dots and characters nobody sees.
    private static final String GAP = "[\\s\\p{Z}\\p{Cf}\\p{Pd}.·．]{0,3}";

    /// A word boundary does not exist between Chinese characters and digits, so only digits bound a number; a capital
    /// letter beside it makes it part of a code or licence number, which stays whole.
    private static final String BEGIN = "(?<![0-9０-９A-ZＡ-Ｚ])";

    private static final String END = "(?![0-9０-９A-ZＡ-Ｚ])";
    private static final Pattern ID_NUMBER =
            Pattern.compile(BEGIN + "(?:" + DIGIT + GAP + "){17}" + "[0-9０-９XxＸｘ]" + "(?![0-9０-９A-Za-zＡ-Ｚａ-ｚ])");
    private static final Pattern MOBILE =
            Pattern.compile(BEGIN + "((?:[0０]{2})?[8８][6６]" + GAP + ")?" + "(?!19[0-9]{2}[\\s\\p{Pd}.])" + "([1１]" + GAP
                    + "[3-9３-９]" + GAP + "(?:" + DIGIT + GAP + "){8}" + DIGIT + ")" + END);

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

    /// Prose with the ID and mobile numbers in it masked, in any width and grouping. Codes of organisations, licence
    /// and document numbers stay whole.
    public static String prose(String text) {
        var withoutIds = replace(ID_NUMBER.matcher(text), Masking::isPersons, SHOWN_OF_NUMBER);
        return replace(MOBILE.matcher(withoutIds), _ -> true, SHOWN_OF_MOBILE);
    }

    /// Whether an ID number stands in the text, in any width and grouping.
    public static boolean holdsIdNumber(String text) {
        return ID_NUMBER.matcher(text).results().anyMatch(found -> isPersons(found.group()));
    }

    /// 18 digits with a date of birth, whether or not the check fits: a slip of the pen makes a number no less
    /// personal. Only what is an organisation's code and no person's number stays.
    private static boolean isPersons(String found) {
        var number = digits(found);
        return CitizenNumber.isBirthDate(number, LATEST_BIRTH)
                && (CitizenNumber.fits(number) || !UnifiedCode.fits(number));
    }

    private static String digits(String found) {
        return IdentityText.halfWidth(found).replaceAll("[^0-9Xx]", "").replace('x', 'X');
    }

    private static String replace(Matcher matcher, Predicate<String> meant, int shown) {
        return matcher.replaceAll(found -> {
            var last = found.groupCount() == 0 ? found.group() : found.group(found.groupCount());
            var before = found.group().substring(0, found.group().length() - last.length());
            return Matcher.quoteReplacement(meant.test(last) ? before + hide(last, shown) : found.group());
        });
    }

    /// Hides all digits after the first ones, whatever stands between them.
    private static String hide(String number, int shown) {
        var hidden = new StringBuilder();
        var seen = 0;
        for (var i = 0; i < number.length(); i++) {
            var c = number.charAt(i);
            var counts = Character.isLetterOrDigit(c);
            hidden.append(counts && seen >= shown ? '*' : c);
            seen += counts ? 1 : 0;
        }
        return hidden.toString();
    }

    private static String stars(String text, int shown) {
        var length = IdentityText.length(text);
        return length <= shown
                ? text
                : text.substring(0, text.offsetByCodePoints(0, shown)) + "*".repeat(length - shown);
    }
}
