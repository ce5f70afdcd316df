package org.jointcredit.sanction.feedback;

import static org.jointcredit.contract.problem.ErrorCode.DATE_IN_FUTURE;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.platform.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * What an agency reports of a notice.
 *
 * @param by the officer
 * @param executedAt when it was done; null: now
 * @param amount in yuan, plain decimal string
 */
record Report(
        ReportKind kind,
        String by,
        @Nullable String reason,
        @Nullable Instant executedAt,
        @Nullable String outcome,
        @Nullable String amount,
        List<Evidence> evidence) {

    private static final int OFFICER = 100;
    private static final int REASON = 2048;
    private static final int OUTCOME = 200;
    private static final int NAME = 200;
    private static final int EVIDENCE = 50;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    /**
     * Reads it from a body; errors are noted in the form.
     *
     * @param officer who is logged in; null: a system reports and must name its officer
     */
    static Report read(Form form, ReportKind kind, @Nullable String officer, Instant now) {
        String by = officer == null ? form.text("by", OFFICER) : officer;
        String reason =
                kind == ReportKind.REFUSAL ? form.prose("reason", REASON) : form.optionalProse("reason", REASON);
        Instant executedAt = form.optionalInstant("executedAt");
        if (executedAt != null && executedAt.isAfter(now)) {
            form.error("executedAt", DATE_IN_FUTURE);
        }
        BigDecimal amount = form.optionalAmount("amount");
        List<Evidence> evidence = form.optionalList(
                "evidence", EVIDENCE, item -> new Evidence(item.text("name", NAME), item.matching("sha256", SHA_256)));
        return new Report(
                kind,
                by,
                reason,
                executedAt,
                form.optionalProse("outcome", OUTCOME),
                amount == null ? null : amount.toPlainString(),
                Objects.requireNonNullElse(evidence, List.of()));
    }
}
