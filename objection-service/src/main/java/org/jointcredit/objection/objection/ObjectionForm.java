package org.jointcredit.objection.objection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jointcredit.contract.event.Against;
import org.jointcredit.contract.event.Claim;
import org.jointcredit.contract.event.ObjectionOutcome;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.form.Form;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads what parties and officers send of objections. */
final class ObjectionForm {
    private static final int NUMBER = 64;
    private static final int NAME = 200;
    private static final int BASIS = 2000;
    private static final int PROSE = 5000;
    private static final int OFFICER = 100;
    private static final int MOST_EVIDENCE = 50;
    private static final String FILE = "file";
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private ObjectionForm() {}

    /**
     * An objection as it was sent.
     *
     * @param subject what identifies the subject; null where it is left out, or not an object
     * @param kind null where it could not be read
     * @param id of what it is against; null where it could not be read, and for what is missing
     */
    record Filed(
            @Nullable String number,
            @Nullable ObjectNode subject,
            Against.@Nullable Kind kind,
            @Nullable String id,
            @Nullable Claim claim,
            String statement,
            List<Piece> evidence,
            List<FieldError> errors) {}

    /** @param subjectNeeded by who files for somebody else */
    static Filed filed(ObjectNode body, boolean subjectNeeded, Function<String, Optional<Piece>> files) {
        Form form = Form.of(body);
        String number = form.optionalVisibleText("number", NUMBER);
        boolean named = subjectNeeded || form.has("subject");
        if (named) {
            form.object("subject");
        }
        Form against = form.object("against");
        Against.Kind kind = against.enumOf("kind", Against.Kind.class);
        String id = kind == null || kind == Against.Kind.MISSING ? null : against.visibleText("id", NUMBER);
        Claim claim = form.enumOf("claim", Claim.class);
        String statement = form.prose("statement", PROSE);
        List<Piece> evidence = form.list("evidence", MOST_EVIDENCE, piece -> piece(piece, files));
        return new Filed(
                number,
                named && body.get("subject") instanceof ObjectNode subject ? subject : null,
                kind,
                id == null || id.isEmpty() ? null : id,
                claim,
                statement,
                evidence,
                form.errors());
    }

    /** A file that others keep is named by its hash, one that is kept here by its id. */
    private static Piece piece(Form form, Function<String, Optional<Piece>> files) {
        String name = form.text("name", NAME);
        String file = form.optionalVisibleText(FILE, NUMBER);
        if (file == null) {
            return new Piece(name, form.matching("sha256", SHA256), null);
        }
        Optional<Piece> kept = files.apply(file);
        if (kept.isEmpty()) {
            form.error(FILE, ErrorCode.UNKNOWN_CODE);
        }
        return new Piece(name, kept.map(Piece::sha256).orElse(""), file);
    }

    /** @param officer named by a system */
    record Found(
            Finding finding,
            String statement,
            List<Piece> evidence,
            @Nullable String officer) {}

    /**
     * @param bySystem which names its officer
     * @throws org.jointcredit.platform.web.Problem 422 with all errors
     */
    static Found found(ObjectNode body, boolean bySystem, Function<String, Optional<Piece>> files) {
        Form form = Form.of(body);
        Finding finding = form.enumOf("finding", Finding.class);
        String statement = form.prose("statement", PROSE);
        List<Piece> evidence = form.optionalList("evidence", MOST_EVIDENCE, piece -> piece(piece, files));
        String officer = bySystem ? form.text("by", OFFICER) : null;
        form.throwIfAny();
        return new Found(
                Form.sure(finding), statement, evidence == null ? List.of() : new ArrayList<>(evidence), officer);
    }

    record Decided(ObjectionOutcome outcome, String reasons, String basis) {}

    /** @throws org.jointcredit.platform.web.Problem 422 with all errors */
    static Decided decided(ObjectNode body) {
        Form form = Form.of(body);
        ObjectionOutcome outcome = form.enumOf("outcome", ObjectionOutcome.class);
        String reasons = form.prose("reasons", PROSE);
        String basis = form.prose("basis", BASIS);
        form.throwIfAny();
        return new Decided(Form.sure(outcome), reasons, basis);
    }
}
