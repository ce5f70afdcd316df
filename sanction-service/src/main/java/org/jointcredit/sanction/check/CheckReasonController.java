package org.jointcredit.sanction.check;

import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Role;
import org.jointcredit.platform.time.BusinessClock;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Sorts;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The reasons in force for not applying what is mandatory, for whoever reports an outcome (S6). */
@RestController
@RequestMapping("/api/sanction/checks/reasons")
final class CheckReasonController {
    private static final Sorts SORTS = Sorts.of("code");

    private final CheckReasons reasons;
    private final BusinessClock clock;

    CheckReasonController(CheckReasons reasons, BusinessClock clock) {
        this.reasons = reasons;
        this.clock = clock;
    }

    @Allowed({Role.SYSTEM, Role.IMPLEMENTER})
    @GetMapping
    PageOf<CheckReason> list(@ParameterObject Paging paging) {
        return PageOf.of(reasons.inForce(clock.today()), CheckReason::code, paging.in(SORTS));
    }
}
