package org.jointcredit.platform.time;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.jointcredit.platform.law.LawBook;
import org.jointcredit.platform.law.LawStore;
import org.jointcredit.platform.law.LawVersion;

/**
 * Counts working days as the State Council's notices set them, make-up weekends included. Into a year whose notice is
 * not loaded it counts with weekends and fixed holidays and says so: never refused, never silently guessed.
 */
public final class WorkingDays {
    /** From here on the notice for the next year may change days of this one. */
    private static final MonthDay NEXT_NOTICE_REACHES_BACK_TO = MonthDay.of(Month.DECEMBER, 20);

    private final LawBook<CalendarYear> calendars;
    private final LawBook<FixedHoliday> fixedHolidays;

    private WorkingDays(LawBook<CalendarYear> calendars, LawBook<FixedHoliday> fixedHolidays) {
        this.calendars = calendars;
        this.fixedHolidays = fixedHolidays;
    }

    /** With the calendars that a store keeps. */
    public static WorkingDays of(LawStore law) {
        return new WorkingDays(
                law.load("calendars", CalendarYear.class), law.load("fixed-holidays", FixedHoliday.class));
    }

    /** With the calendars of the class path alone, for tests that have no database. */
    public static WorkingDays shipped() {
        return new WorkingDays(
                LawBook.shipped("calendars", CalendarYear.class),
                LawBook.shipped("fixed-holidays", FixedHoliday.class));
    }

    /**
     * The day on which a period ends.
     *
     * @param from day of receipt or decision; day 1 is the first working day after it
     * @param workingDays at least 1
     */
    public DueDate after(LocalDate from, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("a period has at least one working day, not " + workingDays);
        }
        LocalDate day = from;
        boolean provisional = false;
        for (int counted = 0; counted < workingDays; ) {
            day = day.plusDays(1);
            provisional |= !isSettled(day);
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return new DueDate(day, calendars.versions().getLast().version(), provisional);
    }

    /**
     * The day that lies this many working days before another, so that somebody can be reminded of it.
     *
     * @param workingDays at least 1
     */
    public LocalDate before(LocalDate day, int workingDays) {
        if (workingDays < 1) {
            throw new IllegalArgumentException("a reminder is at least one working day before, not " + workingDays);
        }
        LocalDate earlier = day;
        for (int counted = 0; counted < workingDays; ) {
            earlier = earlier.minusDays(1);
            if (isWorkingDay(earlier)) {
                counted++;
            }
        }
        return earlier;
    }

    /**
     * How many working days lie after one day, up to and with another: 0 on the day itself.
     *
     * @param most where counting ends
     */
    public int between(LocalDate from, LocalDate to, int most) {
        int counted = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to) && counted < most; day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                counted++;
            }
        }
        return counted;
    }

    /** The versions that came before the one that is counted with now: what names one of them is to be counted anew. */
    public List<String> earlierVersions() {
        var versions = calendars.versions();
        return versions.subList(0, versions.size() - 1).stream()
                .map(LawVersion::version)
                .toList();
    }

    private boolean isWorkingDay(LocalDate day) {
        Optional<CalendarYear> nextYear = day.getMonth() == Month.DECEMBER ? year(day.getYear() + 1) : Optional.empty();
        Optional<CalendarYear> itsYear = year(day.getYear());
        return nextYear.flatMap(calendar -> said(calendar, day))
                .or(() -> itsYear.flatMap(calendar -> said(calendar, day)))
                .orElseGet(() -> !CalendarYear.isWeekend(day) && (itsYear.isPresent() || !isFixedHoliday(day)));
    }

    private static Optional<Boolean> said(CalendarYear calendar, LocalDate day) {
        return calendar.weekdaysOff().contains(day)
                ? Optional.of(false)
                : calendar.weekendsWorked().contains(day) ? Optional.of(true) : Optional.empty();
    }

    private boolean isSettled(LocalDate day) {
        boolean nextNoticeMayChangeIt = !MonthDay.from(day).isBefore(NEXT_NOTICE_REACHES_BACK_TO);
        return year(day.getYear()).isPresent()
                && (!nextNoticeMayChangeIt || year(day.getYear() + 1).isPresent());
    }

    private Optional<CalendarYear> year(int year) {
        return calendars.versions().reversed().stream()
                .flatMap(version -> version.entries().stream())
                .filter(calendar -> calendar.year() == year)
                .findFirst();
    }

    private boolean isFixedHoliday(LocalDate day) {
        return fixedHolidays.versions().reversed().stream()
                .filter(version -> !version.effectiveFrom().isAfter(day))
                .findFirst()
                .stream()
                .flatMap(version -> version.entries().stream())
                .anyMatch(holiday -> holiday.day().equals(MonthDay.from(day)));
    }
}
