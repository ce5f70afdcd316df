package org.jointcredit.contract.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import org.jointcredit.contract.problem.ErrorCode;

/// 公民身份号码, GB 11643-1999: region, date of birth, order and a check character. Shows itself masked only.
///
/// @param text 17 digits and a digit or X
public record CitizenNumber(String text) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);
    private static final int FULL_AGE = 18;
    private static final int OWN_EARNINGS = 16;
    private static final int LENGTH = 18;

    /// Reads a number as sent. FORMAT: not 17 digits and a digit or X (15 digits are never upgraded), no date from
    /// 1900-01-01 to today, or a 9 at the beginning, which is a foreign resident's card. CHECK_DIGIT: the last
    /// character does not fit.
    ///
    /// @param demo whether region 999999, which does not exist, counts as a citizen's
    public static Read<CitizenNumber> read(String text, LocalDate today, boolean demo) {
        return IdentityText.code(text).then(number -> check(number, today, demo));
    }

    private static Read<CitizenNumber> check(String number, LocalDate today, boolean demo) {
        var citizens = !number.startsWith("9") || (demo && number.startsWith("999999"));
        if (!isWellFormed(number) || !citizens || !isBirthDate(number, today)) {
            return Read.bad(ErrorCode.FORMAT);
        }
        return fits(number) ? Read.good(new CitizenNumber(number)) : Read.bad(ErrorCode.CHECK_DIGIT);
    }

    static boolean isWellFormed(String number) {
        return number.length() == LENGTH
                && number.substring(0, LENGTH - 1).chars().allMatch(c -> c >= '0' && c <= '9')
                && CHECKS.indexOf(number.charAt(LENGTH - 1)) >= 0;
    }

    static boolean fits(String number) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return number.charAt(LENGTH - 1) == CHECKS.charAt(sum % 11);
    }

    static boolean isBirthDate(String number, LocalDate today) {
        try {
            var date = birthDate(number);
            return !date.isBefore(EARLIEST_BIRTH) && !date.isAfter(today);
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static LocalDate birthDate(String number) {
        return LocalDate.of(
                Integer.parseInt(number, 6, 10, 10),
                Integer.parseInt(number, 10, 12, 10),
                Integer.parseInt(number, 12, 14, 10));
    }

    public LocalDate birthDate() {
        return birthDate(text);
    }

    /// Whether the person was of full capacity on that day (A2): from the eighteenth birthday itself on, which for
    /// those
    /// born on 29 February is 1 March.
    ///
    /// @param ownEarnings whether it lives on them, and so is of full capacity from the sixteenth on
    public boolean ofFullCapacityOn(LocalDate day, boolean ownEarnings) {
        var birth = birthDate();
        var from = birth.plusYears(ownEarnings ? OWN_EARNINGS : FULL_AGE);
        var moved = MonthDay.from(birth).equals(LEAP_DAY) && !from.isLeapYear();
        return !day.isBefore(moved ? from.plusDays(1) : from);
    }

    @Override
    public String toString() {
        return Masking.number(text);
    }
}
