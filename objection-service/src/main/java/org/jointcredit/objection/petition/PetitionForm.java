package org.jointcredit.objection.petition;

import java.util.List;
import java.util.regex.Pattern;
import org.jointcredit.contract.event.Grant;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.platform.form.Form;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads what subjects and who decides send of petitions. */
final class PetitionForm {
    private static final int ID = 64;
    private static final int NAME = 200;
    private static final int BASIS = 2048;
    private static final int PROSE = 5000;
    private static final int MOST_PROOFS = 50;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private PetitionForm() {}

    /**
     * What is asked for.
     *
     * @param form with all errors; thrown once the state of what is named was judged
     * @param field that names what it is about
     */
    record Asked(Form form, String field, String named, String grounds, List<Proof> proofs) {}

    /** What was decided; without an outcome a hold is ordered. */
    record Judged(@Nullable String outcome, String reasons, String basis) {}

    static Asked review(ObjectNode body) {
        Form form = Form.of(body);
        String objection = form.visibleText("objection", ID);
        String grounds = form.prose("grounds", PROSE);
        List<Proof> evidence = form.optionalList("evidence", MOST_PROOFS, PetitionForm::proof);
        return new Asked(form, "objection", objection, grounds, evidence == null ? List.of() : evidence);
    }

    /** @param fields the names of what it may be about, of which one is given */
    static Asked other(ObjectNode body, String... fields) {
        Form form = Form.of(body);
        String field = fields[0];
        for (String other : fields) {
            if (form.has(other) && !form.has(fields[0])) {
                field = other;
            } else if (form.has(other) && !other.equals(fields[0])) {
                form.error(other, ErrorCode.CODE_NOT_ALLOWED);
            }
        }
        String named = form.visibleText(field, ID);
        String grounds = form.prose("grounds", PROSE);
        List<Proof> proofs = form.list("proofs", MOST_PROOFS, PetitionForm::proof);
        return new Asked(form, field, named, grounds, proofs);
    }

    private static Proof proof(Form proof) {
        return new Proof(proof.text("name", NAME), proof.matching("sha256", SHA256));
    }

    static Judged granted(ObjectNode body) {
        Form form = Form.of(body);
        Grant outcome = form.enumOf("outcome", Grant.class);
        return judged(form, outcome);
    }

    /** @param mayHold whether there is anything that could be held */
    static Judged reviewed(ObjectNode body, boolean mayHold) {
        Form form = Form.of(body);
        boolean hold = Boolean.TRUE.equals(form.optionalBool("hold"));
        if (hold && !form.has("outcome")) {
            if (!mayHold) {
                form.error("hold", ErrorCode.NO_BASIS, "A31");
            }
            String reasons = form.optionalProse("reasons", PROSE);
            String basis = form.optionalProse("basis", BASIS);
            form.throwIfAny();
            return new Judged(null, reasons == null ? "" : reasons, basis == null ? "A31" : basis);
        }
        ObjectionOutcome outcome = form.enumOf("outcome", ObjectionOutcome.class);
        return judged(form, outcome);
    }

    private static Judged judged(Form form, @Nullable Enum<?> outcome) {
        String reasons = form.prose("reasons", PROSE);
        String basis = form.prose("basis", BASIS);
        form.throwIfAny();
        return new Judged(Form.sure(outcome).name(), reasons, basis);
    }
}
