package org.jointcredit.disclosure.query;

import static org.jointcredit.platform.security.Role.SYSTEM;

import java.util.Optional;
import org.jointcredit.contract.identity.IdentityText;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.contract.identity.Read;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.disclosure.accesslog.Asker;
import org.jointcredit.disclosure.accesslog.Purpose;
import org.jointcredit.disclosure.accesslog.Purposes;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.security.Caller;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code {purpose, matter, by?}}; {@code by} names the officer behind a system and is required from it (D4). */
@Component
final class ErrandForm {
    private static final int MATTER = 128;
    private static final int OFFICER = 100;

    private final Purposes purposes;
    private final BusinessClock clock;

    ErrandForm(Purposes purposes, BusinessClock clock) {
        this.purposes = purposes;
        this.clock = clock;
    }

    /** Null where the form says why. */
    @Nullable
    Errand read(Form form, Caller caller) {
        String code = form.code("purpose", 64);
        Purpose purpose = purposes.find(code, clock.today()).orElse(null);
        if (purpose == null) {
            form.error("purpose", ErrorCode.UNKNOWN_CODE);
        }
        String matter = loggable(form, "matter", form.text("matter", MATTER));
        String officer = caller.has(SYSTEM) ? loggable(form, "by", form.text("by", OFFICER)) : null;
        return purpose == null
                ? null
                : new Errand(
                        Asker.of(caller, officer),
                        purpose,
                        matter,
                        purposes.inForce(clock.today()).version());
    }

    /** The purpose a body names, before anything else of it is judged: whose it is comes before the fields. */
    Optional<Purpose> purposeOf(ObjectNode body) {
        JsonNode named = body.get("purpose");
        return named != null
                        && named.isString()
                        && IdentityText.code(named.stringValue()) instanceof Read.Good<String> code
                ? purposes.find(code.value(), clock.today())
                : Optional.empty();
    }

    /** The log holds no person's number (X4). */
    private static String loggable(Form form, String field, String text) {
        if (Masking.holdsIdNumber(text)) {
            form.error(field, ErrorCode.FORMAT);
        }
        return text;
    }
}
