package org.jointcredit.platform.time;

import java.time.MonthDay;

/** A holiday on the same day every year (全国年节及纪念日放假办法). */
record FixedHoliday(MonthDay day, String name, String nameEn) {}
