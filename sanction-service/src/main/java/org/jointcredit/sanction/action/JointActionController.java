package org.jointcredit.sanction.action;

import static org.jointcredit.platform.security.Role.APPROVER;
import static org.jointcredit.platform.security.Role.AUDITOR;
import static org.jointcredit.platform.security.Role.CREDIT_OFFICER;
import static org.jointcredit.platform.security.Role.IMPLEMENTER;
import static org.jointcredit.platform.security.Role.REPORTER;
import static org.jointcredit.platform.security.Role.SUPERVISOR;
import static org.jointcredit.platform.security.Role.SYSTEM;

import java.util.List;
import org.jointcredit.platform.cipher.FieldCipher;
import org.jointcredit.platform.security.Allowed;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.web.PageOf;
import org.jointcredit.platform.web.Paging;
import org.jointcredit.platform.web.Problem;
import org.jointcredit.platform.web.Sorts;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Joint actions, whole. An agency sees the plan of others, and of notices its own only. */
@RestController
@RequestMapping("/api/sanction/actions")
final class JointActionController {

    private static final Sorts SORTS = Sorts.of("openedAt");
    /** More than the largest action has: 200 persons behind an organisation. */
    private static final int NOTICES = 5000;

    private final JointActionStore actions;
    private final NoticeStore notices;
    private final FieldCipher cipher;

    JointActionController(JointActionStore actions, NoticeStore notices, FieldCipher cipher) {
        this.actions = actions;
        this.notices = notices;
        this.cipher = cipher;
    }

    @Allowed({SYSTEM, IMPLEMENTER, REPORTER, APPROVER, CREDIT_OFFICER, SUPERVISOR, AUDITOR})
    @GetMapping
    PageOf<JointActionView> list(Caller caller, @ParameterObject Paging paging) {
        return actions.search(Scope.of(caller), paging.in(SORTS)).map(JointActionView::summary);
    }

    @Allowed({SYSTEM, IMPLEMENTER, REPORTER, APPROVER, CREDIT_OFFICER, SUPERVISOR, AUDITOR})
    @GetMapping("/{id}")
    JointActionView one(Caller caller, @PathVariable String id) {
        var told = actions.find(id, Scope.of(caller));
        if (told == null) {
            throw Problem.unknown();
        }
        List<Notice> visible = notices.ofAction(id, Scope.of(caller), NOTICES);
        return JointActionView.whole(told.action(), visible, TimelineEntry.of(id, told.journal(), cipher));
    }
}
