package org.jointcredit.disclosure.accesslog;

import org.jointcredit.platform.form.Form;

/** Reads {@code {request, officer, username, department, system, subject, matter}} of a look that another service tells. */
final class LookForm {
    /** 信用信息核查: why the credit office looks at records where they are kept. */
    private static final String CREDIT_WORK = "CREDIT-WORK";

    private static final int ID = 64;
    private static final int NAME = 200;

    private LookForm() {}

    /** @throws org.jointcredit.platform.web.Problem 422 with all errors */
    static Look read(Form form) {
        var asker = new Asker(
                form.text("officer", NAME),
                form.text("username", NAME),
                form.text("department", ID),
                form.text("system", NAME));
        var look = new Look(
                LookKind.QUERY,
                asker,
                form.text("subject", ID),
                CREDIT_WORK,
                form.text("matter", NAME),
                form.text("request", ID),
                1,
                null);
        form.throwIfAny();
        return look;
    }
}
