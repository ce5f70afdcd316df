package org.jointcredit.collection.listing;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jointcredit.collection.catalogue.ForbiddenData;
import org.jointcredit.collection.subject.Identity;
import org.jointcredit.contract.event.Evidence;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.identity.Masking;
import org.jointcredit.contract.problem.WarningCode;
import org.jointcredit.platform.form.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The free texts of a listing. A citizen's number in one of them is taken, with a warning; what must not be collected of
 * persons is not (C3), and a listing has no consent.
 */
@Component
final class Prose {
    static final int MOST_EVIDENCE = 50;
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final ForbiddenData forbidden;

    Prose(ForbiddenData forbidden) {
        this.forbidden = forbidden;
    }

    /** @param subject kind of whom the listing is about; null: not known */
    Texts about(@Nullable SubjectKind subject) {
        return new Texts(subject != SubjectKind.PERSON);
    }

    final class Texts {
        private final boolean consented;

        private Texts(boolean consented) {
            this.consented = consented;
        }

        void number(Form form, String number) {
            forbidden.judge(form, "number", number, consented);
        }

        String document(Form decision) {
            return judged(decision, "document", decision.text("document", 128));
        }

        String authority(Form decision) {
            return judged(decision, "authority", decision.text("authority", 200));
        }

        String basis(Form decision) {
            return judged(decision, "basis", decision.prose("basis", 2048));
        }

        String facts(Form decision) {
            return judged(decision, "facts", decision.prose("facts", 5000));
        }

        String reason(Form command) {
            return judged(command, "reason", command.prose("reason", 2048));
        }

        Evidence evidence(Form piece) {
            return new Evidence(
                    judged(piece, "name", piece.text("name", 200)),
                    piece.matching("sha256", SHA_256).toLowerCase(Locale.ROOT));
        }

        @Nullable
        Officers officers(Form decision) {
            Officers officers = Officers.read(decision);
            if (officers != null) {
                forbidden.judge(decision, "proposedBy", officers.proposedBy(), consented);
                forbidden.judge(decision, "decidedBy", officers.decidedBy(), consented);
            }
            return officers;
        }

        void name(Form named, @Nullable Identity who) {
            forbidden.judge(named, "name", who == null ? null : who.name(), consented);
        }

        private String judged(Form form, String field, String text) {
            if (Masking.holdsIdNumber(text)) {
                form.warning(field, WarningCode.ID_IN_TEXT);
            }
            forbidden.judge(form, field, text, consented);
            return text;
        }
    }
}
