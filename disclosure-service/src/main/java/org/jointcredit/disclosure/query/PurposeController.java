package org.jointcredit.disclosure.query;

import static org.jointcredit.platform.security.Role.APPROVER;
import static org.jointcredit.platform.security.Role.AUDITOR;
import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.IMPLEMENTER;
import static org.jointcredit.platform.security.Role.LAW_ADMIN;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.REVIEWER;
import static org.jointcredit.platform.security.Role.SUBJECT;
import static org.jointcredit.platform.security.Role.SUPERVISOR;
import static org.jointcredit.platform.security.Role.SYSTEM;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import org.jointcredit.disclosure.accesslog.Purpose;
import org.jointcredit.disclosure.accesslog.Purposes;
import org.jointcredit.platform.law.LawVersion;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Sorts;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The purposes there are, for all who are logged in: who may look for what is no secret (A18). */
@RestController
@RequestMapping("/api/disclosure/purposes")
final class PurposeController {
    private static final Sorts SORTS = Sorts.of("code");

    private final Purposes purposes;
    private final Powers powers;
    private final BusinessClock clock;

    PurposeController(Purposes purposes, Powers powers, BusinessClock clock) {
        this.purposes = purposes;
        this.powers = powers;
        this.clock = clock;
    }

    /** @param open whether the caller's department may ask for it */
    record PurposeView(@JsonUnwrapped Purpose purpose, boolean open, String version, LocalDate effectiveFrom) {}

    @Allowed({REPORTER, APPROVER, IMPLEMENTER, CREDIT_OFFICER, REVIEWER, SUPERVISOR, LAW_ADMIN, AUDITOR, SUBJECT, SYSTEM
    })
    @GetMapping
    PageOf<PurposeView> list(@ParameterObject Paging paging, Caller caller) {
        LawVersion<Purpose> version = purposes.inForce(clock.today());
        return PageOf.of(version.entries(), Purpose::code, paging.in(SORTS))
                .map(purpose -> new PurposeView(
                        purpose, powers.hasFor(caller, purpose), version.version(), version.effectiveFrom()));
    }
}
