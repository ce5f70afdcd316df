package org.jointcredit.sanction.action;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an agency was told of the deadlines of a notice, the last of each kind: of each due date it is told once (S4).
 *
 * @param reminded before a due date was over
 * @param overdue after it was
 */
public record Alerts(@Nullable Said reminded, @Nullable Said overdue) {

    static final Alerts NONE = new Alerts(null, null);

    /** @param due the last day that was spoken of */
    public record Said(LocalDate due, Instant at) {}

    Alerts and(Alert kind, LocalDate due, Instant at) {
        var said = new Said(due, at);
        return switch (kind) {
            case REMINDED -> new Alerts(said, overdue);
            case OVERDUE -> new Alerts(reminded, said);
        };
    }

    /** When this was said of this due date; null: it was not. */
    @Nullable
    Instant at(Alert kind, LocalDate due) {
        Said said = switch (kind) {
            case REMINDED -> reminded;
            case OVERDUE -> overdue;
        };
        return said != null && said.due().equals(due) ? said.at() : null;
    }
}
