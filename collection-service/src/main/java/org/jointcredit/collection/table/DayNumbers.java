package org.jointcredit.collection.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Moments as a spreadsheet counts them: in days, the time of the day behind the point. */
final class DayNumbers {
    private static final LocalDate DAY_ZERO_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate DAY_ZERO_1904 = LocalDate.of(1904, 1, 1);
    private static final BigDecimal LAST_DAY = new BigDecimal(2_958_466);
    /** Excel believes that 1900 had a 29 February. */
    private static final int NO_SUCH_DAY = 60;

    private static final int SECONDS_A_DAY = 86_400;
    /** So many digits that no second is lost. */
    private static final int DIGITS = 10;

    private DayNumbers() {}

    /** Null: no day has this number. */
    static @Nullable LocalDateTime moment(BigDecimal number, boolean from1904) {
        if (number.signum() < 0 || number.compareTo(LAST_DAY) >= 0) {
            return null;
        }
        long seconds = number.multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        int days = (int) (seconds / SECONDS_A_DAY);
        LocalTime time = LocalTime.ofSecondOfDay(seconds % SECONDS_A_DAY);
        if (from1904) {
            return DAY_ZERO_1904.plusDays(days).atTime(time);
        }
        return days == 0 || days == NO_SUCH_DAY
                ? null
                : DAY_ZERO_1900.plusDays(days < NO_SUCH_DAY ? days + 1 : days).atTime(time);
    }

    /** In a workbook that counts from 1900. */
    static BigDecimal of(LocalDateTime moment) {
        long days = ChronoUnit.DAYS.between(DAY_ZERO_1900, moment.toLocalDate());
        return BigDecimal.valueOf(moment.toLocalTime().toSecondOfDay())
                .divide(BigDecimal.valueOf(SECONDS_A_DAY), DIGITS, RoundingMode.HALF_UP)
                .add(BigDecimal.valueOf(days <= NO_SUCH_DAY ? days - 1 : days));
    }
}
