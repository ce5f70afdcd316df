package org.jointcredit.benchmark;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One line of the result.
///
/// @param baseline what the same machine does in the same run without the product; null: nothing to compare with
/// @param aim in words; null: told for information
/// @param met null where there is no aim
record Figure(
        String name,
        double product,
        @Nullable Double baseline,
        String unit,
        @Nullable String aim,
        @Nullable Boolean met) {
    static Figure told(String name, double product, @Nullable Double baseline, String unit) {
        return new Figure(name, product, baseline, unit, null, null);
    }

    static Figure ratioAtLeast(double least, String name, double product, double baseline, String unit) {
        return new Figure(name, product, baseline, unit, "ratio ≥ " + least, product / baseline >= least);
    }

    static Figure atMost(double most, String name, double product, @Nullable Double baseline, String unit) {
        return new Figure(name, product, baseline, unit, "≤ " + number(most) + " " + unit, product <= most);
    }

    String markdown() {
        return "| " + name + " | " + measured(product) + " | " + (baseline == null ? "–" : measured(baseline)) + " | "
                + (baseline == null ? "–" : String.format(Locale.ROOT, "%.2f", product / baseline)) + " | "
                + (aim == null ? "–" : aim) + " | " + (met == null ? "–" : met ? "yes" : "**no**") + " |";
    }

    private String measured(double value) {
        return number(value) + " " + unit;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.1f", value);
    }
}
