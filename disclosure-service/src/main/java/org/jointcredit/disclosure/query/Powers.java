package org.jointcredit.disclosure.query;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.disclosure.accesslog.AccessLog;
import org.jointcredit.disclosure.accesslog.Asker;
import org.jointcredit.disclosure.accesslog.Look;
import org.jointcredit.disclosure.accesslog.LookKind;
import org.jointcredit.disclosure.accesslog.Purpose;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.law.Department;
import org.jointcredit.platform.law.Departments;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.security.Role;
import org.jointcredit.platform.web.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Who may ask for what (A19). What goes beyond is refused, logged, and raises an alarm (X2). */
@Component
final class Powers {
    private static final Logger LOG = LoggerFactory.getLogger(Powers.class);

    private final Departments departments;
    private final ErrandForm errands;
    private final Inquiry inquiry;
    private final AccessLog accessLog;
    private final Counter refused;

    Powers(Departments departments, ErrandForm errands, Inquiry inquiry, AccessLog accessLog, MeterRegistry metrics) {
        this.departments = departments;
        this.errands = errands;
        this.inquiry = inquiry;
        this.accessLog = accessLog;
        this.refused = Counter.builder("jointcredit.queries.refused")
                .description("queries beyond one's powers (X2)")
                .register(metrics);
    }

    /**
     * Only certain posts at organs of the state ask; others get what is public or what the subject has authorised (D3,
     * D11).
     */
    void requirePost(Caller caller) {
        boolean post = caller.has(Role.IMPLEMENTER, Role.REPORTER, Role.CREDIT_OFFICER, Role.SYSTEM);
        if (!post || !isOrgan(caller)) {
            refuse(new Look(
                    LookKind.REFUSED,
                    Asker.of(caller, null),
                    null,
                    null,
                    null,
                    UUID.randomUUID().toString(),
                    0,
                    null));
            throw post ? Problem.notYours() : Problem.forbidden();
        }
    }

    private boolean isOrgan(Caller caller) {
        return departments.find(caller.dept()).map(Department::government).orElse(false);
    }

    /** Whether the caller's department may ask for this. */
    boolean hasFor(Caller caller, Purpose purpose) {
        return isOrgan(caller) && purpose.isOpenTo(caller.dept());
    }

    /** A purpose that nobody knows is for the form to refuse. */
    void requirePurpose(Caller caller, ObjectNode body) {
        Purpose purpose = errands.purposeOf(body).orElse(null);
        if (purpose != null && !hasFor(caller, purpose)) {
            Form form = Form.of(body);
            refuse(new Look(
                    LookKind.REFUSED,
                    Asker.of(caller, caller.has(Role.SYSTEM) ? readable(form, "by", 100) : null),
                    inquiry.whom(form).orElse(null),
                    purpose.code(),
                    readable(form, "matter", 128),
                    UUID.randomUUID().toString(),
                    0,
                    null));
            throw Problem.notYours("purpose");
        }
    }

    private static @Nullable String readable(Form form, String field, int max) {
        String text = form.optionalText(field, max);
        return text == null || Masking.holdsIdNumber(text) ? null : text;
    }

    private void refuse(Look look) {
        accessLog.write(List.of(look));
        refused.increment();
        LOG.warn("alarm: a query beyond the asker's powers was refused (X2), see /api/disclosure/alarms");
    }
}
