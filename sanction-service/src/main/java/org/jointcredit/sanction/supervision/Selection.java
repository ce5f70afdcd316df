package org.jointcredit.sanction.supervision;

import java.util.regex.Pattern;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.Role;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which notices the figures are of; a value that makes no sense is 400.
 *
 * @param from first month of issue, e.g. {@code 2026-01}, Asia/Shanghai
 * @param to last month of issue, included
 */
record Selection(
        @Nullable String agency,
        @Nullable String listType,
        @Nullable String measure,
        @Nullable String from,
        @Nullable String to) {

    static final Selection ALL = new Selection(null, null, null, null, null);
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

    /**
     * What of it the caller may know: the office everything, an agency its own figures.
     *
     * @throws Problem 403 where another agency is named, 400 for what is no month, and where the last is before the first
     */
    Selection of(Caller caller) {
        Selection own = own(caller);
        month("from", from);
        month("to", to);
        if (from != null && to != null && from.compareTo(to) > 0) {
            throw Problem.badParameter("to");
        }
        return own;
    }

    private static void month(String name, @Nullable String value) {
        if (value != null && !MONTH.matcher(value).matches()) {
            throw Problem.badParameter(name);
        }
    }

    private Selection own(Caller caller) {
        if (caller.has(Role.SUPERVISOR, Role.AUDITOR)) {
            return this;
        }
        if (agency != null && !agency.equals(caller.dept())) {
            throw Problem.notYours("agency");
        }
        return new Selection(caller.dept(), listType, measure, from, to);
    }

    boolean has(Cell cell) {
        return (agency == null || agency.equals(cell.agency()))
                && (listType == null || listType.equals(cell.listType()))
                && (measure == null || measure.equals(cell.measure()))
                && (from == null || from.compareTo(cell.month()) <= 0)
                && (to == null || to.compareTo(cell.month()) >= 0);
    }
}
