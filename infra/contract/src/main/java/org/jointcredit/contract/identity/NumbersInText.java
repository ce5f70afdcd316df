package org.jointcredit.contract.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds ID and mobile numbers in prose, in any width and in any groups. A word boundary exists neither between Chinese
/// characters and digits nor between these and letters, so only digits bound a number.
final class NumbersInText {
    private static final int WIDEST_GAP = 3;
    /// The last of its signs may be an X.
    private static final int DIGITS_OF_ID = 17;
    private static final LocalDate LATEST_BIRTH = LocalDate.of(2099, 12, 31);
    /// Later on, region, date and order are how cases are numbered too: only the check tells a person's number.
    private static final LocalDate LAST_BIRTH_BEFORE_CASES = LocalDate.of(2015, 12, 31);

    private static final String DOTS = ".·‧•・･∙⋅●_";
    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])");
    /// Not the 元 of 元宝山, the district, nor that of 元市监罚, as its documents' numbers begin.
    /// What stands apart may be a family name: 元某, 万某某.
    private static final Pattern MONEY_AFTER = Pattern.compile("(?:\\.[0-9]{1,6})?(?:"
            + "[十百千万亿]{0,2}[元圆](?![宝市政区])"
            + "|\\s{1,2}[十百千万亿]{0,2}[元圆](?!\\p{IsHan})"
            + "|\\s{0,2}(?:[万亿](?!\\p{IsHan})|RMB|CNY))");

    private static final Pattern MONEY_BEFORE = Pattern.compile("(?:[¥￥$]|人民币|RMB|CNY)\\s{0,2}$");
    private static final Pattern NUMBER_BEFORE = Pattern.compile("[第〕\\])】]\\s?$");
    private static final Pattern NUMBER_AFTER = Pattern.compile("\\s?号(?!码)");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?:19|20)[0-9]{2}[^0-9]");
    private static final Pattern SPAN_OF_DATES = Pattern.compile(
            "(?:19|20)[0-9]{2}(?:[^0-9]+[0-9]{1,2}){1,2}[^0-9]+(?:19|20)[0-9]{2}(?:[^0-9]+[0-9]{1,2}){0,2}");

    private enum Kind {
        /// with its check
        CERTAIN_ID(18, 6),
        /// a slip of the pen makes a number no less personal
        ID(18, 6),
        /// as they were given until 1999
        OLD_ID(15, 6),
        MOBILE(11, 3);

        private final int length;
        private final int shown;

        Kind(int length, int shown) {
            this.length = length;
            this.shown = shown;
        }

        private boolean is(String number) {
            return switch (this) {
                case CERTAIN_ID -> isCertain(number);
                case ID -> isId(number);
                case OLD_ID -> isOldId(number);
                case MOBILE -> number.charAt(0) == '1' && number.charAt(1) >= '3' && !number.endsWith("X");
            };
        }

        private List<String> prefixes() {
            return this == MOBILE ? List.of("", "0", "86", "0086") : List.of("");
        }
    }

    /// A digit, or an X that follows one.
    ///
    /// @param chain the same for those that only gaps part
    /// @param begins whether a gap or something else stands before
    private record Sign(int at, char digit, int chain, boolean begins) {}

    private final String text;
    /// The text in half width and capital letters, each character in its place.
    private final String plain;
    private final List<Sign> signs = new ArrayList<>();

    private NumbersInText(String text) {
        this.text = text;
        var half = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at++) {
            half.append(plain(text, at));
        }
        plain = half.toString();
        read();
    }

    static NumbersInText of(String text) {
        return new NumbersInText(text);
    }

    /// Whether there are as many digits as an ID number has, wherever they stand.
    static boolean mayHoldIdNumber(String text) {
        return text.codePoints()
                        .filter(NumbersInText::isDigit)
                        .limit(DIGITS_OF_ID)
                        .count()
                == DIGITS_OF_ID;
    }

    private static boolean isDigit(int c) {
        return c < 128 ? c >= '0' && c <= '9' : (c < '\u4E00' || c > '\u9FA5') && Character.digit(c, 10) >= 0;
    }

    private static char plain(String text, int at) {
        var c = text.charAt(at);
        var digit = Character.isLowSurrogate(c) ? -1 : Character.digit(text.codePointAt(at), 10);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        var half = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
        return half >= 'a' && half <= 'z' ? (char) (half - 'a' + 'A') : half;
    }

    private void read() {
        var codes = codes();
        var chain = 0;
        var together = false;
        var gap = 0;
        for (var at = 0; at < plain.length(); at++) {
            var c = plain.charAt(at);
            var digit = c >= '0' && c <= '9' && !codes[at];
            if (digit || (c == 'X' && together && !codes[at])) {
                chain += together ? 0 : 1;
                signs.add(new Sign(at, c, chain, !together || gap > 0));
                together = digit; // an X is the last one
                gap = 0;
            } else if (isGap(c) && gap < WIDEST_GAP) {
                gap++;
            } else if (!isUnseen(c)) {
                together = false;
                gap = 0;
            }
        }
    }

    /// Which characters belong to codes of organisations.
    private boolean[] codes() {
        var codes = new boolean[plain.length()];
        CODE.matcher(plain)
                .results()
                .filter(found -> UnifiedCode.fits(found.group()) && !isCertain(found.group()))
                .forEach(found -> Arrays.fill(codes, found.start(), found.end(), true));
        return codes;
    }

    private static boolean isGap(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || DOTS.indexOf(c) >= 0;
    }

    /// Format characters, and the second half of a digit outside the basic plane.
    private static boolean isUnseen(char c) {
        return Character.getType(c) == Character.FORMAT || Character.isLowSurrogate(c);
    }

    boolean holdsIdNumber() {
        return !masked(EnumSet.of(Kind.ID)).equals(text);
    }

    String maskedWhereCertain() {
        return masked(EnumSet.of(Kind.CERTAIN_ID));
    }

    String masked() {
        return masked(EnumSet.of(Kind.ID, Kind.OLD_ID, Kind.MOBILE));
    }

    private String masked(Set<Kind> kinds) {
        var hidden = new boolean[text.length()];
        for (var first = 0; first < signs.size(); first++) {
            for (var kind : signs.get(first).begins() ? kinds : Set.<Kind>of()) {
                for (var prefix : kind.prefixes()) {
                    if (digits(first, prefix.length()).equals(prefix)) {
                        hide(first + prefix.length(), kind, hidden);
                    }
                }
            }
        }
        var masked = new StringBuilder(text.length());
        for (var at = 0; at < text.length(); at++) {
            masked.append(hidden[at] ? '*' : text.charAt(at));
            at += hidden[at] && Character.isHighSurrogate(text.charAt(at)) ? 1 : 0;
        }
        return masked.toString();
    }

    /// The digits from a sign on; fewer than wanted where their chain is shorter.
    private String digits(int first, int wanted) {
        var digits = new StringBuilder();
        for (var i = first; i < signs.size() && i < first + wanted; i++) {
            if (signs.get(i).chain() != signs.get(first).chain()) {
                break;
            }
            digits.append(signs.get(i).digit());
        }
        return digits.toString();
    }

    private void hide(int first, Kind kind, boolean[] hidden) {
        var number = digits(first, kind.length);
        var end = first + kind.length;
        var bounded =
                end >= signs.size() || signs.get(end).begins() || signs.get(end).digit() == 'X';
        if (number.length() == kind.length && bounded && kind.is(number) && !isOther(first, end - 1, kind)) {
            signs.subList(first + kind.shown, end).forEach(sign -> hidden[sign.at()] = true);
        }
    }

    /// Whether it is an amount of money, a document's number or two dates; 18 digits with a date of birth never are.
    private boolean isOther(int first, int last, Kind kind) {
        if (kind == Kind.ID || kind == Kind.CERTAIN_ID) {
            return false;
        }
        var from = signs.get(first).at();
        var to = signs.get(last).at() + 1;
        var number = plain.substring(from, to);
        var before = plain.substring(0, from);
        var after = plain.substring(to);
        return MONEY_AFTER.matcher(after).lookingAt()
                || MONEY_BEFORE.matcher(before.substring(Math.max(0, from - 6))).find()
                || SPAN_OF_DATES.matcher(number).matches()
                || (NUMBER_AFTER.matcher(after).lookingAt()
                        && (NUMBER_BEFORE
                                        .matcher(before.substring(Math.max(0, from - 2)))
                                        .find()
                                || YEAR_FIRST.matcher(number).lookingAt()));
    }

    private static boolean isId(String number) {
        return isCertain(number)
                || (CitizenNumber.isWellFormed(number)
                        && CitizenNumber.isBirthDate(number, LAST_BIRTH_BEFORE_CASES)
                        && !UnifiedCode.fits(number));
    }

    private static boolean isCertain(String number) {
        return CitizenNumber.isWellFormed(number)
                && CitizenNumber.isBirthDate(number, LATEST_BIRTH)
                && CitizenNumber.fits(number);
    }

    /// Region, date with the year of the century, order. No region begins with 0, 19 or 20, as dates do.
    private static boolean isOldId(String number) {
        try {
            LocalDate.of(
                    1900 + Integer.parseInt(number, 6, 8, 10),
                    Integer.parseInt(number, 8, 10, 10),
                    Integer.parseInt(number, 10, 12, 10));
        } catch (DateTimeException _) {
            return false;
        }
        return !number.endsWith("X") && !number.startsWith("0") && !number.startsWith("19") && !number.startsWith("20");
    }
}
