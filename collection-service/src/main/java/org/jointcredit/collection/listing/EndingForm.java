package org.jointcredit.collection.listing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointcredit.contract.event.Decision;
import org.jointcredit.contract.event.EndingReason;
import org.jointcredit.contract.event.ListingEnd;
import org.jointcredit.contract.event.SubjectKind;
import org.jointcredit.contract.problem.ErrorCode;
import org.jointcredit.contract.problem.FieldError;
import org.jointcredit.platform.form.Form;
import org.jointcredit.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the ending of a listing and judges all of its fields at once (C6). */
@Component
final class EndingForm {
    private final Prose prose;
    private final BusinessClock clock;

    EndingForm(Prose prose, BusinessClock clock) {
        this.prose = prose;
        this.clock = clock;
    }

    /**
     * @param reason null where none could be read
     * @param canonical equal for the same ending, however it was written
     */
    record Reading(
            @Nullable EndingReason reason,
            String document,
            String authority,
            @Nullable LocalDate date,
            String basis,
            @Nullable LocalDate on,
            List<FieldError> errors) {

        ListingEnd end(Instant now) {
            var decision = new Decision(document, authority, Form.sure(date), basis);
            return new ListingEnd(Form.sure(reason), decision, Form.sure(on), now);
        }

        String canonical() {
            return ListingContent.canonical("ending", reason, document, authority, date, basis, on);
        }
    }

    /** @param subject kind of whom the listing is about; null: not known */
    Reading read(Form form, @Nullable SubjectKind subject) {
        Prose.Texts texts = prose.about(subject);
        LocalDate today = clock.today();
        EndingReason reason = form.enumOf("reason", EndingReason.class);
        Form decision = form.object("decision");
        String document = texts.document(decision);
        String authority = texts.authority(decision);
        LocalDate date = decision.date("date");
        String basis = texts.basis(decision);
        LocalDate on = form.date("on");
        if (date != null && date.isAfter(today)) {
            decision.error("date", ErrorCode.DATE_IN_FUTURE);
        }
        if (on != null && on.isAfter(today)) {
            form.error("on", ErrorCode.DATE_IN_FUTURE);
        }
        return new Reading(reason, document, authority, date, basis, on, form.errors());
    }
}
