package org.jointcredit.collection.listing;

import org.jointcredit.contract.identity.Names;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.form.Form;
import org.jspecify.annotations.Nullable;

/** Who proposed and who decided, as a department's own system names them: two people (C6). */
record Officers(String proposedBy, String decidedBy) {
    private static final int NAME = 100;

    /** Null where the two are not named, and the form says so. */
    static @Nullable Officers read(Form decision) {
        int errors = decision.errors().size();
        String proposedBy = decision.optionalText("proposedBy", NAME);
        String decidedBy = decision.optionalText("decidedBy", NAME);
        if (decision.errors().size() > errors) {
            return null;
        }
        if (proposedBy == null) {
            decision.error("proposedBy", ErrorCode.REQUIRED);
        }
        if (decidedBy == null) {
            decision.error("decidedBy", ErrorCode.REQUIRED);
        }
        if (proposedBy == null || decidedBy == null || Names.same(proposedBy, decidedBy)) {
            decision.error("decidedBy", ErrorCode.FOUR_EYES, "P4.1");
            return null;
        }
        return new Officers(proposedBy, decidedBy);
    }
}
