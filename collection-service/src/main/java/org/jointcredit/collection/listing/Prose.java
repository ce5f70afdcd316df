package org.jointcredit.collection.listing;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.contract.problem.WarningCode;
import org.jointcredit.platform.form.Form;

/** The free texts of a listing; a citizen's number in one of them is taken, with a warning. */
final class Prose {
    static final int MOST_EVIDENCE = 50;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    private Prose() {}

    static String document(Form decision) {
        return watched(decision, "document", decision.text("document", 128));
    }

    static String authority(Form decision) {
        return watched(decision, "authority", decision.text("authority", 200));
    }

    static String basis(Form decision) {
        return watched(decision, "basis", decision.prose("basis", 2048));
    }

    static String facts(Form decision) {
        return watched(decision, "facts", decision.prose("facts", 5000));
    }

    static String reason(Form command) {
        return watched(command, "reason", command.prose("reason", 2048));
    }

    static Evidence evidence(Form piece) {
        return new Evidence(
                watched(piece, "name", piece.text("name", 200)),
                piece.matching("sha256", SHA_256).toLowerCase(Locale.ROOT));
    }

    private static String watched(Form form, String field, String text) {
        if (Masking.holdsIdNumber(text)) {
            form.warning(field, WarningCode.ID_IN_TEXT);
        }
        return text;
    }
}
