package org.jointcredit.platform.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/// Days in a query: `yyyy-MM-dd`, from 1900 on, as in bodies.
public final class Days {
    private static final Pattern DAY = Pattern.compile("(?:19|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}");

    private Days() {}

    /// @throws Problem 400 if the text is no such day
    public static LocalDate of(String parameter, String text) {
        if (!DAY.matcher(text).matches()) {
            throw Problem.badParameter(parameter);
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw Problem.badParameter(parameter);
        }
    }
}
