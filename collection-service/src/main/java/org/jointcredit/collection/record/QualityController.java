package org.jointcredit.collection.record;

import static org.jointcredit.platform.security.Role.AUDITOR;
import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.SUPERVISOR;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.jointcredit.collection.record.QualityStore.Row;
import org.jointcredit.collection.submission.Scope;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.Sorts;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How well each provider hands in, by month (C5, C7, P5.3). */
@RestController
@RequestMapping("/api/collection/quality")
final class QualityController {
    private static final Sorts SORTS = Sorts.of("dept");

    private final QualityStore quality;
    private final BusinessClock clock;

    QualityController(QualityStore quality, BusinessClock clock) {
        this.quality = quality;
        this.clock = clock;
    }

    /**
     * @param dept one provider; without it every one that handed in anything
     * @param month {@code 2026-11}; without it the present one
     */
    @Allowed({SUPERVISOR, CREDIT_OFFICER, AUDITOR, REPORTER})
    @GetMapping
    PageOf<Row> list(
            @RequestParam @Nullable String dept,
            @RequestParam @Nullable String month,
            @ParameterObject Paging paging,
            Caller caller) {
        Scope scope = Scope.of(caller);
        if (dept != null && scope.department() != null && !dept.equals(scope.department())) {
            throw Problem.notYours();
        }
        List<Row> rows = quality.of(month(month), dept, scope);
        return PageOf.of(rows, Row::dept, paging.in(SORTS));
    }

    private YearMonth month(@Nullable String month) {
        try {
            return month == null ? YearMonth.from(clock.today()) : YearMonth.parse(month);
        } catch (DateTimeException _) {
            throw Problem.badParameter("month");
        }
    }
}
