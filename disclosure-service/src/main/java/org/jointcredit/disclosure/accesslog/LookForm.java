package org.jointcredit.disclosure.accesslog;

import java.util.ArrayList;
import java.util.List;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.disclosure.register.Subject;
import org.jointcredit.disclosure.register.SubjectStore;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.security.LookTeller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads {@code {looks: [{kind, request, officer, …}]}}, what other services tell ({@link LookTeller}). */
@Component
final class LookForm {
    private static final int MOST = 500;
    private static final int ID = 64;
    private static final int NAME = 200;

    private final SubjectStore subjects;

    LookForm(SubjectStore subjects) {
        this.subjects = subjects;
    }

    /** @throws org.jointcredit.platform.web.Problem 422 with all errors */
    List<Look> read(Form form) {
        List<Look> looks = new ArrayList<>();
        form.list("looks", MOST, entry -> {
            Look look = look(entry);
            if (look != null) {
                looks.add(look);
            }
            return entry;
        });
        form.throwIfAny();
        return looks;
    }

    private @Nullable Look look(Form form) {
        var kind = form.enumOf("kind", LookTeller.Look.Kind.class);
        String request = form.text("request", ID);
        var asker = new Asker(
                form.text("officer", NAME),
                form.text("username", NAME),
                form.text("department", ID),
                form.text("system", NAME));
        String subject = subject(form);
        String purpose = form.text("purpose", ID);
        String matter = form.text("matter", NAME);
        int records = form.count("records");
        return kind == null
                ? null
                : new Look(LookKind.valueOf(kind.name()), asker, subject, purpose, matter, request, records, null);
    }

    /** Null: nobody is known by the hashes. */
    private @Nullable String subject(Form form) {
        String named = form.optionalText("subject", ID);
        List<String> macs = form.optionalTexts("macs", 20, 100);
        if (named != null) {
            return named;
        }
        if (macs == null || macs.isEmpty()) {
            form.error("subject", ErrorCode.REQUIRED);
            return null;
        }
        return subjects.findByMacs(macs).stream().findFirst().map(Subject::id).orElse(null);
    }
}
